import {
  applyPlan,
  assess,
  type CareEvent,
  createPlanner,
  localDate,
  parseInstant,
  type Session,
} from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { correctedSession } from './correction.ts'
import { sessionOf, UNKNOWN } from './session-of.ts'

const ZONE = 'Asia/Dubai'
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error('the ledger cannot be read')
const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))

const at = (text: string) => parseInstant(`${text}:00+04:00`) ?? Number.NaN
const ANSWERS = { setting: ['clinic'], device: ['pen'], sites: ['face'], adjuncts: ['none'] }
const NOON = at('2026-11-22T12:00')

const told = (ended: readonly string[]) =>
  sessionOf({ ...ANSWERS, ended }, { zone: ZONE, now: NOON }, null)

function withAdvice(session: Session, until: string, when = NOON): Session {
  const advice: CareEvent = {
    type: 'patient-reported-advice',
    at: when,
    subject: 'makeup',
    window: { until },
  }
  return { ...session, events: [...session.events, advice] }
}

const corrected = (before: Session, ended: readonly string[], now: string) =>
  correctedSession(
    before,
    { question: 'ended', answers: { ...ANSWERS, ended } },
    { zone: ZONE, now: at(now) },
  )

/** The first day on which makeup is open again; `never` where no time opens it. */
function opensOn(session: Session, asked: string): string {
  const { opensAt } = assess(applyPlan(planner, session), 'makeup', at(asked))
  return opensAt === null ? 'never' : localDate(opensAt, ZONE)
}

describe("a doctor's day after the end is corrected", () => {
  // Until 6 December: the whole of that day.
  const before = withAdvice(told(['2026-11-22', '09:00', 'today']), 'P15D')

  it('is 7 December before any correction', () => {
    expect(opensOn(before, '2026-11-24T10:00')).toBe('2026-12-07')
  })

  it.each([
    ['earlier, by days', ['2026-11-19', '10:00', 'earlier']],
    ['earlier, by hours', ['2026-11-22', '08:00', 'today']],
    ['later than the word itself', ['2026-11-22', '13:00', 'today']],
    ['later, by a day', ['2026-11-23', '10:00', 'today']],
    ['unknown', [UNKNOWN, '', UNKNOWN]],
    ['a day without a time', ['2026-11-22', '', 'earlier']],
  ])('stays when the end is %s', (_, ended) => {
    const after = corrected(before, ended, '2026-11-23T20:00')
    expect(opensOn(after, '2026-11-24T10:00')).toBe('2026-12-07')
  })

  it('stays through one correction after the other', () => {
    const unknown = corrected(before, [UNKNOWN, '', UNKNOWN], '2026-11-23T20:00')
    const later = corrected(unknown, ['2026-11-22', '17:00', 'yesterday'], '2026-11-23T20:05')
    const earlier = corrected(later, ['2026-11-20', '17:00', 'earlier'], '2026-11-23T20:10')
    expect(opensOn(later, '2026-11-24T10:00')).toBe('2026-12-07')
    expect(opensOn(earlier, '2026-11-24T10:00')).toBe('2026-12-07')
  })

  it.each(['10:00', ''])('holds at once again after an end put off by mistake: %s', (clock) => {
    const planned = corrected(before, ['2026-12-01', clock, 'planned'], '2026-11-23T20:00')
    const back = corrected(planned, ['2026-11-22', '09:00', 'yesterday'], '2026-11-23T20:05')
    expect(opensOn(back, '2026-11-30T10:00')).toBe('2026-12-07')
  })

  it('is that of the last of two sessions, of which the first is untouched', () => {
    const [first] = told(['2026-11-01', '09:00', 'earlier']).procedures
    if (!first) throw new Error('no procedure')
    const last = { ...first, id: 'p2', endedAt: at('2026-11-22T09:00') }
    const two = withAdvice({ ...before, procedures: [first, last], events: [] }, 'P15D')
    const after = corrected(two, ['2026-11-20', '10:00', 'earlier'], '2026-11-23T20:00')
    expect(opensOn(after, '2026-11-24T10:00')).toBe('2026-12-07')
  })

  it('never ends before the end itself', () => {
    const short = withAdvice(told(['2026-11-22', '09:00', 'today']), 'P2D')
    const after = corrected(short, ['2026-12-01', '10:00', 'earlier'], '2026-12-01T11:00')
    expect(after.events[0]).toMatchObject({ window: { until: 'P1D' } })
  })
})

describe('other words of a doctor', () => {
  it.each([
    ['2026-11-19', '10:00', 'earlier'],
    ['2026-11-22', '13:00', 'today'],
    [UNKNOWN, '', UNKNOWN],
  ])('wait for the doctor whatever the end: %s %s', (...ended) => {
    const before = withAdvice(told(['2026-11-22', '09:00', 'today']), 'cleared')
    expect(opensOn(before, '2026-12-30T10:00')).toBe('never')
    expect(opensOn(corrected(before, ended, '2026-11-22T20:00'), '2026-12-30T10:00')).toBe('never')
  })

  it('stay as long as they were where they name no day', () => {
    const before = withAdvice(told(['2026-11-22', '09:00', 'today']), 'PT400H')
    const after = corrected(before, ['2026-11-22', '10:00', 'today'], '2026-11-22T20:00')
    expect(after.events[0]).toMatchObject({ window: { until: 'PT400H' } })
  })
})
