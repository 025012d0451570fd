import { applyPlan, createPlanner, datePlan } from '../packages/engine/src/index.ts'
import type { Operation } from './measure.ts'
import type { Rival, Work } from './rival.ts'
import type { SubjectMatter } from './subject-matter.ts'

/** What is measured: the works, and beside them parts of one that show what limits it. */
export type Probe =
  | Work
  /** The plans of the first hundred people of a new planner, all as one. */
  | 'first-plans'
  /** Plans of two hundred people again and again: every shape is known. */
  | 'known-plan'
  /** Plans with a check-in among their events. */
  | 'told-plan'
  /** Plans put on the clock for somebody to look at. */
  | 'dated-plan'
  /** A rules engine's own part of a plan. */
  | 'rules'

export const FIRST = 100
const KNOWN = 200

export function operationOf(probe: Probe, rival: Rival, matter: SubjectMatter): Operation {
  const { sessions, verdicts, triages } = matter
  switch (probe) {
    case 'plan':
      return (k) => rival.plan(itemAt(sessions, k))
    case 'verdict':
      return (k) => rival.verdict(itemAt(verdicts, k))
    case 'triage':
      return (k) => rival.triage(itemAt(triages, k))
    case 'rules':
      return (k) => rival.rules?.(itemAt(sessions, k))
    case 'first-plans':
      return (k) => firstPlans(matter, k)
    case 'known-plan':
      return (k) => rival.plan(itemAt(sessions, k % KNOWN))
    case 'told-plan':
      return (k) => rival.plan(itemAt(triages, k).session)
    case 'dated-plan':
      return (k) => dated(rival.plan(itemAt(sessions, k % KNOWN)))
  }
}

function firstPlans({ protocol, sessions }: SubjectMatter, k: number): unknown {
  const planner = createPlanner([protocol])
  let last: unknown
  for (let n = 0; n < FIRST; n++) last = applyPlan(planner, itemAt(sessions, k * FIRST + n))
  return last
}

/** Our plans are at hand at once. */
function dated(plan: ReturnType<Rival['plan']>): unknown {
  return plan instanceof Promise ? plan : datePlan(plan)
}

function itemAt<T>(list: readonly T[], k: number): T {
  // The remainder stays inside the list, which is never empty.
  return list[k % list.length] as T
}
