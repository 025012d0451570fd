import { datePlan, type Instant } from '@afterglow/engine'
import type { Care } from './care.ts'

/** What gets better, and when: the sources' own spans, never a promise. */
export interface Results {
  /** With a time, what shows first comes first. */
  readonly timed: readonly TimedResult[]
  /** What sources say without a time. */
  readonly untimed: readonly Result[]
}

export interface Result {
  readonly milestone: string
  readonly source: string
  /** The procedure it follows, where the plan holds more than one. */
  readonly procedure: string | null
}

export interface TimedResult extends Result {
  /** Null where a source gives no start, or no end. */
  readonly from: Instant | null
  readonly until: Instant | null
  /** `over` says that the span is past, not that anything has to show. */
  readonly phase: 'coming' | 'now' | 'over'
}

/** The milestones of kind `result` after every session of the plan. */
export function resultsOf(care: Care): Results {
  const { plan, planner, at } = care
  const sources = new Map(
    planner.shelves.flatMap(({ compiled }) =>
      compiled.protocol.course.milestones.map(({ id, source }) => [id, source] as const),
    ),
  )
  const results = datePlan(plan)
    .milestones.filter(({ kind }) => kind === 'result')
    .map(({ milestone, procedure = null, from, until }) => ({
      milestone,
      source: sources.get(milestone) ?? '',
      procedure,
      from,
      until,
    }))
  return {
    timed: results
      .filter(isTimed)
      .map((one) => ({ ...one, phase: phaseAt(one, at) }))
      .toSorted((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b)),
    untimed: results
      .filter((one) => !isTimed(one))
      .map(({ milestone, source, procedure }) => ({ milestone, source, procedure })),
  }
}

type Timed = Pick<TimedResult, 'from' | 'until'>

function isTimed({ from, until }: Timed): boolean {
  return from !== null || until !== null
}

function phaseAt({ from, until }: Timed, at: Instant): TimedResult['phase'] {
  if (from !== null && at < from) return 'coming'
  if (until !== null && at >= until) return 'over'
  return from === null ? 'coming' : 'now'
}

function startOf({ from, until }: Timed): number {
  return from ?? until ?? Number.MAX_SAFE_INTEGER
}

function endOf({ until }: Timed): number {
  return until ?? Number.MAX_SAFE_INTEGER
}
