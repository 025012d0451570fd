import { isDeepStrictEqual } from 'node:util'
import type { StoredEvent } from '../store/event-log.ts'

/**
 * Whether what somebody reports is what was recorded under its id before. Anything else under an old id would be answered,
 * and nobody would ever see it. Not by its time: what is sent again without a time of its own has a later one.
 */
export function isSameReport({ type, data }: StoredEvent, told: StoredEvent): boolean {
  const asKept: unknown = JSON.parse(JSON.stringify(told.data))
  return type === told.type && isDeepStrictEqual(data, asKept)
}
