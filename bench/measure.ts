import type { Answer } from './rival.ts'

/** Does one operation on the k-th input and gives its answer. */
export type Operation = (k: number) => Answer<unknown>

export interface Measured {
  readonly operations: number
  readonly cpuSeconds: number
}

/** The answer given last: kept, so that none is optimised away. */
const last: { answer: unknown } = { answer: undefined }

/** Repeats an operation over its inputs, in order, for so much processor time of this process (all its threads). */
export async function measure(operation: Operation, milliseconds: number): Promise<Measured> {
  const first = operation(0)
  const isAsync = first instanceof Promise
  last.answer = await first
  const start = process.cpuUsage()
  let operations = 0
  let batch = 1
  for (;;) {
    if (isAsync) await repeatAwaiting(operation, operations, batch)
    else repeat(operation, operations, batch)
    operations += batch
    const spent = cpuSecondsSince(start)
    if (spent * 1000 >= milliseconds) return { operations, cpuSeconds: spent }
    // Looks at the clock some twenty times a measurement.
    batch = Math.max(1, Math.floor((operations / spent) * (milliseconds / 20_000)))
  }
}

function cpuSecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000_000
}

function repeat(operation: Operation, from: number, count: number): void {
  for (let k = from; k < from + count; k++) last.answer = operation(k)
}

async function repeatAwaiting(operation: Operation, from: number, count: number): Promise<void> {
  for (let k = from; k < from + count; k++) last.answer = await operation(k)
}

export function rateOf({ operations, cpuSeconds }: Measured): number {
  return operations / cpuSeconds
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [
    sorted[sorted.length % 2 === 0 ? middle - 1 : middle],
    sorted[middle],
  ]
  return (low + high) / 2
}
