import type { CarePlan, PlanSubject, Step, SubjectWindows } from './care-plan.ts'
import type { Status } from './codes.ts'
import type { Reason } from './reason.ts'
import { cautionOf, isOpen } from './status.ts'
import type { Change } from './subject-steps.ts'
import type { Instant } from './time.ts'

/** The answer to "may I?" at one instant, why, and until when it holds. */
export interface Verdict {
  readonly subject: string
  readonly at: Instant
  readonly status: Status
  /** Since when this status has held; null before any procedure has ended and for subjects the protocol does not know. */
  readonly since: Instant | null
  /** The first instant that is caution, allowed or recommended: while open, when that began; null when no time opens it. */
  readonly opensAt: Instant | null
  /** When the status next changes by itself; null when it does not. */
  readonly nextChangeAt: Instant | null
  readonly changedBy: readonly Change[]
  /** What decides; null where nothing binds. */
  readonly governing: Reason | null
  /** Every position on the subject with what it says, in ledger order. */
  readonly reasons: readonly Reason[]
  /** For a pure group: the answer on each narrower subject, the strictest of which is this one's. */
  readonly narrower?: readonly Verdict[]
}

/** Says whether `subject` is allowed at `at`. A subject that no protocol of the plan knows is `unknown`: ask the clinic. */
export function assess(plan: CarePlan, subject: string, at: Instant): Verdict {
  const entry = Object.hasOwn(plan.subjects, subject) ? plan.subjects[subject] : undefined
  if (!entry) return notCovered(subject, at)
  if (entry.group) return groupVerdict(plan, entry, subject, at)
  // Every entry of a plan's subjects has its windows.
  return windowsVerdict(plan.windows[entry.index] as SubjectWindows, at)
}

/** The first instant, from `at` on or holding at `at`, at which the subject is open; null when no time opens it. */
export function opensAt(plan: CarePlan, subject: string, at: Instant): Instant | null {
  return assess(plan, subject, at).opensAt
}

function notCovered(subject: string, at: Instant): Verdict {
  return {
    subject,
    at,
    status: 'unknown',
    since: null,
    opensAt: null,
    nextChangeAt: null,
    changedBy: [],
    governing: null,
    reasons: [],
  }
}

function windowsVerdict({ subject, steps, reasons }: SubjectWindows, at: Instant): Verdict {
  const current = indexAt(steps, at)
  const step = steps[current]
  if (!step) return planned(subject, steps, reasons, at)
  return {
    subject,
    at,
    status: step.status,
    since: startOfRun(steps, current),
    opensAt: openingOf(steps, current),
    nextChangeAt: nextChange(steps, current),
    changedBy: step.changedBy,
    governing: governingOf(step, reasons),
    reasons,
  }
}

/** Before anything has ended: unknown, with what is known for then. */
function planned(
  subject: string,
  steps: readonly Step[],
  reasons: readonly Reason[],
  at: Instant,
): Verdict {
  return {
    subject,
    at,
    status: 'unknown',
    since: null,
    opensAt: openingOf(steps, -1),
    nextChangeAt: steps.find((step) => step.status !== 'unknown')?.start ?? null,
    changedBy: ['time'],
    governing: null,
    reasons,
  }
}

function groupVerdict(plan: CarePlan, entry: PlanSubject, subject: string, at: Instant): Verdict {
  const narrower = entry.narrower.map((code) => assess(plan, code, at))
  const [first, ...others] = narrower
  if (!first) return notCovered(subject, at)
  const strictest = others.reduce(
    (best, next) => (cautionOf(next.status) > cautionOf(best.status) ? next : best),
    first,
  )
  return {
    ...strictest,
    subject,
    opensAt: groupOpening(plan, entry, at),
    nextChangeAt: groupNextChange(plan, entry, at, strictest.status),
    narrower,
  }
}

/** A group is open once every narrower subject is: tried at each of their openings, soonest first. */
function groupOpening(plan: CarePlan, entry: PlanSubject, at: Instant): Instant | null {
  const leaves = leavesOf(plan, entry)
  const isOpenAt = (point: Instant) => leaves.every(({ steps }) => isOpen(statusAt(steps, point)))
  const starts = boundaries(leaves)
  if (!isOpenAt(at)) return starts.find((point) => point > at && isOpenAt(point)) ?? null
  const closed = starts.findLast((point) => point <= at && !isOpenAt(point))
  return starts.find((point) => (closed === undefined || point > closed) && isOpenAt(point)) ?? null
}

function groupNextChange(
  plan: CarePlan,
  entry: PlanSubject,
  at: Instant,
  status: Status,
): Instant | null {
  const leaves = leavesOf(plan, entry)
  const statusOf = (point: Instant) =>
    leaves
      .map(({ steps }) => statusAt(steps, point))
      .reduce((a, b) => (cautionOf(b) > cautionOf(a) ? b : a))
  return boundaries(leaves).find((point) => point > at && statusOf(point) !== status) ?? null
}

function leavesOf(plan: CarePlan, entry: PlanSubject): readonly SubjectWindows[] {
  return entry.narrower.flatMap((code) => {
    const below = plan.subjects[code]
    if (!below) return []
    return below.group ? leavesOf(plan, below) : (plan.windows[below.index] ?? [])
  })
}

function boundaries(leaves: readonly SubjectWindows[]): readonly Instant[] {
  return [...new Set(leaves.flatMap(({ steps }) => steps.map((step) => step.start)))].sort(
    (a, b) => a - b,
  )
}

function statusAt(steps: readonly Step[], at: Instant): Status {
  return steps[indexAt(steps, at)]?.status ?? 'unknown'
}

/** The last step that has started by `at`; -1 before the first. */
function indexAt(steps: readonly Step[], at: Instant): number {
  let k = steps.length - 1
  while (k >= 0 && (steps[k] as Step).start > at) k--
  return k
}

function startOfRun(steps: readonly Step[], current: number): Instant {
  let k = current
  while (k > 0 && (steps[k - 1] as Step).status === (steps[current] as Step).status) k--
  return (steps[k] as Step).start
}

function nextChange(steps: readonly Step[], current: number): Instant | null {
  const { status } = steps[current] as Step
  for (let k = current + 1; k < steps.length; k++)
    if ((steps[k] as Step).status !== status) return (steps[k] as Step).start
  return null
}

/** Where open: the start of the open run. Else the next open step's start. */
function openingOf(steps: readonly Step[], current: number): Instant | null {
  if (current >= 0 && isOpen((steps[current] as Step).status)) {
    let k = current
    while (k > 0 && isOpen((steps[k - 1] as Step).status)) k--
    return (steps[k] as Step).start
  }
  for (let k = current + 1; k < steps.length; k++)
    if (isOpen((steps[k] as Step).status)) return (steps[k] as Step).start
  return null
}

function governingOf(step: Step, reasons: readonly Reason[]): Reason | null {
  if (step.governing === null) return null
  for (const reason of reasons) {
    if (
      reason.id === step.governing &&
      (reason.procedure === undefined || reason.procedure === step.procedure)
    )
      return reason
  }
  return null
}
