import {
  assess,
  datePlan,
  daysBetween,
  type Expected,
  expectedAt,
  type Instant,
  isOpen,
  localDate,
  type PlanProcedure,
  type Task,
} from '@afterglow/engine'
import { type Care, comingProcedures, endedProcedures } from './care.ts'
import { courseNow, type SignNow } from './course.ts'
import { type Entry, entriesOf } from './entry.ts'
import { type Opening, openingsOf } from './opening.ts'

/** The first screen: which day and hour it is, what is expected, what to do, what opens next. */
export interface Today {
  /** `before` while no session has ended. */
  readonly phase: 'before' | 'after'
  /** What has ended, the latest first. */
  readonly ended: readonly EndedProcedure[]
  /** What is still to come, the next first. */
  readonly coming: readonly PlanProcedure[]
  /** Whether no protocol covers anything that has ended: then there are no times to show. */
  readonly isAllUncovered: boolean
  readonly expected: ExpectedNow
  /** The one or two things to do, then the rest: what is particular to this day comes first. */
  readonly firstTasks: readonly TaskNow[]
  readonly moreTasks: readonly TaskNow[]
  /** What opens by time alone, soonest first. */
  readonly openings: readonly Opening[]
  /** What no time opens: a clinician or a report does. */
  readonly waiting: readonly Entry[]
}

interface EndedProcedure {
  readonly procedure: PlanProcedure
  /** Calendar days since it ended, in the person's zone: 0 on the same date. */
  readonly day: number
  readonly elapsedMs: number
  /** Nobody knows when it ended: day and hours are counted from a guess and are not to be shown. */
  readonly isEstimated: boolean
}

interface ExpectedNow {
  /** What sources say of this very time, the latest stage first. */
  readonly expectations: readonly Expected[]
  readonly usual: readonly SignNow[]
  readonly fading: readonly SignNow[]
  /** Whether the signs' time is over, or there never was one: then a sign is for the clinic. */
  readonly isOver: boolean
  /** Whether anything can be said of where in its course the skin is: not where nobody knows when the session ended. */
  readonly isTimeKnown: boolean
}

export interface TaskNow {
  readonly task: string
  readonly subject: string | null
  readonly until: Instant | null
  /** The times of the protocol's day at which it is due; empty where it is done as needed. */
  readonly times: NonNullable<Task['times']>
}

const FIRST_TASKS = 2
/** A stage that ends further away is not particular to this time. */
const STAGE_MS = 7 * 24 * 3_600_000
const STAGES = 4

export function todayOf(care: Care): Today {
  const ended = endedProcedures(care)
  const tasks = tasksNow(care)
  const closed = entriesOf(care).filter(({ verdict }) => !isOpen(verdict.status))
  return {
    phase: ended.length === 0 ? 'before' : 'after',
    ended: ended.map((procedure) => endedProcedure(care, procedure)),
    coming: comingProcedures(care),
    isAllUncovered: ended.every((one) => one.protocol === null),
    expected: expectedNow(care),
    firstTasks: tasks.slice(0, FIRST_TASKS),
    moreTasks: tasks.slice(FIRST_TASKS),
    openings: openingsOf(care.plan, closed),
    waiting: ended.length === 0 ? [] : closed.filter(({ verdict }) => verdict.opensAt === null),
  }
}

function endedProcedure({ at, zone }: Care, procedure: PlanProcedure): EndedProcedure {
  const { endedAt } = procedure
  return {
    procedure,
    day: daysBetween(localDate(endedAt, zone), localDate(at, zone)),
    elapsedMs: at - endedAt,
    isEstimated: procedure.endedAtEstimated ?? false,
  }
}

function expectedNow(care: Care): ExpectedNow {
  const { planner, session, at } = care
  const signs = courseNow(care)
  const usual = signs.filter(({ phase }) => phase === 'usual')
  const fading = signs.filter(({ phase }) => phase === 'fading')
  const stages = expectedAt(planner, session, at).filter(({ until }) => until - at <= STAGE_MS)
  const isOver = usual.length + fading.length === 0
  return {
    expectations: isOver ? [] : onceEach(stages, (one) => one.expectation).slice(0, STAGES),
    usual,
    fading,
    isOver,
    isTimeKnown: endedProcedures(care).some((one) => !one.endedAtEstimated),
  }
}

/** What may be done now, what ends soonest first. */
function tasksNow(care: Care): readonly TaskNow[] {
  const running = datePlan(care.plan).tasks.filter((task) => isRunning(care, task))
  return onceEach(
    running.toSorted((a, b) => endOf(a) - endOf(b)),
    (task) => task.task,
  ).map(({ task, subject, until, times }) => ({
    task,
    subject: subject ?? null,
    until,
    times: times ?? [],
  }))
}

/** A task is left out while its subject is not open: no advice is given against the plan. */
function isRunning({ plan, at }: Care, { phase, from, until, subject }: Task): boolean {
  return (
    phase === 'after' &&
    (from ?? at) <= at &&
    at < (until ?? Number.POSITIVE_INFINITY) &&
    (subject === undefined || isOpen(assess(plan, subject, at).status))
  )
}

function endOf({ until }: Task): number {
  return until ?? Number.MAX_VALUE
}

function onceEach<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const said = new Set<string>()
  return items.filter((item) => !said.has(key(item)) && said.add(key(item)))
}
