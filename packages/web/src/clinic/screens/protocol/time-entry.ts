import type { TimeChange } from './draft.ts'
import { isNoShorter } from './length.ts'
import { type TypedLength, typedLength, untilOf } from './length-field.tsx'

/** What stands in the form of a subject's time. */
export interface TimeEntry {
  readonly kind: 'published' | TimeChange['kind']
  readonly length: TypedLength
  /** The note of a lengthening, the reason of a shortening. */
  readonly words: string
  readonly source: string
}

export function entryOf(change: TimeChange | null): TimeEntry {
  return {
    kind: change?.kind ?? 'published',
    length: typedLength(change?.until),
    words: (change?.kind === 'longer' ? change.note : change?.reason) ?? '',
    source: (change?.kind === 'longer' ? change.source : undefined) ?? '',
  }
}

/** The change that the form tells; null for none, and while it tells no length. */
export function timeChangeIn({ kind, length, words, source }: TimeEntry): TimeChange | null {
  const until = untilOf(length)
  const text = words.trim()
  if (until === null || kind === 'published') return null
  if (kind === 'shorter') return { kind, until, reason: text }
  return { kind, until, ...(text !== '' && { note: text }), ...(source !== '' && { source }) }
}

/**
 * What keeps it out of the draft: no length, a longer one that is none, one below every source's, or no reason for a
 * shortening.
 */
export type TimeTrouble = 'length' | 'no-longer' | 'floor' | 'reason'

/** The ends that a subject has without the clinic's. */
export interface PublishedEnds {
  readonly floors: readonly string[]
  readonly governing: readonly string[]
}

const SHORTEST_REASON = 3

export function troubleOf(
  entry: TimeEntry,
  { floors, governing }: PublishedEnds,
): TimeTrouble | null {
  if (entry.kind === 'published') return null
  const until = untilOf(entry.length)
  if (until === null) return 'length'
  if (entry.kind === 'longer') return endNoSoonerThan(until, governing) ? 'no-longer' : null
  if (!floors.some((floor) => isNoShorter(until, floor))) return 'floor'
  return entry.words.trim().length < SHORTEST_REASON ? 'reason' : null
}

/** The first end that comes no sooner than what was typed: that one counts, and not the clinic's. */
export function endNoSoonerThan(until: string, ends: readonly string[]): string | undefined {
  return ends.find((end) => isNoShorter(end, until))
}
