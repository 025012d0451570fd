import { applyPlan, createPlanner, type Instant, parseSession, zoneAt } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormat } from '../words/format.ts'
import type { Care } from './care.ts'
import { isCountedInMinutes, todayUntil } from './today-until.ts'
import { type Today, todayOf } from './today.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ZONE = 'Europe/London'
/** Two days before the clock goes back there. */
const ENDED_AT = Date.parse('2026-10-23T10:45:00Z')
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

function careAt(at: Instant, events: readonly object[] = []): Care {
  const parsed = parseSession({
    zone: ZONE,
    procedures: [
      {
        id: 'p1',
        code: 'microneedling',
        endedAt: new Date(ENDED_AT).toISOString(),
        device: 'pen',
        needleDepthMm: 1.5,
        bodySites: ['face'],
        adjuncts: [],
        indications: ['acne-scars'],
      },
    ],
    patient: { fitzpatrickSkinType: 'V', medicines: [], history: [] },
    events,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const plan = applyPlan(planner, parsed.value)
  return { planner, session: parsed.value, plan, at, zone: zoneAt(plan.zone, plan.events, at) }
}

const format = createFormat({ locale: 'en', digits: 'latn', zone: ZONE })

/** Everything on Today that the clock has a say in, in words; countdowns in minutes aside. */
function said(care: Care, from: Instant): string {
  const { ended, openings, waiting, ...rest }: Today = todayOf(care)
  return JSON.stringify([
    format.day(care.at),
    ended.map(({ day, elapsedMs, procedure }) => [day, format.elapsed(elapsedMs), procedure.id]),
    openings.map(({ at, entries }) => [
      at,
      entries,
      isCountedInMinutes(at, from) ? '' : format.length(at - care.at),
    ]),
    waiting.map(({ subject, verdict }) => [subject, verdict.status]),
    rest,
  ])
}

describe('todayUntil', () => {
  it('is the next full hour after the session, on a quiet day', () => {
    const care = careAt(ENDED_AT + 31 * HOUR + MINUTE)
    expect(todayUntil(care, todayOf(care))).toBe(ENDED_AT + 32 * HOUR)
  })

  it('is the minute at which a countdown says an hour less', () => {
    const care = careAt(ENDED_AT + 31 * HOUR + 30_000)
    expect(todayUntil(care, todayOf(care))).toBe(ENDED_AT + 31 * HOUR + MINUTE)
  })

  it('is midnight on the person’s clock where that comes first', () => {
    const midnight = Date.parse('2026-10-23T23:00:00Z')
    const care = careAt(midnight - 1)
    expect(todayUntil(care, todayOf(care))).toBe(midnight)
  })

  it('is what has been told ahead, where that comes first', () => {
    const at = ENDED_AT + 40 * HOUR
    const moved = { type: 'moved', at: new Date(at + 7000).toISOString(), zone: 'Asia/Dubai' }
    const care = careAt(at, [moved])
    expect(todayUntil(care, todayOf(care))).toBe(at + 7000)
  })

  it('never says anything else before then', () => {
    const later = fc.integer({ min: 0, max: 40 * 24 * HOUR })
    fc.assert(
      fc.property(later, fc.double({ min: 0, max: 1, noNaN: true }), (elapsed, share) => {
        const care = careAt(ENDED_AT + elapsed)
        const until = todayUntil(care, todayOf(care)) ?? care.at + 1
        expect(until).toBeGreaterThan(care.at)
        const then = [until - 1, care.at + Math.floor(share * (until - 1 - care.at))]
        for (const at of then) expect(said(careAt(at), care.at)).toBe(said(care, care.at))
      }),
      { numRuns: 300 },
    )
  })
})
