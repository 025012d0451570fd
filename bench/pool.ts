import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Measured, rateOf } from './measure.ts'
import type { RunnerName } from './rival.ts'
import type { Order, Report } from './worker.ts'

/** One process for each runner; only one of them works at a time. */
export interface Pool {
  /** Operations per second of processor time. */
  readonly rate: (name: RunnerName, order: Order) => Promise<number>
  readonly close: () => void
}

export function createPool(names: readonly RunnerName[]): Pool {
  const children = new Map(
    names.map((name) => [name, fork(join(import.meta.dirname, 'worker.ts'), [name])]),
  )
  return {
    rate: async (name, order) => {
      const child = children.get(name)
      if (!child) throw new Error(`no such runner: ${name}`)
      return rateOf(await measured(child, order))
    },
    close: () => {
      for (const child of children.values()) if (child.connected) child.disconnect()
    },
  }
}

async function measured(child: ChildProcess, order: Order): Promise<Measured> {
  const ended = new AbortController()
  const options = { signal: ended.signal }
  child.send(order)
  try {
    const [report] = await Promise.race([
      once(child, 'message', options),
      once(child, 'exit', options).then((): [Report] => [{ error: 'a runner ended early' }]),
    ])
    // What `worker.ts` sends is a Report.
    const told = report as Report
    if ('error' in told) throw new Error(told.error)
    return told
  } finally {
    ended.abort()
  }
}
