import type { CarePlan } from './care-plan.ts'
import type { Status } from './codes.ts'
import type { Reason } from './reason.ts'
import { indexAt, type Outlook, runAt } from './outlook.ts'
import { cautionOf, stricter } from './status.ts'
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
  // What every object has, such as `constructor`, is no entry: it has no index.
  const entry = plan.subjects[subject]
  const windows = entry?.index === undefined ? undefined : plan.windows[entry.index]
  // A time that is no number would otherwise be after every window.
  if (!entry || !windows || Number.isNaN(at - plan.anchor)) return notCovered(subject, at)
  return entry.group ? groupVerdict(plan, subject, at) : windowsVerdict(windows, plan.anchor, at)
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
  { subject, starts, outlooks, reasons }: SubjectWindows,
  anchor: Instant,
  at: Instant,
): Verdict {
  // The first outlook is the one before the first step.
  const outlook = outlooks[indexAt(starts, at - anchor) + 1] as Outlook
  return {
    subject,
    at,
    status: outlook.status,
    since: dated(outlook.since, anchor),
    opensAt: dated(outlook.opensAt, anchor),
    nextChangeAt: dated(outlook.nextChangeAt, anchor),
    changedBy: outlook.changedBy,
    governing: outlook.governing,
    reasons,
  }
}

function dated(elapsed: Elapsed | null, anchor: Instant): Instant | null {
  return elapsed === null ? null : anchor + elapsed
}

/** A pure group answers per narrower subject; its own answer is the strictest of theirs. */
function groupVerdict(plan: CarePlan, subject: string, at: Instant): Verdict {
  const narrower = (plan.subjects[subject]?.narrower ?? []).map((code) => assess(plan, code, at))
  const [first, ...others] = narrower
  if (!first) return notCovered(subject, at)
  const strictest = others.reduce((best, next) => (isStricter(next, best) ? next : best), first)
  const stages = strictestStages(leavesOf(plan, subject))
  const starts = stages.map(({ start }) => start)
  const run = runAt(stages, indexAt(starts, at - plan.anchor))
  return {
    ...strictest,
    subject,
    since: dated(run.since, plan.anchor),
    opensAt: dated(run.opensAt, plan.anchor),
    nextChangeAt: dated(run.nextChangeAt, plan.anchor),
    narrower,
  }
}

function isStricter(a: Verdict, b: Verdict): boolean {
  return cautionOf(a.status) > cautionOf(b.status)
}

/** The strictest status of several subjects over time. */
function strictestStages(
  leaves: readonly SubjectWindows[],
): readonly Pick<Step, 'start' | 'status'>[] {
  const starts = new Set(leaves.flatMap((leaf) => leaf.starts))
  return [...starts]
    .sort((a, b) => a - b)
    .map((start) => ({
      start,
      status: leaves
        .map((leaf) => leaf.steps[indexAt(leaf.starts, start)]?.status ?? 'unknown')
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
