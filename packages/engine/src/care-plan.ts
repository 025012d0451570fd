import type { SignCourse } from './course.ts'
import type { Issue } from './issue.ts'
import type { Milestone } from './milestone.ts'
import type { CareEvent, PatientFacts } from './session.ts'
import type { SubjectWindows } from './subject-windows.ts'
import type { Task } from './task.ts'
import type { Instant } from './time.ts'

/**
 * Protocols applied to procedures, a person's facts and events: the one value that every view shows. Plain JSON. Windows,
 * course, tasks and milestones are a shape counted from `anchor` and shared by every plan of that shape; `datePlan` puts
 * it on the clock for whoever looks. Other instants are epoch milliseconds. Spans are [start, end).
 */
export interface CarePlan {
  readonly protocols: readonly ProtocolVersion[]
  /** The zone the person started in; `moved` events change what routines and clocks are shown in. */
  readonly zone: string
  /** The end of the first procedure: what the plan's elapsed times count from. */
  readonly anchor: Instant
  readonly procedures: readonly PlanProcedure[]
  readonly patient: PatientFacts
  readonly events: readonly CareEvent[]
  /** The tree of subjects, each with its place in `windows`. Shared by all plans of the same protocols. */
  readonly subjects: Readonly<Record<string, PlanSubject>>
  /** Merged when they are first looked at: triage needs none of them. */
  readonly windows: readonly SubjectWindows[]
  readonly course: readonly SignCourse[]
  readonly tasks: readonly Task[]
  readonly milestones: readonly Milestone[]
  /** What was done against the plan: no window changes, but signs are to be watched for. */
  readonly done: readonly Done[]
  /** Words that are in no list: shown, and treated as unknown. */
  readonly unmapped: readonly { readonly field: string; readonly word: string }[]
  readonly issues: readonly Issue[]
}

/** Which protocol was applied, down to its content. */
export interface ProtocolVersion {
  readonly code: string
  readonly version: string
  readonly hash: string
}

export interface PlanProcedure {
  readonly id: string
  readonly code: string
  readonly endedAt: Instant
  /** The latest it can have ended: windows count from it, and no sign is judged by the time since. */
  readonly endedAtEstimated?: true
  /** The zone in force at that end. */
  readonly zone: string
  /** The protocol that covers it; null where none does: its subjects are for the clinic. */
  readonly protocol: string | null
  readonly bodySites?: readonly string[]
  readonly indications?: readonly string[]
  readonly sessionNumber?: number
  /** From when on this reading of `endedAt` holds, where a correction gave it. */
  readonly correctedAt?: Instant
  /** The instant from which a later correction replaces this reading. */
  readonly replacedAt?: Instant
}

export interface PlanSubject {
  readonly index: number
  readonly group: boolean
  readonly medicine: boolean
  readonly broader: readonly string[]
  readonly narrower: readonly string[]
}

export interface Done {
  readonly at: Instant
  readonly subject: string
  /** Null where no source says what to do about it: the clinic is the way on. */
  readonly source: string | null
  readonly fact?: readonly string[]
  /** The key of the advice among the protocol's texts. */
  readonly text?: string
  readonly watchFor: readonly string[]
}

/** Whether a reading of a procedure's end holds at `at`: given by then, and not yet corrected. */
export function isCurrent({ correctedAt, replacedAt }: PlanProcedure, at: Instant): boolean {
  return (correctedAt ?? at) <= at && at < (replacedAt ?? Number.POSITIVE_INFINITY)
}
