import type { Contribution } from './contribution.ts'
import type { Reason } from './reason.ts'
import { cautionOf } from './status.ts'
import { createWindows, type Elapsed, type Step, type SubjectWindows } from './subject-windows.ts'
import type { Instant } from './time.ts'

/** One procedure's answers on one subject, counted from the plan's anchor, and when that reading of its end is valid. */
interface Lane {
  readonly validFrom: Elapsed
  readonly validUntil: Elapsed
  readonly end: Elapsed
  readonly steps: readonly Step[]
}

/** Several procedures, or several readings of one's end: at each instant the strictest of those that hold then. */
export function mergedWindows(
  codes: readonly string[],
  contributions: readonly Contribution[],
  anchor: Instant,
): readonly SubjectWindows[] {
  // The copy has looked at the windows once: a contribution merges them each time.
  const merged = contributions.map((one) => ({ ...one }))
  return codes.map((subject, k) => {
    const lanes = merged.map((one) => laneOf(one, k, anchor))
    const reasons = merged.flatMap(({ windows, revision }) =>
      (windows[k]?.reasons ?? []).map(
        (reason): Reason => ({ ...reason, procedure: revision.procedure.id }),
      ),
    )
    const silent = lanes.every(({ steps }) => steps.length === 0)
    return createWindows(subject, silent ? [] : mergedSteps(lanes), distinct(reasons))
  })
}

function laneOf({ windows, revision }: Contribution, index: number, anchor: Instant): Lane {
  const end = revision.endedAt - anchor
  return {
    validFrom: revision.validFrom - anchor,
    validUntil: revision.validUntil - anchor,
    end,
    steps: (windows[index]?.steps ?? []).map((step) => ({
      ...step,
      start: end + step.start,
      ...(step.governing !== null && { procedure: revision.procedure.id }),
    })),
  }
}

function mergedSteps(lanes: readonly Lane[]): readonly Step[] {
  const points = lanes.flatMap((lane) => [
    lane.validFrom,
    lane.validUntil,
    lane.end,
    ...lane.steps.map((step) => step.start),
  ])
  const sorted = [...new Set(points.filter(Number.isFinite))].sort((a, b) => a - b)
  const answers = sorted.map((point): Step => ({ ...strictestAt(lanes, point), start: point }))
  return answers.filter((step, k) => k === 0 || !sameAnswer(step, answers[k - 1]))
}

type Answer = Omit<Step, 'start'>

const PLANNED: Answer = { status: 'unknown', governing: null, changedBy: ['time'] }

/** Before any procedure has ended nothing is known; a planned one beside one that has ended only guards its preparation. */
function strictestAt(lanes: readonly Lane[], at: Elapsed): Answer {
  const valid = lanes.filter((lane) => lane.validFrom <= at && at < lane.validUntil)
  const [first, ...others] = valid.flatMap((lane) => currentOf(lane, at) ?? [])
  if (!first) return PLANNED
  if (!valid.some((lane) => lane.end <= at)) return first.step
  return others.reduce((best, next) => (outweighs(next, best) ? next : best), first).step
}

interface Current {
  readonly step: Step
  readonly until: Elapsed
}

function currentOf({ steps }: Lane, at: Elapsed): Current | undefined {
  const index = steps.findLastIndex((step) => step.start <= at)
  const step = steps[index]
  return step && { step, until: steps[index + 1]?.start ?? Number.POSITIVE_INFINITY }
}

/** The stricter answer governs; of two alike the one that lasts longer. */
function outweighs(next: Current, best: Current): boolean {
  const difference = cautionOf(next.step.status) - cautionOf(best.step.status)
  return difference === 0 ? next.until > best.until : difference > 0
}

function sameAnswer(a: Answer, b: Answer | undefined): boolean {
  return (
    a.status === b?.status &&
    a.governing === b.governing &&
    a.procedure === b.procedure &&
    a.changedBy.join() === b.changedBy.join()
  )
}

/** The readings of one procedure's end repeat their reasons. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>()
  return reasons.filter((reason) => {
    const key = `${reason.id} ${reason.procedure}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
