import {
  applyPlan,
  assess,
  createPlanner,
  type Planner,
  triage,
} from '../packages/engine/src/index.ts'
import type { Protocol } from '../packages/engine/src/protocol.ts'
import { createFloor } from './floor/floor.ts'
import { jsonRulesEngine } from './peers/json-rules-engine.ts'
import { nodeRules } from './peers/node-rules.ts'
import { createPeer } from './peers/peer.ts'
import { zenEngine } from './peers/zen-engine.ts'
import type { Rival, RunnerName } from './rival.ts'

/** Makes one way of doing the works ready for a protocol. */
export function createRunner(name: RunnerName, protocol: Protocol): Rival {
  const planner = createPlanner([protocol])
  switch (name) {
    case 'ours':
      return ours(planner)
    case 'floor':
      return createFloor(protocol, planner)
    case 'json-rules-engine':
      return createPeer(jsonRulesEngine, protocol, planner)
    case 'zen-engine':
      return createPeer(zenEngine, protocol, planner)
    case 'node-rules':
      return createPeer(nodeRules(protocol), protocol, planner)
  }
}

function ours(planner: Planner): Rival {
  return {
    plan: (session) => {
      const plan = applyPlan(planner, session)
      // Merged when they are first looked at: the others have theirs by now.
      void plan.windows
      return plan
    },
    verdict: ({ plan, subject, at }) => assess(plan, subject, at),
    triage: ({ plan, checkIn }) => triage(planner, plan, checkIn),
  }
}
