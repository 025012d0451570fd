import { read, readItems } from './request.ts'
import type { Role } from './account.ts'
import type { AnsweringHours } from './settings.ts'

/** What a patient may know of the clinic, and what stands on what it hands out. */
export interface ClinicCard {
  readonly clinicId: string
  readonly name: string
  readonly locale: string
  readonly zone: string
  readonly country: string | null
  readonly phone: string | null
  readonly emergencyNumber: string | null
  readonly bookingUrl: string | null
  readonly virtualVisitUrl: string | null
  readonly openingHours: string | null
  readonly answering: {
    readonly who: string | null
    readonly hours: readonly AnsweringHours[]
  }
  readonly branding: {
    /** `#rrggbb`. */
    readonly accent: string | null
    /** A data URL. */
    readonly logo: string | null
    readonly sheetNote: string | null
  }
  readonly staticCards: boolean
}

export function readClinicCard(): Promise<ClinicCard> {
  return read<ClinicCard>('/v1/clinic/card')
}

export interface TeamName {
  readonly userId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly isYou: boolean
}

export function readTeamNames(): Promise<readonly TeamName[]> {
  return readItems<TeamName>('/v1/team/names')
}
