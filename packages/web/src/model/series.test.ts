import { applyPlan, createPlanner, type Instant, parseSession, planSeries } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import type { Care } from './care.ts'
import { eventKinds, seriesOf, wishProblems } from './series.ts'

const DAY = 24 * 3_600_000
const ENDED_AT = Date.parse('2026-11-22T10:45:00+04:00')
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

function careAt(at: Instant, parts: object = {}, procedure: object = {}): Care {
  const endedAt = '2026-11-22T10:45:00+04:00'
  const parsed = parseSession({
    zone: 'Asia/Dubai',
    procedures: [
      { id: 'p1', code: 'microneedling', device: 'pen', adjuncts: [], endedAt, ...procedure },
    ],
    patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
    ...parts,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return {
    planner,
    session: parsed.value,
    plan: applyPlan(planner, parsed.value),
    at,
    zone: 'Asia/Dubai',
  }
}

describe('seriesOf', () => {
  const care = careAt(ENDED_AT + DAY)

  it('counts what is done, what is wanted and what fits, as the engine numbers it', () => {
    const series = seriesOf(care, { sessions: 4 })
    expect(series.past.map(({ number, date, isBooked }) => [number, date, isBooked])).toEqual([
      [1, '2026-11-22', false],
    ])
    expect(series.coming.map(({ number }) => number)).toEqual([2, 3, 4])
    expect([series.wanted, series.missing]).toEqual([3, 0])
  })

  it('counts sessions done before the first one of the file', () => {
    const third = careAt(ENDED_AT + DAY, {}, { sessionNumber: 3 })
    const series = seriesOf(third, { sessions: 5 })
    expect(series.wanted).toBe(2)
    expect(series.coming.map(({ number }) => number)).toEqual([4, 5])
  })

  it('says how many find no place before an event', () => {
    const event = { kind: 'wedding', date: '2027-02-20' }
    const series = seriesOf(care, { sessions: 6, event })
    expect(series.coming.length + series.missing).toBe(5)
    expect(series.missing).toBeGreaterThan(0)
    expect(series.event?.known).toBe(true)
    for (const { date } of series.coming)
      expect(date <= (series.event?.lastSessionBy ?? '')).toBe(true)
  })

  it('plans nothing on a blocked date', () => {
    const [first] = seriesOf(care, { sessions: 3 }).coming
    const date = first?.date ?? ''
    const blocked = seriesOf(care, { sessions: 3, blocked: [{ from: date, until: date }] })
    expect(blocked.coming.map((one) => one.date)).not.toContain(date)
    expect(blocked.coming).toHaveLength(2)
  })

  it('stops for what a clinician has to clear, and only asks about what is not known', () => {
    const { events } = careAt(0, {
      events: [
        {
          type: 'check-in',
          at: '2026-11-23T10:00:00+04:00',
          signs: [{ code: 'vesicles', severity: 5 }],
        },
      ],
    }).session
    const stopped = seriesOf({ ...care, plan: applyPlan(planner, { ...care.session, events }) }, {})
    expect(stopped.isStopped).toBe(true)
    expect(stopped.coming).toEqual([])
    expect(stopped.holds.map(({ hold }) => hold)).toContain('possible-cold-sore')
    const unknown = seriesOf(careAt(ENDED_AT + DAY, { patient: {} }), {})
    expect(unknown.isStopped).toBe(false)
    expect(unknown.toConfirm.length).toBeGreaterThan(3)
    expect(unknown.coming.length).toBeGreaterThan(0)
  })

  it('says when the last session is longer back than any source spaces them', () => {
    expect(seriesOf(careAt(ENDED_AT + 200 * DAY), {}).isLate).toBe(true)
    expect(seriesOf(care, {}).isLate).toBe(false)
  })

  it('marks a session that is booked and not yet done', () => {
    expect(seriesOf(careAt(ENDED_AT - DAY), {}).past[0]?.isBooked).toBe(true)
  })

  it('gives the engine’s dates and holds unchanged', () => {
    const wish = { sessions: 5, event: { kind: 'race', date: '2027-06-12' } }
    const own = seriesOf(care, wish)
    const engine = planSeries(planner, care.plan, { ...wish, at: care.at })
    expect(own.coming).toEqual(engine.sessions)
    expect([...own.holds, ...own.toConfirm]).toEqual(engine.holds)
    expect(engine.issues.some(({ code }) => code === 'incomplete')).toBe(own.missing > 0)
  })
})

describe('wishProblems', () => {
  const care = careAt(Date.parse('2026-11-23T12:00:00+04:00'))
  const problems = (wish: Parameters<typeof wishProblems>[1]) =>
    wishProblems(care, wish).map(({ field, code }) => `${field} ${code}`)

  it('takes an event from tomorrow on, up to ten years ahead', () => {
    const on = (date: string) => problems({ event: { kind: 'wedding', date } })
    expect(on('2026-11-23')).toEqual(['event too-early'])
    expect(on('2026-11-24')).toEqual([])
    expect(on('2036-11-23')).toEqual([])
    expect(on('2036-11-24')).toEqual(['event too-late'])
    expect(on('2027-02-29')).toEqual(['event no-date'])
    expect(on('')).toEqual(['event no-date'])
  })

  it('takes blocked spans that end where they start or later', () => {
    const blocked = (from: string, until: string) => problems({ blocked: [{ from, until }] })
    expect(blocked('2027-01-03', '2027-01-03')).toEqual([])
    expect(blocked('2027-01-03', '2027-01-02')).toEqual(['blocked ends-before-start'])
    expect(blocked('2027-01-03', '')).toEqual(['blocked no-date'])
    expect(wishProblems(care, { blocked: [{ from: 'x', until: 'x' }] })).toEqual([
      { field: 'blocked', code: 'no-date', index: 0 },
    ])
  })

  it('takes one to a hundred sessions', () => {
    expect(problems({ sessions: 0 })).toEqual(['sessions no-count'])
    expect(problems({ sessions: 2.5 })).toEqual(['sessions no-count'])
    expect(problems({ sessions: 101 })).toEqual(['sessions no-count'])
    expect(problems({ sessions: 100 })).toEqual([])
  })
})

it('knows the protocol’s kinds of event', () => {
  expect(eventKinds({ planner })).toContain('wedding')
})
