import type { Planner } from './planner.ts'
import type { CarePlan } from './care-plan.ts'
import type { Span } from './occurrence.ts'
import type { Instant } from './time.ts'

export const REMINDER_KINDS = [
  'routine',
  'window-opened',
  'window-caution',
  'check-in-due',
  'session-due',
  'milestone',
] as const

export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** Something to remind of, before anybody's quiet hours. */
export interface Occasion {
  /** From kind, what it is about and `nominalAt`: the same on every machine, whatever the quiet hours and digests. */
  readonly id: string
  readonly kind: ReminderKind
  /** What opens, or what a routine is done with: open when it is due. */
  readonly subject?: string
  readonly task?: string
  readonly milestone?: string
  readonly procedure?: string
  /** When the planned session is to end. */
  readonly sessionAt?: Instant
  readonly nominalAt: Instant
  /** From this instant on it is of no use. */
  readonly expiresAt: Instant
  readonly urgency: 'low' | 'normal'
}

/** Where occasions are looked for. */
export interface OccasionRequest {
  readonly planner: Planner
  readonly plan: CarePlan
  readonly span: Span
  /** When a check-in is asked for, by the person's clock; in the evening of the protocol's routine where it is not given. */
  readonly checkInAt?: string | undefined
}

/** The parts of an occasion that its kind does not fix. */
type Parts = Omit<Occasion, 'id' | 'kind' | 'urgency'>

export function createOccasion(kind: ReminderKind, parts: Parts): Occasion {
  const { subject, task, milestone, procedure, nominalAt } = parts
  const names = [procedure, subject, task, milestone].filter((name) => name !== undefined)
  return {
    id: [kind, ...names, nominalAt].join('/'),
    kind,
    ...parts,
    urgency: LOW.has(kind) ? 'low' : 'normal',
  }
}

const LOW: ReadonlySet<ReminderKind> = new Set(['routine', 'window-caution', 'milestone'])
