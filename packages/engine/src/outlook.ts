import type { Status } from './codes.ts'
import type { Reason } from './reason.ts'
import { isOpen } from './status.ts'
import type { Change, Elapsed, Step } from './subject-windows.ts'

/** What is to be said while one step lasts: its answer, since when, and what comes after. Times count from the anchor. */
export interface Outlook extends Run {
  readonly status: Status
  readonly changedBy: readonly Change[]
  readonly governing: Reason | null
}

/** The stretch of one status that a step lies in. */
export interface Run {
  /** When the status began; null before the first step. */
  readonly since: Elapsed | null
  /** While open: when that began. Else when it next opens; null when no time opens it. */
  readonly opensAt: Elapsed | null
  /** When the status next changes; null when it does not. */
  readonly nextChangeAt: Elapsed | null
}

type Stage = Pick<Step, 'start' | 'status'>

/** The outlook before the first step, then one for each step. */
export function outlooksOf(steps: readonly Step[], reasons: readonly Reason[]): readonly Outlook[] {
  return [PLANNED, ...steps].map((step, k): Outlook => {
    const { since, opensAt, nextChangeAt } = runAt(steps, k - 1)
    const governing = governingOf(step, reasons)
    const { status, changedBy } = step
    return { status, since, opensAt, nextChangeAt, changedBy, governing }
  })
}

/** Before the first step no procedure has ended: unknown, with what is known for then. */
const PLANNED: Step = {
  start: Number.NEGATIVE_INFINITY,
  status: 'unknown',
  governing: null,
  changedBy: ['time'],
}

/** The run that the stage at a place lies in; -1 is before the first, where all is unknown. */
export function runAt(stages: readonly Stage[], current: number): Run {
  return {
    since: startOfRun(stages, current),
    opensAt: openingOf(stages, current),
    nextChangeAt: nextChange(stages, current),
  }
}

/** The place of the last start that has been reached by `at`; -1 before the first. */
export function indexAt(starts: readonly Elapsed[], at: Elapsed): number {
  let k = starts.length - 1
  // k stays inside the list in this loop and in those below.
  while (k >= 0 && at < (starts[k] as Elapsed)) k--
  return k
}

function startOfRun(stages: readonly Stage[], current: number): Elapsed | null {
  if (current < 0) return null
  let k = current
  while (k > 0 && stages[k - 1]?.status === stages[current]?.status) k--
  return (stages[k] as Stage).start
}

function nextChange(stages: readonly Stage[], current: number): Elapsed | null {
  const status = stages[current]?.status ?? 'unknown'
  const next = stages.find((stage, k) => k > current && stage.status !== status)
  return next?.start ?? null
}

function openingOf(stages: readonly Stage[], current: number): Elapsed | null {
  const isOpenAt = (k: number) => k >= 0 && isOpen((stages[k] as Stage).status)
  if (!isOpenAt(current)) {
    const next = stages.find((stage, k) => k > current && isOpen(stage.status))
    return next?.start ?? null
  }
  let k = current
  while (isOpenAt(k - 1)) k--
  return (stages[k] as Stage).start
}

/** The reason that decides in a step; null where nothing binds. */
export function governingOf(
  { governing, procedure }: Pick<Step, 'governing' | 'procedure'>,
  reasons: readonly Reason[],
): Reason | null {
  return reasons.find((one) => one.id === governing && one.procedure === procedure) ?? null
}
