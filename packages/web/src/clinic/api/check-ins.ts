import type {
  CheckIn,
  Disposition,
  SignReport,
  TriageAnswer,
  TriageReason,
} from '@afterglow/engine'
import type { LastSession } from './alerts.ts'
import { readItems } from './request.ts'

/** What a patient reported in the last 14 days, with what was answered. */
export interface RecentCheckIn {
  readonly checkInId: string
  readonly patientId: string
  readonly name: string
  readonly at: string
  readonly recordedAt: string
  /** Whole calendar days from the last session to the check-in. */
  readonly day: number | null
  readonly procedure: LastSession | null
  readonly signs: readonly SignReport[]
  readonly notes: string | null
  readonly disposition: Disposition
  readonly urgency: number
  readonly reasons: readonly TriageReason[]
  /** Where somebody has to see it, or had to. */
  readonly alertId: string | null
  readonly acknowledgedAt: string | null
  readonly ownerName: string | null
}

/** The newest first. */
export function readRecentCheckIns(): Promise<readonly RecentCheckIn[]> {
  return readItems<RecentCheckIn>('/v1/check-ins?limit=50')
}

/** One of all that a patient reported, with what triage makes of it by now. */
export interface AnsweredCheckIn {
  readonly eventId: string
  readonly at: string
  readonly data: Pick<CheckIn, 'signs' | 'notes'>
  readonly answer: TriageAnswer
}

export function readCheckInsOf(patientId: string): Promise<readonly AnsweredCheckIn[]> {
  return readItems<AnsweredCheckIn>(`/v1/patients/${patientId}/check-ins`)
}
