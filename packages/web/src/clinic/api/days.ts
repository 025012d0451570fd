import type { Status } from '@afterglow/engine'
import type { LastSession } from './alerts.ts'
import { read } from './request.ts'

/** Somebody in the first 28 days after a session. */
export interface PatientDay {
  readonly patientId: string
  readonly name: string
  readonly locale: string
  readonly day: number
  readonly endedAt: string
  readonly procedure: LastSession
  readonly opensToday: readonly {
    readonly subject: string
    readonly at: string
    readonly status: Status
  }[]
  readonly lastCheckInAt: string | null
}

export interface PatientDays {
  /** The newest session first. */
  readonly items: readonly PatientDay[]
  /** Not null where there are more than were read. */
  readonly next: string | null
  readonly counts?: { readonly inFirstWeek: number; readonly inFirstMonth: number }
}

export function readDays(): Promise<PatientDays> {
  return read<PatientDays>('/v1/days?limit=200')
}
