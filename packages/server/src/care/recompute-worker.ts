import { parentPort, workerData } from 'node:worker_threads'
import { createPlanner } from '@afterglow/engine'
import { createCompare } from './plan-change.ts'
import type { RecomputeAnswer, RecomputeOrder, RecomputeTask } from './recompute.ts'

/** A thread that works plans out and knows nothing else. */
if (parentPort === null) throw new Error('plans are recomputed in a worker thread')
const port = parentPort

// openRecompute starts this file, with a task, and posts orders only.
const { from, to, at } = workerData as RecomputeTask
const compare = createCompare(from.map(createPlanner), createPlanner(to), at)

port.on('message', ({ id, pairs }: RecomputeOrder) => {
  const answer: RecomputeAnswer = { id, changes: pairs.map(compare) }
  port.postMessage(answer)
})
