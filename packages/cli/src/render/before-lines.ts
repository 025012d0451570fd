import {
  assess,
  beforeSessions,
  type BeforeSession,
  isOpen,
  localDate,
  type Status,
  type Suitability,
} from '@afterglow/engine'
import { subjectName } from '@afterglow/ledger'
import { BEFORE, HEADING, PLAN } from '../copy.ts'
import { bullet, paint, paragraph, section } from '../layout.ts'
import { clockText, countdown, dayText, longClockText } from '../time-text.ts'
import { entriesAt, type Entry } from './entries.ts'
import { groupedBy } from './lists.ts'
import { proceduresAt } from './now.ts'
import { whatWasDone } from './procedure-text.ts'
import { remarkLines } from './told-lines.ts'
import type { View } from './view.ts'

/** Every session still to come: when, what to tell and ask, what to prepare, and what will open after it. */
export function beforeLines(view: View): readonly string[] {
  const coming = beforeSessions(view.planner, view.session, view.at)
  if (coming.length === 0) return []
  const only = !proceduresAt(view.plan, view.at).some((one) => one.endedAt <= view.at)
  const head = only
    ? [
        paint(view.look, 'title', PLAN.titleBefore),
        PLAN.now(longClockText(view), view.zone),
        ...remarkLines(view),
      ]
    : ['', paint(view.look, 'heading', HEADING.planned)]
  return [
    ...head,
    ...coming.flatMap((one) => sessionLines(view, one)),
    ...openingLines(view, coming),
  ]
}

function sessionLines(view: View, coming: BeforeSession): readonly string[] {
  const { look, texts, plan, session } = view
  const { endedAt, suitability } = coming
  const procedure = plan.procedures.find((one) => one.id === coming.procedure)
  const what = procedure ? whatWasDone(session, procedure) : ''
  const isCovered = procedure?.protocol !== null
  const saying = (ones: readonly Suitability[]) =>
    ones.flatMap((one) => bullet(look, texts.text(`suitability.${one.suitability}`)))
  const certain = (action: Suitability['action']) =>
    saying(suitability.filter((one) => one.action === action && !one.toConfirm))
  const open = suitability.filter((one) => one.toConfirm && one.action !== 'information')
  const steps = isCovered ? stepsBefore(view, coming) : []
  return [
    ...paragraph(look, BEFORE.when(what, clockText(endedAt, view), countdown(endedAt, view.at)), 0),
    ...(isCovered ? [] : ['', ...paragraph(look, PLAN.uncovered(what), 0)]),
    ...section(look, BEFORE.tell, certain('tell-clinic')),
    ...section(look, BEFORE.prescriber, certain('ask-prescriber')),
    ...section(look, BEFORE.postpone, certain('postpone')),
    ...section(look, BEFORE.toConfirm, saying(open)),
    ...readyLines(view, steps),
    ...(isCovered ? section(look, BEFORE.information, informationLines(view, coming, steps)) : []),
  ]
}

/** Good to know, less what stands among the steps already. */
function informationLines(
  { look, texts }: View,
  { suitability }: BeforeSession,
  steps: readonly Step[],
): readonly string[] {
  return suitability
    .filter((one) => one.action === 'information' && !one.toConfirm)
    .map((one) => texts.text(`suitability.${one.suitability}`))
    .filter((text) => !steps.some((step) => step.text === text))
    .flatMap((text) => bullet(look, text))
}

/** One thing to prepare or to do before, and from when on. */
interface Step {
  readonly from: number | null
  readonly text: string
}

/** What to prepare and to do before, each text once, what starts soonest first; what has no time comes last. */
function stepsBefore(view: View, { procedure, preparation }: BeforeSession): readonly Step[] {
  const { texts, dated, at } = view
  const tasks = dated.tasks.filter(
    (one) => one.phase === 'before' && (one.procedure ?? procedure) === procedure,
  )
  const steps = [
    ...preparation
      .filter((one) => !one.toConfirm)
      .map((one) => ({ from: one.from, text: texts.text(`preparation.${one.preparation}`) })),
    ...tasks.map((one) => ({ from: one.from, text: texts.text(`task.${one.task}`) })),
  ]
  return steps
    .filter((one, k) => steps.findIndex((other) => other.text === one.text) === k)
    .toSorted((a, b) => Math.max(at, a.from ?? LAST) - Math.max(at, b.from ?? LAST))
}

/** Apart stands what began on a day that is over: "from a week before" cannot be done two days before. */
function readyLines(view: View, steps: readonly Step[]): readonly string[] {
  const today = localDate(view.at, view.zone)
  const isLate = ({ from }: Step) => from !== null && localDate(from, view.zone) < today
  const bullets = (ones: readonly Step[]) =>
    ones.flatMap((step) => bullet(view.look, `${startText(view, step, isLate(step))}${step.text}`))
  return [
    ...section(view.look, BEFORE.ready, bullets(steps.filter((one) => !isLate(one)))),
    ...section(view.look, BEFORE.late, bullets(steps.filter(isLate))),
  ]
}

const LAST = Number.MAX_VALUE

function startText(view: View, { from }: Step, isLate: boolean): string {
  if (from === null) return ''
  const day = dayText(from, view)
  if (isLate) return `${BEFORE.since(day)}: `
  return `${from <= view.at ? BEFORE.now : BEFORE.from(day)}: `
}

/** What will open after the first of them and by when, or has to be asked; what comes soonest first. */
function openingLines(view: View, coming: readonly BeforeSession[]): readonly string[] {
  const { plan, look, texts } = view
  const end = Math.min(...coming.map((one) => one.endedAt))
  const closed = entriesAt(plan, end, texts).filter(({ verdict }) => !isOpen(verdict.status))
  const timed = groupedBy(closed, (entry) => openingTitle(view, entry)).toSorted(
    (a, b) => openingStart(view, a) - openingStart(view, b),
  )
  // What waits for the clinic at any time comes last, and is never among those left out.
  const shown = timed.filter((group, k) => k < SHOWN || openingStart(view, group) === LAST)
  const hidden = closed.length - shown.flat().length
  const lines = shown.flatMap((group) => [
    ...group.slice(0, 1).map((first) => paint(look, 'go', `  ${openingTitle(view, first)}`)),
    ...paragraph(look, group.map(({ subject }) => subjectName(texts, subject)).join('; '), 6),
  ])
  if (lines.length === 0) return []
  const more = hidden === 0 ? [] : paragraph(look, BEFORE.more(hidden))
  return section(look, BEFORE.opens, [...paragraph(look, BEFORE.opensLead), ...lines, ...more])
}

const SHOWN = 8

/** When an entry changes for the person, and what holds then. */
interface Opening {
  readonly at: number | null
  readonly status: Status
}

function openingOf({ plan }: View, { verdict }: Entry): Opening {
  const { opensAt, nextChangeAt, status } = verdict
  const at = opensAt ?? (status === 'avoid' ? nextChangeAt : null)
  return { at, status: at === null ? status : assess(plan, verdict.subject, at).status }
}

function openingStart(view: View, [first]: readonly Entry[]): number {
  return first ? (openingOf(view, first).at ?? LAST) : LAST
}

function openingTitle(view: View, entry: Entry): string {
  const { at, status } = openingOf(view, entry)
  if (at === null) return BEFORE.ask
  if (!isOpen(status)) return BEFORE.willAsk(clockText(at, view))
  const text = status === 'caution' ? BEFORE.willOpenCare : BEFORE.willOpen
  return text(clockText(at, view))
}
