import {
  applyPlan,
  beforeSessions,
  type CarePlan,
  citationsOf,
  DISPOSITIONS,
  type Planner,
  planSeries,
  type Reason,
  triage,
} from '@afterglow/engine'
import type { Asked } from './plan-entries.ts'

/** Something that a plan shows: the key of its text, the source it names, the line of the ledger it comes from. */
interface Shown {
  readonly text?: string | undefined
  readonly source?: string | null
  readonly line?: string
}

type Moment = Pick<Asked, 'planner' | 'session' | 'at'>

/** All that a plan shows then without an English text or a source that resolves; an empty list is what we want. */
export function uncited({ planner, session, at }: Moment): readonly string[] {
  const known = { ...session, events: session.events.filter((event) => event.at <= at) }
  const asked = { planner, session: known, at, plan: applyPlan(planner, known) }
  const { hasText, hasSource, hasLine } = ledgerOf(planner)
  const shown = [
    ...windows(asked.plan),
    ...courseAndTasks(asked.plan),
    ...sessionsToCome(asked),
    ...care(asked),
  ]
  return shown.flatMap(({ text, source, line }) => [
    ...(text === undefined || hasText(text) ? [] : [`no text: ${text}`]),
    ...(source === undefined || (source && hasSource(source)) ? [] : [`no source: ${source}`]),
    ...(line === undefined || hasLine(line) ? [] : [`no cited line: ${line}`]),
  ])
}

type Has = (name: string) => boolean

function ledgerOf(planner: Planner): Readonly<Record<'hasText' | 'hasSource' | 'hasLine', Has>> {
  const protocols = planner.shelves.map(({ compiled }) => compiled.protocol)
  const sources = new Set(protocols.flatMap((one) => Object.keys(one.sources)))
  const cited = protocols.flatMap(citationsOf).filter(({ source }) => sources.has(source))
  const lines = new Set(cited.map(({ id }) => id))
  return {
    hasText: (key) => protocols.some((one) => Object.hasOwn(one.texts['en'] ?? {}, key)),
    hasSource: (code) => sources.has(code),
    hasLine: (id) => lines.has(id),
  }
}

/** Each window with every reason; what governs a step has to be one of them. */
function windows({ windows: all }: CarePlan): readonly Shown[] {
  return all.flatMap(({ subject, steps, reasons }) => {
    const ids = new Set(reasons.map((reason) => reason.id))
    const stray = steps.flatMap(({ governing }) =>
      governing === null || ids.has(governing) ? [] : [{ line: `${governing} on ${subject}` }],
    )
    return [{ text: `subject.${subject}` }, ...stray, ...reasons.flatMap(reasonShown)]
  })
}

/** What a clinician, the person or an uncovered procedure brought in has no source in the ledger. */
function reasonShown({ id, kind, source, why, condition }: Reason): readonly Shown[] {
  return [
    ...(kind === 'position' || kind === 'preparation' ? [{ source, line: id }] : []),
    ...(why === undefined ? [] : [{ text: `why.${why}` }]),
    ...(condition === undefined ? [] : [{ text: `condition.${condition}` }]),
  ]
}

function courseAndTasks({ course, tasks, milestones, done }: CarePlan): readonly Shown[] {
  return [
    ...course.map(({ sign }) => ({ text: `sign.${sign}` })),
    ...course.flatMap(({ expectations }) => expectations.map((id) => listed('expectation', id))),
    ...tasks.map(({ task }) => listed('task', task)),
    ...milestones.map(({ milestone }) => listed('milestone', milestone)),
    ...done.map(({ text, source }) => ({ text, source })),
    ...done.flatMap(({ watchFor }) => watchFor.map((sign) => ({ text: `sign.${sign}` }))),
  ]
}

function sessionsToCome({ planner, session, plan, at }: Omit<Asked, 'row' | 'ids'>) {
  const { holds, rules } = planSeries(planner, plan, { at })
  const before = beforeSessions(planner, session, at)
  const { sessions, spacing, maintenance, effect } = rules
  return [
    ...holds.map(({ hold, source }) => ({ ...listed('hold', hold), source })),
    ...[sessions, spacing, maintenance, effect].flatMap(({ basis }) =>
      basis.map((id) => listed('series', id)),
    ),
    ...before.flatMap(({ suitability }) =>
      suitability.map((one) => ({ ...listed('suitability', one.suitability), source: one.source })),
    ),
    ...before.flatMap(({ preparation }) =>
      preparation.map((one) => ({ ...listed('preparation', one.preparation), source: one.source })),
    ),
  ]
}

/** The care cards, the words of each outcome and the safety net, which are there at any time. */
function care({ planner, plan, at }: Omit<Asked, 'row' | 'ids'>): readonly Shown[] {
  const { safetyNet } = triage(planner, plan, { at, signs: [] })
  const flags = planner.shelves.flatMap((shelf) => [...shelf.redFlags.values()].flat())
  return [
    ...safetyNet.map((id) => listed('safety-net', id)),
    ...['emergency', 'urgent', 'contact'].map((card) => ({ text: `care-card.${card}` })),
    ...DISPOSITIONS.map((one) => ({ text: `disposition.${one}` })),
    ...flags.flatMap(({ basis }) => basis.map((id) => listed('red-flag', id))),
  ]
}

function listed(kind: string, id: string): Shown {
  return { text: `${kind}.${id}`, line: id }
}
