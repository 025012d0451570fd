import type { Stance } from './codes.ts'
import type { Window } from './protocol.ts'

/** What one voice says of a subject: a source's position, or what was said or decided for this person. */
export interface Reason {
  /** A position's id, or the id of what stands in for one: `override-1`, `advice-1`, `not-covered`, a preparation's id. */
  readonly id: string
  readonly kind: 'position' | 'override' | 'advice' | 'not-covered' | 'preparation'
  /** A source's code; for an override the clinician; for advice `patient`; for `not-covered` the protocol's code. */
  readonly source: string
  readonly stance: Stance
  /** The figure as stated; null where the source states none. */
  readonly window: Window | null
  readonly fact?: readonly string[]
  readonly locator?: string
  readonly condition?: string
  readonly why?: string
  readonly note?: string
  /** Facts not known, for which the stricter reading was taken: telling them may change the answer. */
  readonly unconfirmed?: readonly string[]
  /** The procedure it counts from, where the plan holds more than one. */
  readonly procedure?: string
}
