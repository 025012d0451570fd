import { beforeSessions, type BeforeSession, type Suitability } from '@afterglow/engine'
import { BEFORE, HEADING, PLAN } from '../copy.ts'
import { bullet, paint, paragraph, section } from '../layout.ts'
import { subjectName } from '../texts.ts'
import { clockText, countdown, dayText, longClockText } from '../time-text.ts'
import { entriesAt, type Entry } from './entries.ts'
import { groupedBy } from './lists.ts'
import { proceduresAt } from './now.ts'
import { whatWasDone } from './procedure-text.ts'
import type { View } from './view.ts'

/** Every session still to come: when, what to tell and ask, what to prepare, and what will open after it. */
export function beforeLines(view: View): readonly string[] {
  const coming = beforeSessions(view.planner, view.session, view.at)
  if (coming.length === 0) return []
  const only = !proceduresAt(view.plan, view.at).some((one) => one.endedAt <= view.at)
  const head = only
    ? [paint(view.look, 'title', PLAN.titleBefore), PLAN.now(longClockText(view), view.zone)]
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
  return [
    ...paragraph(look, BEFORE.when(what, clockText(endedAt, view), countdown(endedAt, view.at)), 0),
    ...(isCovered ? [] : ['', ...paragraph(look, PLAN.uncovered(what), 0)]),
    ...section(look, BEFORE.tell, certain('tell-clinic')),
    ...section(look, BEFORE.prescriber, certain('ask-prescriber')),
    ...section(look, BEFORE.postpone, certain('postpone')),
    ...section(look, BEFORE.toConfirm, saying(open)),
    ...(isCovered ? section(look, BEFORE.ready, readyLines(view, coming)) : []),
    ...(isCovered ? section(look, BEFORE.information, certain('information')) : []),
  ]
}

/** What to prepare and to do before, what starts soonest first; what has no time comes last. */
function readyLines(view: View, { procedure, preparation }: BeforeSession): readonly string[] {
  const { look, texts, dated, at } = view
  const tasks = dated.tasks.filter(
    (one) => one.phase === 'before' && (one.procedure ?? procedure) === procedure,
  )
  const steps = [
    ...preparation
      .filter((one) => !one.toConfirm)
      .map((one) => ({ from: one.from, text: texts.text(`preparation.${one.preparation}`) })),
    ...tasks.map((one) => ({ from: one.from, text: texts.text(`task.${one.task}`) })),
  ].map(({ from, text }) => ({ from, text, start: from === null ? '' : startText(view, from) }))
  return steps
    .filter((one, k) => steps.findIndex((other) => other.text === one.text) === k)
    .toSorted((a, b) => Math.max(at, a.from ?? LAST) - Math.max(at, b.from ?? LAST))
    .flatMap(({ text, start }) => bullet(look, start === '' ? text : `${start}: ${text}`))
}

const LAST = Number.MAX_VALUE

function startText(view: View, from: number): string {
  return from <= view.at ? BEFORE.now : BEFORE.from(dayText(from, view))
}

/** What will open after the last of them, by when. */
function openingLines(view: View, coming: readonly BeforeSession[]): readonly string[] {
  const { plan, look, texts } = view
  const ends = coming.map((one) => one.endedAt)
  const first = Math.min(...ends)
  const entries = entriesAt(plan, first, texts).filter(
    ({ verdict }) => verdict.status !== 'allowed' && verdict.status !== 'recommended',
  )
  const closed = entries.filter(
    ({ verdict }) => verdict.opensAt !== null && verdict.opensAt > first,
  )
  const timed = groupedBy(closed, ({ verdict }) => String(verdict.opensAt))
    .toSorted((a, b) => (a[0]?.verdict.opensAt ?? 0) - (b[0]?.verdict.opensAt ?? 0))
    .slice(0, SHOWN)
  const names = (group: readonly Entry[]) =>
    group.map((entry) => subjectName(texts, entry.subject)).join('; ')
  const lines = timed.flatMap((group) => [
    paint(look, 'go', `  ${BEFORE.willOpen(clockText(group[0]?.verdict.opensAt ?? 0, view))}`),
    ...paragraph(look, names(group), 6),
  ])
  if (lines.length === 0) return []
  return section(look, BEFORE.opens, [...paragraph(look, BEFORE.opensLead), ...lines])
}

const SHOWN = 5
