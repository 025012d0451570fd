import type { Step, SubjectWindows } from './care-plan.ts'
import type { Contribution } from './contribution.ts'
import type { Reason } from './reason.ts'
import { cautionOf } from './status.ts'
import type { StepTemplate } from './subject-steps.ts'
import type { Instant } from './time.ts'

/** The windows of a plan with one procedure: its merged lists, dated. */
export function datedWindows(
  codes: readonly string[],
  contribution: Contribution,
): readonly SubjectWindows[] {
  const { templates, revision } = contribution
  const windows = new Array<SubjectWindows>(codes.length)
  for (let k = 0; k < codes.length; k++) {
    // There is one template for each code.
    const { steps, reasons } = templates[k] as Contribution['templates'][number]
    windows[k] = {
      subject: codes[k] as string,
      steps: dated(steps, revision.endedAt, revision.procedure.id),
      reasons,
    }
  }
  return windows
}

/** Several procedures, or several readings of one's end: at each instant the strictest of those that hold then. */
export function mergedWindows(
  codes: readonly string[],
  contributions: readonly Contribution[],
): readonly SubjectWindows[] {
  return codes.map((subject, k) => {
    const lanes = contributions.map(({ templates, revision }) => ({
      validFrom: revision.validFrom,
      validUntil: revision.validUntil,
      end: revision.endedAt,
      steps: dated(templates[k]?.steps ?? [], revision.endedAt, revision.procedure.id),
    }))
    const reasons = contributions.flatMap(({ templates, revision }) =>
      (templates[k]?.reasons ?? []).map(
        (reason): Reason => ({ ...reason, procedure: revision.procedure.id }),
      ),
    )
    return { subject, steps: mergedSteps(lanes), reasons: distinct(reasons) }
  })
}

interface Lane {
  readonly validFrom: Instant
  readonly validUntil: Instant
  readonly end: Instant
  readonly steps: readonly Step[]
}

function mergedSteps(lanes: readonly Lane[]): readonly Step[] {
  const points = new Set<Instant>()
  for (const lane of lanes) {
    for (const point of [
      lane.validFrom,
      lane.validUntil,
      lane.end,
      ...lane.steps.map((step) => step.start),
    ]) {
      if (Number.isFinite(point)) points.add(point)
    }
  }
  const sorted = [...points].sort((a, b) => a - b)
  const answers = sorted.map((point) => ({ ...strictestAt(lanes, point), start: point, end: null }))
  const changes = answers.filter((step, k) => k === 0 || !sameAnswer(step, answers[k - 1]))
  return changes.map((step, k) => ({ ...step, end: changes[k + 1]?.start ?? null }))
}

type Answer = Omit<Step, 'start' | 'end'>

const PLANNED: Answer = { status: 'unknown', governing: null, changedBy: ['time'], procedure: null }

/** Before any procedure has ended nothing is known; a planned one beside one that has ended only guards its preparation. */
function strictestAt(lanes: readonly Lane[], at: Instant): Answer {
  const valid = lanes.filter((lane) => lane.validFrom <= at && at < lane.validUntil)
  const steps = valid.flatMap((lane) => lane.steps.findLast((step) => step.start <= at) ?? [])
  if (!valid.some((lane) => lane.end <= at)) return steps[0] ?? PLANNED
  const [first, ...others] = steps
  if (!first) return PLANNED
  return others.reduce((best, next) => (outweighs(next, best) ? next : best), first)
}

function outweighs(next: Step, best: Step): boolean {
  const difference = cautionOf(next.status) - cautionOf(best.status)
  if (difference !== 0) return difference > 0
  return (next.end ?? Number.POSITIVE_INFINITY) > (best.end ?? Number.POSITIVE_INFINITY)
}

function dated(
  steps: readonly StepTemplate[],
  anchor: Instant,
  procedure: string,
): readonly Step[] {
  const last = steps.length - 1
  const result = new Array<Step>(steps.length)
  for (let k = 0; k <= last; k++) {
    const step = steps[k] as StepTemplate
    const next = k === last ? null : anchor + (steps[k + 1] as StepTemplate).start
    result[k] = {
      start: anchor + step.start,
      end: next,
      status: step.status,
      governing: step.governing,
      changedBy: step.changedBy,
      procedure: step.governing === null ? null : procedure,
    }
  }
  return result
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
