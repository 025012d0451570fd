import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '@afterglow/engine'
import type { Duration } from '../../packages/engine/src/duration.ts'
import { instant } from './protocol.ts'

const HOUR_MS = 3_600_000

/** Zones whose clocks do something out of the ordinary, and some that do not. */
export const ZONES = [
  'UTC',
  'Africa/Casablanca',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Auckland',
] as const

export const days = (count: number): Duration => ({ kind: 'days', days: count })

export const months = (count: number): Duration => ({ kind: 'months', months: count })

export const hours = (count: number): Duration => ({
  kind: 'elapsed',
  milliseconds: count * HOUR_MS,
})

/** Any second of the years a person may plan in; as often one beside a change of offset, where mistakes live. */
export function anyInstant(zone: string): fc.Arbitrary<Instant> {
  const first = instant('2015-02-01T00:00:00Z')
  const last = instant('2040-11-30T00:00:00Z')
  const any = fc.integer({ min: first / 1000, max: last / 1000 }).map((seconds) => seconds * 1000)
  const changes = changesBetween(zone, first, last)
  if (changes.length === 0) return any
  const beside = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -52, max: 52 }))
    .map(([change, halfHours]) => change + halfHours * (HOUR_MS / 2))
  return fc.oneof(any, beside)
}

function changesBetween(zone: string, from: Instant, until: Instant): readonly Instant[] {
  const found: Instant[] = []
  let next = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next')
  while (next && next.epochMilliseconds < until) {
    found.push(next.epochMilliseconds)
    next = next.getTimeZoneTransition('next')
  }
  return found
}
