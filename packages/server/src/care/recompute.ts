import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Instant, Protocol } from '@afterglow/engine'
import type { PlanPair, SubjectChange } from './plan-change.ts'

/** What a thread is started with: the versions that plans have, the one that they would get, and from when on they are compared. */
export interface RecomputeTask {
  readonly from: readonly (readonly Protocol[])[]
  readonly to: readonly Protocol[]
  readonly at: Instant
}

/** A batch on its way to a thread, and back. */
export interface RecomputeOrder {
  readonly id: number
  readonly pairs: readonly PlanPair[]
}
export interface RecomputeAnswer {
  readonly id: number
  readonly changes: readonly (readonly SubjectChange[])[]
}

export interface Recompute {
  /** For each pair, in order, the subjects that change. */
  readonly changesOf: (pairs: readonly PlanPair[]) => Promise<RecomputeAnswer['changes']>
  readonly close: () => Promise<void>
}

/**
 * Works plans out in threads, so that a change of a protocol for very many stops no request. A thread is given sessions as
 * plain data, opened where the keys are: no key and no database handle leaves the main thread. Batches go to the threads in
 * turn; hand it some hundreds of plans at once.
 */
export function openRecompute(task: RecomputeTask, threads: number): Recompute {
  const workers = Array.from({ length: threads }, () => startWorker(task))
  let next = 0
  return {
    changesOf: async (pairs) => {
      const id = next
      next += 1
      // There is at least one thread.
      return asked(workers[id % threads] as Worker, { id, pairs })
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function startWorker(workerData: RecomputeTask): Worker {
  const url = new URL('./recompute-worker.ts', import.meta.url)
  const worker = new Worker(url, { workerData, execArgv: [] })
  // Each batch that waits listens for its own answer.
  worker.setMaxListeners(0)
  return worker
}

async function asked(worker: Worker, order: RecomputeOrder): Promise<RecomputeAnswer['changes']> {
  const ended = new AbortController()
  const options = { signal: ended.signal }
  worker.postMessage(order)
  try {
    for (;;) {
      const [answer] = await Promise.race([
        // `once` rejects where the thread fails, and recompute-worker.ts posts nothing but answers.
        once(worker, 'message', options) as Promise<[RecomputeAnswer]>,
        once(worker, 'exit', options).then((): never => {
          throw new Error('a recompute thread ended')
        }),
      ])
      if (answer.id === order.id) return answer.changes
    }
  } finally {
    ended.abort()
  }
}
