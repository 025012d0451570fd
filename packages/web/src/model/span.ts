import { assess, type CarePlan, type Instant, type Status } from '@afterglow/engine'

/** One answer on a subject for as long as it holds: `[start, end)`; the last one has no end. */
export interface Span {
  readonly start: Instant
  readonly end: Instant | null
  readonly status: Status
  /** Before any session has ended: `unknown`, and not because anybody left something out. */
  readonly isPlanned: boolean
}

/** The answers on a subject from an instant on, in time order, each one asked of the engine. */
export function spansFrom(plan: CarePlan, subject: string, from: Instant): readonly Span[] {
  const spans: Span[] = []
  const firstEnd = Math.min(...plan.procedures.map((one) => one.endedAt))
  for (let start: Instant | null = from; start !== null; ) {
    const { status, nextChangeAt }: ReturnType<typeof assess> = assess(plan, subject, start)
    spans.push({ start, end: nextChangeAt, status, isPlanned: start < firstEnd })
    start = nextChangeAt
  }
  return spans
}
