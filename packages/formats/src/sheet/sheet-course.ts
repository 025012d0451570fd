import { type CarePlan, type Expected, expectedAt, type Instant } from '@afterglow/engine'
import { groupedBy } from '../plan/grouped.ts'
import { proceduresAt } from '../plan/known-procedure.ts'
import type { SheetRequest } from './sheet.ts'

/** Until when a sign usually shows, and until when it may. */
export interface SignEnds {
  readonly sign: string
  readonly typicalEnd: Instant
  readonly outerEnd: Instant
}

/** A stage that still goes on for more than a week is no news of this very time. */
const STAGE_MS = 7 * 24 * 3_600_000

/** What the sources say of this time, the latest stage first. */
export function expectedNow({ planner, session, at }: SheetRequest): readonly Expected[] {
  return expectedAt(planner, session, at).filter(({ until }) => until - at <= STAGE_MS)
}

/** The signs that may still show, what ends soonest first; after several procedures until the last of their ends. */
export function signEndsOf(plan: CarePlan, at: Instant): readonly SignEnds[] {
  const ended = new Set(
    proceduresAt(plan, at)
      // Of an end that nobody knows no sign's time can be told.
      .filter(({ endedAt, endedAtEstimated }) => endedAt <= at && !endedAtEstimated)
      .map(({ id, endedAt }) => `${id} ${endedAt}`),
  )
  const [only] = plan.procedures
  const running = plan.course.filter(({ procedure, after, outerEnd }) => {
    const key = `${procedure ?? only?.id} ${plan.anchor + after}`
    return ended.has(key) && at < plan.anchor + outerEnd
  })
  return groupedBy(running, ({ sign }) => sign)
    .map((same) => ({
      sign: same[0]?.sign ?? '',
      typicalEnd: plan.anchor + Math.max(...same.map((one) => one.typicalEnd)),
      outerEnd: plan.anchor + Math.max(...same.map((one) => one.outerEnd)),
    }))
    .toSorted((a, b) => a.typicalEnd - b.typicalEnd || a.outerEnd - b.outerEnd)
}
