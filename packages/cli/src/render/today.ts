import { isOpen, assess, expectedAt, type Task } from '@afterglow/engine'
import { listed, signWord, subjectName } from '@afterglow/ledger'
import { HEADING, PLAN } from '../copy.ts'
import { ESTIMATED } from '../copy-told.ts'
import { bullet, paint, paragraph, section } from '../layout.ts'
import { clockText, countdown, DAY, dayNumber, lengthText, longClockText } from '../time-text.ts'
import type { Entry } from './entries.ts'
import { isAllUncovered, proceduresAt, signsNow } from './now.ts'
import { whatWasDone } from './procedure-text.ts'
import type { View } from './view.ts'

/** The first screen: which day and hour it is, what is expected, what to do, what opens next. */
export function todayLines(view: View, entries: readonly Entry[]): readonly string[] {
  const { look } = view
  return [
    ...headLines(view),
    ...section(look, HEADING.expected, expectedLines(view)),
    ...section(
      look,
      HEADING.todo,
      tasksNow(view)
        .slice(0, FIRST)
        .flatMap((task) => bullet(look, view.texts.text(`task.${task.task}`))),
    ),
    ...(isAllUncovered(view) ? [] : section(look, HEADING.next, nextLines(view, entries))),
  ]
}

const FIRST = 2
const STAGES = 4
const STAGE_DAYS = 7
const NAMED = 6

/** The rest of what may be done now. */
export function alsoLines(view: View): readonly string[] {
  return tasksNow(view)
    .slice(FIRST)
    .flatMap((task) => bullet(view.look, view.texts.text(`task.${task.task}`)))
}

function headLines(view: View): readonly string[] {
  const { look, plan, at, session } = view
  const ended = proceduresAt(plan, at)
    .filter((one) => one.endedAt <= at)
    .toSorted((a, b) => b.endedAt - a.endedAt)
  const isCovered = ended.some((one) => one.protocol !== null)
  const lines = ended.map((one) => {
    const what = whatWasDone(session, one)
    const clock = clockText(one.endedAt, view)
    if (one.endedAtEstimated) return ESTIMATED.day(what, clock)
    const length = lengthText(at - one.endedAt)
    return PLAN.day({ day: dayNumber(one.endedAt, view), what, length, ended: clock })
  })
  return [
    paint(look, 'title', isCovered ? PLAN.title : PLAN.titleOther),
    PLAN.now(longClockText(view), view.zone),
    ...lines.flatMap((line) => paragraph(look, line, 0)),
  ]
}

/** What the sources say of this very time, the latest stage first; then the signs that go with it. */
function expectedLines(view: View): readonly string[] {
  const { look, texts, at, planner, session, dated } = view
  if (dated.course.length === 0) return []
  const { usual, fading } = signsNow(dated, at)
  if (usual.length + fading.length === 0) return paragraph(look, PLAN.nothingExpected)
  const stages = expectedAt(planner, session, at).filter(
    ({ until }) => until - at <= STAGE_DAYS * DAY,
  )
  const said = [...new Set(stages.map((one) => texts.text(`expectation.${one.expectation}`)))]
  const named = listed(fading.map((sign) => signWord(texts, sign)))
  return [
    ...said.slice(0, STAGES).flatMap((text) => bullet(look, text)),
    ...(usual.length > 0 ? paragraph(look, PLAN.expectedNow) : []),
    ...(fading.length > 0 ? paragraph(look, PLAN.expectedFading(named)) : []),
  ]
}

/** What may be done now, what ends soonest first: it is what is particular to this day. */
function tasksNow({ plan, dated, at }: View): readonly Task[] {
  const due = dated.tasks.filter(
    (task) =>
      task.phase === 'after' &&
      (task.from ?? at) <= at &&
      at < (task.until ?? Number.POSITIVE_INFINITY) &&
      (task.subject === undefined || isOpen(assess(plan, task.subject, at).status)),
  )
  const once = due.filter((task, k) => due.findIndex((one) => one.task === task.task) === k)
  return once.toSorted((a, b) => endOf(a) - endOf(b))
}

function endOf({ until }: Task): number {
  return until ?? Number.MAX_VALUE
}

/** The first instant at which something closed opens by itself. */
function nextLines(view: View, entries: readonly Entry[]): readonly string[] {
  const closed = entries.filter(
    ({ verdict }) => !isOpen(verdict.status) && verdict.opensAt !== null,
  )
  const first = Math.min(...closed.map(({ verdict }) => verdict.opensAt ?? Number.MAX_VALUE))
  if (!Number.isFinite(first))
    return entries.some(({ verdict }) => !isOpen(verdict.status))
      ? paragraph(view.look, PLAN.nothingOpens)
      : []
  const opening = closed.filter(({ verdict }) => verdict.opensAt === first)
  const names = opening.map((entry) => subjectName(view.texts, entry.subject))
  const shown = names.slice(0, NAMED).join('; ')
  const more = names.length > NAMED ? `; ${PLAN.more(names.length - NAMED)}` : ''
  const when = `${clockText(first, view)}, ${countdown(first, view.at)}`
  return [paint(view.look, 'go', `  ${when}`), ...paragraph(view.look, shown + more, 6)]
}
