import { describe, expect, it } from 'vitest'
import { instant, protocol, session } from '../../../tests/support/protocol.ts'
import { applyProtocol } from './apply.ts'
import { assess } from './verdict.ts'
import { toWire } from './wire.ts'

const at = instant('2026-01-10T10:00:00Z')

describe('toWire', () => {
  it('writes instants with the zone’s offset, at any depth, and leaves the rest as it is', () => {
    const value = {
      at,
      until: null,
      window: { until: 'P7D' },
      count: 3,
      severity: 2,
      steps: [{ start: at, end: null, status: 'avoid' }],
    }
    expect(toWire(value, 'Asia/Dubai')).toEqual({
      ...value,
      at: '2026-01-10T14:00:00+04:00',
      steps: [{ start: '2026-01-10T14:00:00+04:00', end: null, status: 'avoid' }],
    })
  })

  it.each([
    'at',
    'start',
    'end',
    'since',
    'opensAt',
    'nextChangeAt',
    'from',
    'until',
    'earliest',
    'endedAt',
    'correctedAt',
    'replacedAt',
    'typicalEnd',
    'outerEnd',
    'severeUntil',
    'dueAt',
    'floor',
    'anchor',
  ])('knows %s for an instant', (key) => {
    expect(toWire({ [key]: at }, 'UTC')).toEqual({ [key]: '2026-01-10T10:00:00+00:00' })
  })

  it.each([null, true, 7, 'text', undefined])('leaves %j alone', (value) => {
    expect(toWire(value, 'UTC')).toBe(value)
  })

  it('leaves no bare instant in a verdict', () => {
    const verdict = assess(applyProtocol([protocol()], session()), 'makeup', at)
    expect(toWire(verdict, 'America/New_York')).toMatchObject({
      at: '2026-01-10T05:00:00-05:00',
      since: '2026-01-10T05:00:00-05:00',
      opensAt: '2026-01-12T05:00:00-05:00',
      nextChangeAt: '2026-01-12T05:00:00-05:00',
    })
  })
})
