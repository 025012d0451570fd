import type { Instant } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { isUuid } from '../store/database.ts'
import { invalidAt } from './reply.ts'

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

/** What a part of a cursor may be. */
type PartForm = (part: unknown) => part is string | number

/** The parts that the forms of a list's place let through, in their order. */
type PlaceOf<Forms extends readonly PartForm[]> = {
  readonly [K in keyof Forms]: Forms[K] extends (part: unknown) => part is infer Part ? Part : never
}

/** The place that a cursor names, of one part for each form; null without a cursor, undefined for one that is none of ours. */
export function readCursor<const Forms extends readonly PartForm[]>(
  cursor: string | undefined,
  forms: Forms,
): PlaceOf<Forms> | null | undefined {
  if (cursor === undefined) return null
  const place = partsOf(cursor)
  const isOurs = place?.length === forms.length && forms.every((form, k) => form(place[k]))
  // Each part is let through by the form in its place.
  return isOurs ? (place as unknown as PlaceOf<Forms>) : undefined
}

function partsOf(cursor: string): readonly unknown[] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(place) ? place : null
  } catch {
    return null
  }
}

/** What a list answers to a cursor that no page of it ended with. */
export const OTHER_CURSOR = invalidAt('query.cursor', 'is no cursor of ours')

/** The end of the year 9999: what comes after is written with more digits, which a database does not read. */
const LAST_INSTANT = 253_402_300_799_999
const LAST_INTEGER = 2_147_483_647

/** Whether a part of a cursor is a time that a row can have, from 1970 on. */
export function isInstant(part: unknown): part is Instant {
  return isWithin(part, LAST_INSTANT)
}

/** Whether a part of a cursor is an integer of a row, from 0 on. */
export const isWhole = upTo(LAST_INTEGER)

function isWithin(part: unknown, most: number): part is number {
  return typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= most
}

/** The form of a part that is an integer from 0 to `most`. */
export function upTo(most: number): (part: unknown) => part is number {
  return (part): part is number => isWithin(part, most)
}

/** Whether a part of a cursor is an id, as the database gives it. */
export function isId(part: unknown): part is string {
  return typeof part === 'string' && isUuid(part)
}
