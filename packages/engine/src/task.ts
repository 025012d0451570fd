import { type Bits, gateOf, holds } from './applicability.ts'
import type { CompiledProtocol } from './compiled.ts'
import { boundsOf, type End, type Protocol } from './protocol.ts'
import type { Instant } from './time.ts'

/** One thing to do in a span: `[from, until)`, without an end where a source gives none. */
export interface Task {
  readonly task: string
  readonly phase: 'before' | 'after'
  readonly subject?: string
  /** Null for a task of preparation that may be done at any time before. */
  readonly from: Instant | null
  readonly until: Instant | null
  /** Times of the protocol's day at which it is due; absent where it is done as needed. */
  readonly times?: readonly (keyof Protocol['routine'])[]
  readonly everyDays?: number
  /** The procedure it follows, where the plan holds more than one. */
  readonly procedure?: string
}

/** Tasks on one procedure's clock: from the earliest start that a source gives to the latest end. */
export function tasksOf(
  compiled: CompiledProtocol,
  start: Instant,
  instants: readonly Instant[],
  certain: Bits,
): readonly Task[] {
  return compiled.protocol.tasks
    .filter((task) => holds(gateOf(task.when, compiled.atoms), certain))
    .map((task) => ({
      task: task.id,
      phase: task.phase,
      ...(task.subject !== undefined && { subject: task.subject }),
      ...spanOf(task, compiled, start, instants),
      ...(task.times && { times: task.times }),
      ...(task.everyDays !== undefined && { everyDays: task.everyDays }),
    }))
}

function spanOf(
  task: Protocol['tasks'][number],
  compiled: CompiledProtocol,
  start: Instant,
  instants: readonly Instant[],
): { from: Instant | null; until: Instant | null } {
  if (task.phase === 'before') {
    const from =
      task.lead === undefined ? null : (instants[compiled.leadIndexOf(task.lead)] as Instant)
    return { from, until: start }
  }
  const instantOf = (end: End) =>
    Math.max(
      ...Object.values(boundsOf(end)).map(
        (length) => instants[compiled.indexOf(length)] as Instant,
      ),
    )
  const starts = task.statements.map(({ from }) => (from === undefined ? start : instantOf(from)))
  const ends = task.statements.map(({ until }) => (until === undefined ? null : instantOf(until)))
  const stated = ends.filter((end) => end !== null)
  return { from: Math.min(...starts), until: stated.length === 0 ? null : Math.max(...stated) }
}
