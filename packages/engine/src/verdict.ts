import type { CarePlan } from './care-plan.ts'
import type { Status } from './codes.ts'
import type { Reason } from './reason.ts'
import { cautionOf, isOpen, stricter } from './status.ts'
import type { Change, Elapsed, Step, SubjectWindows } from './subject-windows.ts'
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
  if (entry.group) return groupVerdict(plan, subject, at)
  // Every entry of a plan's subjects has its windows.
  return windowsVerdict(plan.windows[entry.index] as SubjectWindows, plan.anchor, at)
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

function windowsVerdict(
  { subject, steps, reasons }: SubjectWindows,
  anchor: Instant,
  at: Instant,
): Verdict {
  const current = indexAt(steps, at - anchor)
  const step = steps[current]
  return {
    subject,
    at,
    status: step ? step.status : 'unknown',
    since: dated(startOfRun(steps, current), anchor),
    opensAt: dated(openingOf(steps, current), anchor),
    nextChangeAt: dated(nextChange(steps, current), anchor),
    changedBy: step ? step.changedBy : PLANNED,
    governing: step ? governingOf(step, reasons) : null,
    reasons,
  }
}

/** Before the first step no procedure has ended: unknown, with what is known for then. */
const PLANNED: readonly Change[] = ['time']

function dated(elapsed: Elapsed | null, anchor: Instant): Instant | null {
  return elapsed === null ? null : anchor + elapsed
}

/** A pure group answers per narrower subject; its own answer is the strictest of theirs. */
function groupVerdict(plan: CarePlan, subject: string, at: Instant): Verdict {
  const narrower = (plan.subjects[subject]?.narrower ?? []).map((code) => assess(plan, code, at))
  const [first, ...others] = narrower
  if (!first) return notCovered(subject, at)
  const strictest = others.reduce((best, next) => (isStricter(next, best) ? next : best), first)
  const runs = strictestRuns(leavesOf(plan, subject))
  const current = indexAt(runs, at - plan.anchor)
  return {
    ...strictest,
    subject,
    since: dated(startOfRun(runs, current), plan.anchor),
    opensAt: dated(openingOf(runs, current), plan.anchor),
    nextChangeAt: dated(nextChange(runs, current), plan.anchor),
    narrower,
  }
}

function isStricter(a: Verdict, b: Verdict): boolean {
  return cautionOf(a.status) > cautionOf(b.status)
}

type Run = Pick<Step, 'start' | 'status'>

/** The strictest status of several subjects over time. */
function strictestRuns(leaves: readonly SubjectWindows[]): readonly Run[] {
  const starts = new Set(leaves.flatMap(({ steps }) => steps.map((step) => step.start)))
  return [...starts]
    .sort((a, b) => a - b)
    .map((start) => ({
      start,
      status: leaves
        .map(({ steps }) => steps[indexAt(steps, start)]?.status ?? 'unknown')
        .reduce(stricter),
    }))
}

function leavesOf(plan: CarePlan, group: string): readonly SubjectWindows[] {
  return (plan.subjects[group]?.narrower ?? []).flatMap((code) => {
    const below = plan.subjects[code]
    if (!below) return []
    return below.group ? leavesOf(plan, code) : (plan.windows[below.index] ?? [])
  })
}

/** The last step that has started by `at`; -1 before the first. */
function indexAt(steps: readonly Run[], at: Elapsed): number {
  let k = steps.length - 1
  // k stays inside the list in this loop and in those below.
  while (k >= 0 && (steps[k] as Run).start > at) k--
  return k
}

function startOfRun(steps: readonly Run[], current: number): Elapsed | null {
  if (current < 0) return null
  let k = current
  while (k > 0 && (steps[k - 1] as Run).status === (steps[current] as Run).status) k--
  return (steps[k] as Run).start
}

/** The next step with another status: before the first step all is unknown. */
function nextChange(steps: readonly Run[], current: number): Elapsed | null {
  const status = current < 0 ? 'unknown' : (steps[current] as Run).status
  for (let k = current + 1; k < steps.length; k++) {
    if ((steps[k] as Run).status !== status) return (steps[k] as Run).start
  }
  return null
}

/** Where open: the start of the open run. Else the next open step's start. */
function openingOf(steps: readonly Run[], current: number): Elapsed | null {
  let k = current
  if (k >= 0 && isOpen((steps[k] as Run).status)) {
    while (k > 0 && isOpen((steps[k - 1] as Run).status)) k--
    return (steps[k] as Run).start
  }
  for (k = current + 1; k < steps.length; k++)
    if (isOpen((steps[k] as Run).status)) return (steps[k] as Run).start
  return null
}

function governingOf({ governing, procedure }: Step, reasons: readonly Reason[]): Reason | null {
  if (governing === null) return null
  for (const reason of reasons) {
    if (reason.id === governing && reason.procedure === procedure) return reason
  }
  return null
}
