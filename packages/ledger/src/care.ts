import { applyPlan, type CarePlan, type Instant, type Issue, zoneAt } from '@afterglow/engine'
import type { GivenSession } from './given-session.ts'
import type { Library } from './library.ts'
import { remarksOn } from './remarks.ts'

/** One person's plan at one instant: what every view is drawn from. */
export interface Care extends Library {
  readonly session: GivenSession['session']
  readonly plan: CarePlan
  readonly at: Instant
  /** The zone the person is in at `at`. */
  readonly zone: string
  /** What was given and not applied or not read, to be shown with every answer. */
  readonly remarks: readonly Issue[]
}

export function careOf(library: Library, { session, unread }: GivenSession, at: Instant): Care {
  const plan = applyPlan(library.planner, session)
  const zone = zoneAt(plan.zone, plan.events, at)
  const remarks = remarksOn({ plan, unread, vocabulary: library.vocabulary })
  return { ...library, session, plan, at, zone, remarks }
}
