import {
  beforeSessions,
  datePlan,
  type Instant,
  type PlanProcedure,
  type Suitability,
} from '@afterglow/engine'
import { type Care, comingProcedures, endedProcedures } from './care.ts'
import { entriesOf } from './entry.ts'
import { type Opening, openingsOf } from './opening.ts'

/** What comes before one session that is still ahead. */
export interface BeforeSession {
  readonly procedure: PlanProcedure
  /** Whether a protocol covers it: what none covers has no preparation and no windows of ours. */
  readonly isCovered: boolean
  readonly tell: readonly Suitability[]
  readonly askPrescriber: readonly Suitability[]
  readonly postpone: readonly Suitability[]
  readonly information: readonly Suitability[]
  /** What rests on facts that were not told: for the person to read, not said of them. */
  readonly toConfirm: readonly Suitability[]
  /** What to get ready, what is due now first; what has no time comes last. */
  readonly steps: readonly PreparationStep[]
  /** When what the session shuts will open after it, soonest first; empty where none is covered. */
  readonly openings: readonly Opening[]
}

export interface PreparationStep {
  readonly kind: 'preparation' | 'task'
  readonly id: string
  readonly subject: string | null
  /** Null where no time is given. */
  readonly from: Instant | null
  readonly isDue: boolean
  readonly toConfirm: boolean
}

/** Every session still to come, the next first. */
export function beforeOf(care: Care): readonly BeforeSession[] {
  const { planner, session, at } = care
  const coming = comingProcedures(care)
  return beforeSessions(planner, session, at)
    .toSorted((a, b) => a.endedAt - b.endedAt)
    .flatMap(({ procedure: id, suitability, preparation }) => {
      const procedure = coming.find((one) => one.id === id)
      if (!procedure) return []
      const isCovered = procedure.protocol !== null
      const having = (action: Suitability['action']) =>
        suitability.filter((one) => one.action === action && !one.toConfirm)
      return [
        {
          procedure,
          isCovered,
          tell: having('tell-clinic'),
          askPrescriber: having('ask-prescriber'),
          postpone: having('postpone'),
          information: isCovered ? having('information') : [],
          toConfirm: suitability.filter((one) => one.toConfirm && one.action !== 'information'),
          steps: isCovered ? stepsOf(care, id, preparation) : [],
          openings: openingsAfter(care, procedure),
        },
      ]
    })
}

type Preparation = ReturnType<typeof beforeSessions>[number]['preparation'][number]

function stepsOf(
  { plan, at }: Care,
  procedure: string,
  preparation: readonly Preparation[],
): readonly PreparationStep[] {
  const tasks = datePlan(plan).tasks.filter(
    (task) => task.phase === 'before' && (task.procedure ?? procedure) === procedure,
  )
  const isDue = (from: Instant | null) => from !== null && from <= at
  const steps = [
    ...preparation.map(({ preparation: id, subject = null, from, toConfirm }) => ({
      kind: 'preparation' as const,
      id,
      subject,
      from,
      isDue: isDue(from),
      toConfirm,
    })),
    ...tasks.map(({ task: id, subject = null, from }) => ({
      kind: 'task' as const,
      id,
      subject,
      from,
      isDue: isDue(from),
      toConfirm: false,
    })),
  ]
  return steps.toSorted((a, b) => startOf(a, at) - startOf(b, at))
}

function startOf({ from }: PreparationStep, at: Instant): number {
  return Math.max(at, from ?? Number.MAX_VALUE)
}

/** Asked of the plan as it is the moment the session ends. */
function openingsAfter({ plan }: Care, { endedAt }: PlanProcedure): readonly Opening[] {
  const then = { plan, at: endedAt }
  if (endedProcedures(then).every((one) => one.protocol === null)) return []
  return openingsOf(plan, entriesOf(then))
}
