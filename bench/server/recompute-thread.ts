/** Makes its share of the sessions from a seed, some at a time, and works each out as it was and as it would be. */
import { parentPort, workerData } from 'node:worker_threads'
import {
  applyPlan,
  createPlanner,
  type Protocol,
  type Session,
} from '../../packages/engine/src/index.ts'
import { createCompare } from '../../packages/server/src/care/plan-change.ts'
import { generatedSessions } from '../data/generated-sessions.ts'

export interface Share {
  readonly protocol: Protocol
  readonly seed: number
  readonly people: number
  readonly compares: boolean
}

export interface Counted {
  readonly changed: number
  readonly seconds: number
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

function recomputed({ protocol, seed, people, compares }: Share): Counted {
  const [before, after] = [createPlanner([protocol]), createPlanner([lengthened(protocol)])]
  const compare = createCompare(0)
  const changes = (session: Session): boolean =>
    compare(applyPlan(before, session), applyPlan(after, session)).length > 0
  // They have one anchor always: asked so that nothing is left out as unused.
  const plansOnly = (session: Session): boolean =>
    applyPlan(before, session).anchor !== applyPlan(after, session).anchor
  let [changed, seconds] = [0, 0]
  for (let done = 0; done < people; done += AT_ONCE) {
    const sessions = generatedSessions(seed + done, Math.min(AT_ONCE, people - done))
    const start = performance.now()
    changed += sessions.filter(compares ? changes : plansOnly).length
    seconds += (performance.now() - start) / 1_000
  }
  return { changed, seconds }
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
