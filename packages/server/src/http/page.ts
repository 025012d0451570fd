import type { Instant } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'

/** How a list is asked for: at most `limit` of it, after what `cursor` names. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

export interface Page<T> {
  readonly items: readonly T[]
  /** What to ask for next; null at the end. */
  readonly next: string | null
}

/** A list read one longer than asked for: what is over says that there is more. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  place: (last: T) => readonly (string | number)[],
): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last !== undefined ? cursorOf(place(last)) : null
  return { items, next }
}

export function cursorOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place that a cursor names; null for what is none of ours. */
export function readCursor(cursor: string | undefined): readonly (string | number)[] | null {
  if (cursor === undefined) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(place) && place.every(isPart) ? place : null
  } catch {
    return null
  }
}

/** The end of the year 9999: what comes after is written with more digits, which a database does not read. */
const LAST_INSTANT = 253_402_300_799_999
const LAST_INTEGER = 2_147_483_647

/** Whether a part of a cursor is a time that a row can have, from 1970 on. */
export function isInstant(part: unknown): part is Instant {
  return isWhole(part, LAST_INSTANT)
}

/** Whether a part of a cursor is an integer of a row, from 0 to `most`. */
export function isWhole(part: unknown, most = LAST_INTEGER): part is number {
  return typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= most
}

function isPart(part: unknown): part is string | number {
  return typeof part === 'string' || typeof part === 'number'
}
