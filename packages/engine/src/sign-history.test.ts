import { describe, expect, it } from 'vitest'
import { after, position, session, subject, subjects } from '../../../tests/support/protocol.ts'
import { applyProtocol } from './apply.ts'
import { assess } from './verdict.ts'

const settled = position('settled', 'avoid', {
  window: { until: 'P2D', and: 'settled', signs: ['erythema', 'edema'] },
})
const ledger = subjects(subject('makeup', [settled]))

const statusAfter = (hours: number, ...reports: readonly [number, object][]) =>
  assess(
    applyProtocol(
      [ledger],
      session({
        events: reports.map(([hour, report]) => ({
          type: 'check-in',
          at: new Date(after(hour)).toISOString(),
          ...report,
        })),
      }),
    ),
    'makeup',
    after(hours),
  ).status

const gone = { settled: ['erythema', 'edema'] }
const says = (code: string, severity: unknown = 'severe') => ({ signs: [{ code, severity }] })

describe('a sign in no list', () => {
  it.each(['puffy patches', 'Erythema', 'redness'])('may be any sign, so it shuts: %s', (word) => {
    expect(statusAfter(72, [60, says(word)])).toBe('avoid')
    expect(statusAfter(72, [60, says(word, 1)])).toBe('avoid')
    expect(statusAfter(24 * 16, [60, says(word)])).toBe('ask-clinic')
  })

  it('shuts even where every sign of the list is gone', () => {
    expect(statusAfter(72, [60, { ...gone, ...says('puffy patches') }])).toBe('avoid')
    expect(statusAfter(72, [50, says('puffy patches')], [60, gone])).toBe('avoid')
  })

  it('shuts no longer once it is gone itself', () => {
    expect(statusAfter(72, [50, says('puffy patches')], [60, says('puffy patches', 0)])).toBe(
      'caution',
    )
    expect(
      statusAfter(72, [50, says('puffy patches')], [60, { ...gone, ...says('puffy patches', 0) }]),
    ).toBe('allowed')
  })

  it('reported as gone opens nothing', () => {
    expect(statusAfter(72, [60, says('puffy patches', 0)])).toBe('caution')
  })
})
