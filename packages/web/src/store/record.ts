import type { Instant, SeriesRequest, Session } from '@afterglow/engine'
import type { LeftOut } from '@afterglow/formats'
import type { Digits, Locale } from '../words/locale.ts'
import type { ClinicLink } from './clinic-link.ts'

/** Everything that is kept about a person, in this browser alone. Photos are kept beside it. */
export interface PatientRecord {
  readonly version: 1
  /** What was done and what has happened since; null before the first question is answered. */
  readonly session: Session | null
  /** The latest that the clock of this device showed as the session was told here; null where a clinic tells it. */
  readonly toldAt: Instant | null
  /** Whether the session is the made-up one, shown to the curious. */
  readonly isExample: boolean
  /** The answers so far, by question: kept so that one can stop, go back, and correct one later. */
  readonly answers: Answers
  /** The session before the last correction, so that its effect can be told and taken back; null where there was none. */
  readonly previous: Session | null
  /** What a typed code did not carry, to be told again; empty where nothing is missing. */
  readonly leftOut: readonly LeftOut[]
  /** Null until the person chooses: until then the browser's language counts. */
  readonly locale: Locale | null
  readonly digits: Digits | null
  /** The country whose emergency number is shown, by ISO 3166-1 code; null until the person confirms one. */
  readonly country: string | null
  /** What the next sessions are planned for. */
  readonly series: SeriesWish
  /** The tasks ticked off, by local date: `{ "2026-11-24": ["cleanse-gently"] }`. */
  readonly ticked: Readonly<Record<string, readonly string[]>>
  /** The clinic that wrote the session down; null where the person did. */
  readonly clinic: ClinicLink | null
  /** Signed out with no network: the clinic's server has still to be told. */
  readonly isLeaving: boolean
}

/** Whether the plan on this device is the person's own: nothing takes its place unasked. */
export function hasOwnSession({ session, isExample }: PatientRecord): boolean {
  return session !== null && !isExample
}

/** What a copy of the session alone would miss: what a code did not carry, and what the clinic's own protocol closes. */
export function missingInCopy({ leftOut, clinic }: PatientRecord): readonly LeftOut[] {
  return clinic?.hasOwnLedger ? [...new Set<LeftOut>([...leftOut, 'clinic'])] : leftOut
}

export type Answers = Readonly<Record<string, readonly string[]>>
type SeriesWish = Omit<SeriesRequest, 'at'>

export const EMPTY_RECORD: PatientRecord = {
  version: 1,
  session: null,
  toldAt: null,
  isExample: false,
  answers: {},
  previous: null,
  leftOut: [],
  locale: null,
  digits: null,
  country: null,
  series: {},
  ticked: {},
  clinic: null,
  isLeaving: false,
}
