import type { CareEvent, Instant } from '@afterglow/engine'

/** The clinic whose plan this device shows: what has to be at hand with no network too. */
export interface ClinicLink {
  readonly clinicId: string
  readonly patientId: string
  /** A caregiver reads and checks in; all else is the patient's own. */
  readonly kind: 'patient' | 'caregiver'
  readonly card: ClinicCard
  /** The hashes of the protocols that the plan is pinned to. */
  readonly pins: readonly string[]
  /** Whether they are other ones than the app brings along: then they are kept beside the record. */
  readonly hasOwnLedger: boolean
  /** This device and the server make different plans of the session: then nothing here counts as open. */
  readonly isUnsure: boolean
  /** The server no longer knows this device: nothing is sent and nothing comes. */
  readonly isSignedOut: boolean
  /** When the clinic's session was last fetched, by its server's clock; null before the first time. */
  readonly copyAt: Instant | null
  /** The same of what it says of itself. */
  readonly cardAt: Instant | null
  /** By how much this device's clock was ahead of the server's then; below zero, behind. */
  readonly clockAheadMs: number
  /** Something that was told could be neither kept nor sent. */
  readonly hasLost: boolean
  /** What of that is part of the plan here all the same. */
  readonly lost: readonly CareEvent[]
  /** The SHA-256 hash of the link's token that this device joined by, never the token; null where it was by another way. */
  readonly tokenHash: string | null
}

/** Of a clinic that was not heard yet. */
export const NOTHING_HEARD = {
  isSignedOut: false,
  copyAt: null,
  cardAt: null,
  clockAheadMs: 0,
  hasLost: false,
  lost: [],
  tokenHash: null,
} as const satisfies Partial<ClinicLink>

/** What a clinic says of itself to its patients. Its picture is kept apart: it is large. */
export interface ClinicCard {
  readonly name: string
  readonly zone: string
  readonly phone: string | null
  readonly emergencyNumber: string | null
  readonly bookingUrl: string | null
  readonly virtualVisitUrl: string | null
  readonly openingHours: string | null
  readonly answering: Answering
  /** `#rrggbb` */
  readonly accent: string | null
  readonly sheetNote: string | null
  /** Advice is not graded: check-ins are answered with the care cards. */
  readonly staticCards: boolean
}

/** Who reads what patients write, and when, on the clinic's clock. No hours: nobody has said. */
export interface Answering {
  readonly who: string | null
  readonly hours: readonly AnsweringHours[]
}

export interface AnsweringHours {
  /** 1 is Monday. */
  readonly days: readonly number[]
  /** `HH:MM`; an `until` that is not later is of the next day. */
  readonly from: string
  readonly until: string
}
