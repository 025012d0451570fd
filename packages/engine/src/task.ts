import { gateOf, holds } from './applicability.ts'
import type { Application } from './application.ts'
import { boundsOf, type End, type Protocol } from './protocol.ts'
import type { Instant } from './time.ts'
import type { Elapsed } from './subject-windows.ts'

/** One thing to do in a span: `[from, until)`, without an end where a source gives none. */
export interface Task {
  readonly task: string
  readonly phase: 'before' | 'after'
  readonly subject?: string
  /** Null for a task of preparation that may be done at any time before. */
  readonly from: Elapsed | null
  readonly until: Elapsed | null
  /** Times of the protocol's day at which it is due; absent where it is done as needed. */
  readonly times?: readonly (keyof Protocol['routine'])[]
  readonly everyDays?: number
  /** The procedure it follows, where the plan holds more than one. */
  readonly procedure?: string
}

/** Tasks on one procedure's clock: from the earliest start that a source gives to the latest end. */
export function tasksOf(application: Application): readonly Task[] {
  const { compiled, facts } = application
  return compiled.protocol.tasks
    .filter((task) => holds(gateOf(task.when, compiled.atoms), facts.certain))
    .map((task) => ({
      task: task.id,
      phase: task.phase,
      ...(task.subject !== undefined && { subject: task.subject }),
      ...(task.phase === 'before' ? spanBefore(task, application) : spanAfter(task, application)),
      ...(task.times && { times: task.times }),
      ...(task.everyDays !== undefined && { everyDays: task.everyDays }),
    }))
}

type TaskRule = Protocol['tasks'][number]
type Span = Pick<Task, 'from' | 'until'>

function spanBefore({ lead }: TaskRule, { compiled, start, instants }: Application): Span {
  const from = lead === undefined ? null : (instants[compiled.leadIndexOf(lead)] as Instant)
  return { from, until: start }
}

function spanAfter({ statements }: TaskRule, { compiled, start, instants }: Application): Span {
  const instantOf = (end: End) =>
    Math.max(
      ...Object.values(boundsOf(end)).map(
        (length) => instants[compiled.indexOf(length)] as Instant,
      ),
    )
  const starts = statements.map(({ from }) => (from === undefined ? start : instantOf(from)))
  const stated = statements.flatMap(({ until }) => (until === undefined ? [] : [instantOf(until)]))
  return { from: Math.min(...starts), until: stated.length === 0 ? null : Math.max(...stated) }
}
