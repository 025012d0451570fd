import { describe, expect, it } from 'vitest'
import { ENDED_AT, instant, protocol, session } from '../../../tests/support/protocol.ts'
import { beforeSessions } from './before-session.ts'
import { createPlanner } from './planner.ts'
import type { Session } from './session.ts'

type Input = Readonly<Record<string, unknown>>

const ledger = protocol({
  suitability: [
    { id: 'keloid', action: 'ask-prescriber', source: 'second', when: { history: ['keloid'] } },
    { id: 'everybody', action: 'information', source: 'first' },
    { id: 'deep', action: 'tell-clinic', source: 'first', when: { needleDepthMm: { atLeast: 2 } } },
  ],
  preparation: [
    { id: 'no-retinol', source: 'first', subject: 'makeup', lead: 'P5D' },
    { id: 'no-alcohol', source: 'second', lead: 'PT24H' },
    { id: 'come-bare', source: 'first' },
    { id: 'soon', source: 'first', lead: { reading: 'a-few-days' } },
    { id: 'smokers', source: 'first', lead: 'P2W', when: { history: ['smoker'] } },
  ],
})

function before(at: string, given: Session) {
  return beforeSessions(createPlanner([ledger]), given, instant(at))
}

const history = (...codes: readonly string[]) =>
  session({ patient: { history: codes } }, { needleDepthMm: 1 })
const DAY_BEFORE = '2026-01-09T10:00:00Z'

describe('beforeSessions', () => {
  it('lists what to settle, in the order of the ledger, counted back from the session’s end', () => {
    expect(before(DAY_BEFORE, history())).toEqual([
      {
        procedure: 'p1',
        endedAt: instant(ENDED_AT),
        suitability: [
          { suitability: 'everybody', action: 'information', source: 'first', toConfirm: false },
        ],
        preparation: [
          {
            preparation: 'no-retinol',
            source: 'first',
            subject: 'makeup',
            from: instant('2026-01-05T10:00:00Z'),
            toConfirm: false,
          },
          {
            preparation: 'no-alcohol',
            source: 'second',
            from: instant('2026-01-09T10:00:00Z'),
            toConfirm: false,
          },
          { preparation: 'come-bare', source: 'first', from: null, toConfirm: false },
          {
            preparation: 'soon',
            source: 'first',
            from: instant('2026-01-06T10:00:00Z'),
            toConfirm: false,
          },
        ],
      },
    ])
  })

  it('is over at the session’s end', () => {
    expect(before('2026-01-10T09:59:59Z', history())).toHaveLength(1)
    expect(before(ENDED_AT, history())).toEqual([])
  })

  it('asks of everybody what rests on a fact not known, and says it of whom it is known', () => {
    const asked = (given: Session) =>
      before(DAY_BEFORE, given)[0]?.suitability.map((one) => [one.suitability, one.toConfirm])
    expect(asked(history('keloid'))).toEqual([
      ['keloid', false],
      ['everybody', false],
    ])
    expect(asked(session({ patient: {} }))).toEqual([
      ['keloid', true],
      ['everybody', false],
      ['deep', true],
    ])
    expect(asked(session({ patient: { history: [] } }, { needleDepthMm: 2 }))).toEqual([
      ['everybody', false],
      ['deep', false],
    ])
  })

  it('prepares for what may be so, and says that it is to be confirmed', () => {
    const smokers = (given: Session) =>
      before(DAY_BEFORE, given)[0]?.preparation.filter((one) => one.preparation === 'smokers')
    expect(smokers(history())).toEqual([])
    expect(smokers(history('smoker'))).toMatchObject([{ toConfirm: false }])
    expect(smokers(session({ patient: {} }))).toMatchObject([{ toConfirm: true }])
  })

  it('counts days on the clock of the place, and hours as they pass', () => {
    const newYork = session(
      { zone: 'America/New_York', patient: { history: [] } },
      { endedAt: '2026-03-08T12:00:00-04:00' },
    )
    const froms = before('2026-03-01T00:00:00Z', newYork)[0]?.preparation.map((one) => one.from)
    // The clocks went forward that night.
    expect(froms).toEqual([
      instant('2026-03-03T12:00:00-05:00'),
      instant('2026-03-07T11:00:00-05:00'),
      null,
      instant('2026-03-04T12:00:00-05:00'),
    ])
  })

  it('speaks of each session that is still to come, in the order given', () => {
    const needling = { code: 'microneedling', device: 'pen' }
    const given = session({
      procedures: [
        { ...needling, id: 'p1', endedAt: '2026-03-01T10:00:00Z' },
        { ...needling, id: 'p2', endedAt: '2026-01-01T10:00:00Z' },
        { ...needling, id: 'p3', endedAt: '2026-02-01T10:00:00Z' },
      ],
    })
    expect(before('2026-01-10T10:00:00Z', given).map((one) => one.procedure)).toEqual(['p1', 'p3'])
  })

  it('goes by the corrected time', () => {
    const corrected: Input = {
      type: 'corrected',
      at: '2026-01-01T10:00:00Z',
      procedure: 'p1',
      endedAt: '2026-01-20T10:00:00Z',
    }
    const given = session({ events: [corrected] })
    expect(before('2026-01-15T10:00:00Z', given)).toMatchObject([
      { endedAt: instant('2026-01-20T10:00:00Z') },
    ])
  })

  it('asks the same before a procedure that no protocol covers', () => {
    const peel = session({ patient: { history: ['keloid'] } }, { code: 'chemical-peel' })
    expect(before(DAY_BEFORE, peel)[0]?.suitability.map((one) => one.suitability)).toEqual([
      'keloid',
      'everybody',
      'deep',
    ])
  })
})
