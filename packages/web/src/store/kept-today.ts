import type { Instant } from '@afterglow/engine'
import { type Picture, type Pictures, pictureAt } from './pictures.ts'

/** What Today will say for some hours, as drawn at the last visit: shown until the app has worked it out anew. */
export interface KeptToday {
  /** The version of the app that drew it. */
  readonly build: string
  /** The record it was drawn from, whole, as JSON: no other way of having changed it can be missed. */
  readonly record: string
  /** What the browser said its languages and its zone were. */
  readonly languages: string
  readonly zone: string
  readonly title: string
  readonly lang: string
  readonly dir: string
  readonly pictures: Pictures
}

/** What has to be as it was. */
export interface Present extends Pick<KeptToday, 'build' | 'languages' | 'zone'> {
  /** The record as it is kept now, in whatever form. */
  readonly record: unknown
  readonly at: Instant
}

/**
 * What was kept of the present moment, where the app would draw the same now. Any doubt means null: an older answer must
 * never stand in for the present one.
 */
export function pictureOf(kept: KeptToday, now: Present): Picture | null {
  const isSame =
    kept.build !== '' &&
    kept.build === now.build &&
    kept.languages === now.languages &&
    kept.zone === now.zone &&
    kept.record === JSON.stringify(now.record)
  return isSame ? pictureAt(kept.pictures, now.at) : null
}
