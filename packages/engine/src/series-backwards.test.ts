import { describe, expect, it } from 'vitest'
import { position, protocol, subject } from '../../../tests/support/protocol.ts'
import { block, codes, dates, newcomer, planned, SERIES } from '../../../tests/support/series.ts'
import type { Protocol } from './protocol.ts'

type Input = Readonly<Record<string, unknown>>

describe('backwards from an event', () => {
  it('ends on the last day whose full effect shows at the event', () => {
    const series = planned(
      { sessions: 6, event: { kind: 'wedding', date: '2026-09-19' } },
      newcomer(),
    )
    expect(series.event).toEqual({
      kind: 'wedding',
      date: '2026-09-19',
      known: true,
      // Settled by P15D, and one day for the make-up trial.
      lastSessionBy: '2026-09-03',
      // Six weeks before.
      fullEffectFrom: '2026-08-08',
    })
    expect(series.sessions).toEqual([
      { number: 1, date: '2026-03-21', gapDays: null, spacing: 'first' },
      { number: 2, date: '2026-04-18', gapDays: 28, spacing: 'preferred' },
      { number: 3, date: '2026-05-16', gapDays: 28, spacing: 'preferred' },
      { number: 4, date: '2026-06-13', gapDays: 28, spacing: 'preferred' },
      { number: 5, date: '2026-07-11', gapDays: 28, spacing: 'preferred' },
      { number: 6, date: '2026-08-08', gapDays: 28, spacing: 'preferred' },
    ])
    expect(series.issues).toEqual([])
  })

  it('comes closer together before it gives up the effect, and gives up the effect before a session', () => {
    const event = { kind: 'wedding', date: '2026-05-16' }
    // Full effect needs 4 April; the last possible day is 30 April.
    expect(dates(planned({ sessions: 4, event }, newcomer()))).toEqual([
      '2026-01-10',
      '2026-02-07',
      '2026-03-07',
      '2026-04-04',
    ])
    const near = planned({ sessions: 5, event }, newcomer())
    expect(near.sessions).toHaveLength(5)
    expect(near.sessions.every((one) => (one.gapDays ?? 21) >= 21)).toBe(true)
    expect(dates(near).at(-1)).toBe('2026-04-04')
    const full = planned({ sessions: 6, event }, newcomer())
    expect(dates(full).at(-1)).toBe('2026-04-25')
    expect(full.sessions).toHaveLength(6)
    const short = planned({ sessions: 7, event }, newcomer())
    expect(short.sessions).toHaveLength(6)
    expect(codes(short)).toEqual(['incomplete'])
  })

  it('puts none after the last day, and one on it', () => {
    const on = (date: string) =>
      planned({ sessions: 1, event: { kind: 'wedding', date } }, newcomer())
    expect(dates(on('2026-01-26'))).toEqual(['2026-01-10'])
    expect(dates(on('2026-01-25'))).toEqual([])
    expect(codes(on('2026-01-25'))).toEqual(['incomplete'])
  })

  it('goes on from the sessions done, keeping the allowable spacing', () => {
    const series = planned({ sessions: 3, event: { kind: 'wedding', date: '2026-12-31' } })
    // The wedding is far off, but the second session may not wait longer than six weeks.
    expect(series.sessions.map((one) => one.gapDays)).toEqual([28, 28])
  })

  it('goes around blocked dates', () => {
    const series = planned(
      {
        sessions: 2,
        event: { kind: 'wedding', date: '2026-09-19' },
        ...block('2026-08-01', '2026-09-30'),
      },
      newcomer(),
    )
    expect(dates(series)).toEqual(['2026-07-03', '2026-07-31'])
  })

  it('says that it does not know another kind of event, and still leaves time to settle', () => {
    const series = planned({ sessions: 2, event: { kind: 'rodeo', date: '2026-09-19' } })
    expect(series.event).toMatchObject({ known: false, lastSessionBy: '2026-09-03' })
    expect(series.issues).toEqual([
      {
        severity: 'warning',
        code: 'not-found',
        diagnostics:
          '"rodeo" is no kind of event the protocol knows; the dates leave time for the skin to settle, ask your clinic about the rest.',
        expression: 'event.kind',
      },
    ])
  })

  it('when the series is late may still end at the event', () => {
    const series = planned({
      at: '2026-06-01T09:00:00Z',
      sessions: 2,
      event: { kind: 'wedding', date: '2026-12-31' },
    })
    expect(series.sessions[0]?.spacing).toBe('late')
    // The gap is past help, so the soonest day costs least.
    expect(dates(series)).toEqual(['2026-06-01'])
  })
})

describe('what an event asks for', () => {
  const withSubjects = (...list: readonly Input[]) =>
    protocol({
      subjects: list,
      series: {
        ...SERIES,
        events: [{ id: 'wedding', subjects: ['makeup'], source: 'first' }],
      },
    })
  const lastDay = (ledger: Protocol) =>
    planned({ event: { kind: 'wedding', date: '2026-09-19' } }, newcomer(), ledger).event
      ?.lastSessionBy

  it('has to be open the day before it, where that takes longer than settling', () => {
    const until = (text: string) =>
      withSubjects(subject('makeup', [position('m', 'avoid', { window: { until: text } })]))
    expect(lastDay(until('P15D'))).toBe('2026-09-03')
    expect(lastDay(until('P20D'))).toBe('2026-08-29')
    expect(lastDay(until('PT481H'))).toBe('2026-08-28')
    expect(lastDay(until('PT480H'))).toBe('2026-08-29')
  })

  it('is as open with care as without', () => {
    const limited = subject('makeup', [
      position('a', 'avoid', { window: { until: 'P16D' } }),
      position('l', 'limit', { window: { until: 'P30D' } }),
    ])
    expect(lastDay(withSubjects(limited))).toBe('2026-09-02')
  })

  it('takes the strict reading of facts that are not known', () => {
    const gated = subject('makeup', [
      position('a', 'avoid', { window: { until: 'P2D' } }),
      position('g', 'avoid', { window: { until: 'P20D' }, when: { history: ['diabetes'] } }),
    ])
    expect(lastDay(withSubjects(gated))).toBe('2026-08-29')
  })

  it('includes what is narrower, and nothing else', () => {
    const group = subject('makeup', [], { group: true })
    const lipstick = subject('lipstick', [position('l', 'avoid', { window: { until: 'P18D' } })], {
      broader: 'makeup',
    })
    const sauna = subject('sauna', [position('s', 'avoid', { window: { until: 'P40D' } })])
    expect(lastDay(withSubjects(group, lipstick, sauna))).toBe('2026-08-31')
  })

  it('gives no figure where only a clinician opens it', () => {
    const waits = subject('makeup', [position('a', 'avoid', { window: { until: 'cleared' } })])
    expect(lastDay(withSubjects(waits))).toBe('2026-09-03')
  })
})
