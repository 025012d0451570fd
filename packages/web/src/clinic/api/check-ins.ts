import type {
  CheckIn,
  Disposition,
  SignReport,
  TriageAnswer,
  TriageReason,
} from '@afterglow/engine'
import type { LastSession } from './alerts.ts'
import { readItems, type Reply, send } from './request.ts'

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
  readonly data: Pick<CheckIn, 'signs' | 'notes'> & {
    /** Signs that were said to be gone. */
    readonly settled?: readonly string[]
  }
  readonly answer: TriageAnswer
}

export function readCheckInsOf(patientId: string): Promise<readonly AnsweredCheckIn[]> {
  return readItems<AnsweredCheckIn>(`/v1/patients/${patientId}/check-ins`)
}

/** What a patient told somebody of the clinic; a sign that was not asked is left out, and is never read as no. */
export interface ToldCheckIn {
  readonly symptoms: readonly {
    readonly name: string
    readonly severity: string | number
    readonly trend?: SignReport['trend']
  }[]
  readonly notes?: string
}

/** Whom to contact and how fast, why, and the texts that are always said with it. */
export type CheckInReply = Pick<TriageAnswer, 'disposition' | 'reasons' | 'safetyNet'>

export function tellCheckIn(
  patientId: string,
  told: ToldCheckIn,
  key: string,
): Promise<Reply<CheckInReply>> {
  return send({ method: 'POST', path: `/v1/patients/${patientId}/check-ins`, body: told, key })
}
