import { type Answered, readTagged, type Reply, send } from './request.ts'

/** When somebody reads what patients write, in the clinic's zone. */
export interface AnsweringHours {
  /** ISO weekdays, 1 is Monday. */
  readonly days: readonly number[]
  readonly from: string
  /** At most `24:00`. */
  readonly until: string
}

interface ClinicSettings {
  readonly phone: string | null
  readonly emergencyNumber: string | null
  readonly bookingUrl: string | null
  readonly virtualVisitUrl: string | null
  readonly openingHours: string | null
  readonly answering: { readonly who: string | null; readonly hours: readonly AnsweringHours[] }
  readonly branding: {
    readonly accent: string | null
    readonly logo: string | null
    readonly sheetNote: string | null
  }
  readonly alertEmails: readonly string[]
  readonly escalationEmails: readonly string[]
  readonly acknowledgeWithinMin: number
  readonly quietHours: { readonly from: string; readonly until: string } | null
  readonly digestAt: string | null
  readonly checkInAt: string
  readonly staticCards: boolean
  readonly nameInMessages: boolean
  readonly retentionMonths: {
    readonly photos: number
    readonly messages: number
    readonly audit: number
  }
}

/** The clinic as its settings say it. */
export interface Clinic {
  readonly clinicId: string
  readonly name: string
  readonly zone: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly locale: string
  readonly settings: ClinicSettings
}

export type ClinicChange = Partial<Pick<Clinic, 'name' | 'zone' | 'country' | 'locale'>> & {
  readonly settings?: Partial<ClinicSettings>
}

export function readClinic(): Promise<Answered<Clinic>> {
  return readTagged<Clinic>('/v1/clinic')
}

/** Refused where somebody changed it since it was read. */
export function changeClinic(change: ClinicChange, etag: string | null): Promise<Reply<Clinic>> {
  return send({ method: 'PATCH', path: '/v1/clinic', body: change, ifMatch: etag })
}
