import { type CheckIn, datePlan, type Instant, type SignCourse } from '@afterglow/engine'
import { type Care, endedProcedures } from './care.ts'

/** One sign after the last session that can bring it: how long it usually lasts, and how long it may. */
export interface SignNow {
  readonly sign: string
  /** Before the typical end `usual`, until the outer end `fading`, after it `over`. */
  readonly phase: 'usual' | 'fading' | 'over'
  readonly startedAt: Instant
  readonly typicalEnd: Instant
  readonly outerEnd: Instant
  readonly expectations: readonly string[]
  /** What was last reported of it; null where nothing was. */
  readonly reported: ReportedSign | null
}

export interface ReportedSign {
  readonly at: Instant
  readonly severity: CheckIn['signs'][number]['severity']
}

/**
 * Every sign that has a course, what usually ends soonest first; of several sessions the one that lasts longest. A session
 * that ended nobody knows when has none: how far along it is cannot be said.
 */
export function courseNow(care: Care): readonly SignNow[] {
  const ended = endedProcedures(care)
  const latest = new Map<string, SignCourse>()
  for (const course of datePlan(care.plan).course) {
    const isEnded = ended.some(
      (one) => one.endedAt === course.after && (course.procedure ?? one.id) === one.id,
    )
    const known = latest.get(course.sign)
    if (isEnded && (!known || course.outerEnd > known.outerEnd)) latest.set(course.sign, course)
  }
  return [...latest.values()]
    .toSorted((a, b) => a.typicalEnd - b.typicalEnd || a.outerEnd - b.outerEnd)
    .map((course) => signNow(care, course))
}

function signNow(care: Care, course: SignCourse): SignNow {
  const { sign, after, typicalEnd, outerEnd, expectations } = course
  return {
    sign,
    phase: care.at < typicalEnd ? 'usual' : care.at < outerEnd ? 'fading' : 'over',
    startedAt: after,
    typicalEnd,
    outerEnd,
    expectations,
    reported: lastReport(care, sign),
  }
}

/** The latest word on a sign by `at`; of one instant the one that says it is there. */
export function lastReport(
  { plan, at }: Pick<Care, 'plan' | 'at'>,
  sign: string,
): ReportedSign | null {
  let last: ReportedSign | null = null
  const hear = (heard: ReportedSign) => {
    if (heard.at > at || (last && last.at > heard.at)) return
    if (last && last.at === heard.at && isGone(heard)) return
    last = heard
  }
  for (const event of plan.events) {
    if (event.type !== 'check-in') continue
    if (event.settled?.includes(sign)) hear({ at: event.at, severity: 0 })
    for (const { code, severity } of event.signs)
      if (code === sign) hear({ at: event.at, severity })
  }
  return last
}

function isGone({ severity }: ReportedSign): boolean {
  return severity === 0 || severity === 'none'
}
