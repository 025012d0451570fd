import { triage, type TriageAnswer } from '@afterglow/engine'
import type { StoredEvent } from '../store/event-log.ts'
import { unplanned } from './hear-message.ts'
import type { PatientCare } from './patient-care.ts'

type CheckIn = Parameters<typeof triage>[2]

/** What a kept check-in reported, in the engine's form. */
export function checkInOf({ data, at }: StoredEvent): CheckIn {
  // Written from a parsed check-in.
  return { ...data, at } as CheckIn
}

/**
 * Who to contact about a kept check-in and how fast, by the plan as it is: what is corrected since is judged as corrected,
 * and before a first procedure red flags count and all else is for the clinic.
 */
export function judgeCheckIn(read: PatientCare, event: StoredEvent): TriageAnswer {
  const { plan } = read.care ?? unplanned(read, event.at)
  return triage(read.library.planner, plan, checkInOf(event))
}
