/** Makes its share of the sessions from a seed, some at a time, and works each out as it was and as it would be. */
import { parentPort, workerData } from 'node:worker_threads'
import { applyPlan, createPlanner, type Protocol } from '../../packages/engine/src/index.ts'
import { createCompare } from '../../packages/server/src/care/plan-change.ts'
import { generatedSessions } from '../data/generated-sessions.ts'

export interface Share {
  readonly protocol: Protocol
  readonly seed: number
  readonly people: number
}

export interface Counted {
  readonly changed: number
  readonly seconds: number
  readonly plansOnlySeconds: number
}

const AT_ONCE = 10_000
/** One subject kept shut for longer. */
const LONGER = {
  id: 'clinic-makeup',
  source: 'gordon',
  stance: 'avoid' as const,
  window: { until: 'P10D' },
}

// A share is what `recompute-worker.ts` starts this file with.
parentPort?.postMessage(recomputed(workerData as Share))

function recomputed({ protocol, seed, people }: Share): Counted {
  const longer = lengthened(protocol)
  const compare = createCompare([createPlanner([protocol])], createPlanner([longer]), 0)
  const [before, after] = [createPlanner([protocol]), createPlanner([longer])]
  let [changed, seconds, plansOnlySeconds, plans] = [0, 0, 0, 0]
  for (let done = 0; done < people; done += AT_ONCE) {
    const sessions = generatedSessions(seed + done, Math.min(AT_ONCE, people - done))
    seconds += timed(() => {
      for (const session of sessions) {
        if (compare({ from: 0, before: session, after: session }).length > 0) changed += 1
      }
    })
    plansOnlySeconds += timed(() => {
      for (const session of sessions) {
        plans += applyPlan(before, session).windows.length
        plans += applyPlan(after, session).windows.length
      }
    })
  }
  if (plans === 0) throw new Error('plans without windows')
  return { changed, seconds, plansOnlySeconds }
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1_000
}

/** The protocol with that. */
function lengthened(protocol: Protocol): Protocol {
  return {
    ...protocol,
    subjects: protocol.subjects.map((subject) =>
      subject.subject === 'makeup'
        ? { ...subject, positions: [...subject.positions, LONGER] }
        : subject,
    ),
  }
}
