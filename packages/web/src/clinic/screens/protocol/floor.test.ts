import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { floorsOf, governingEndsOf } from './floor.ts'
import { shortestOf } from './length.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const [ledger] = ledgers.value
if (ledger === undefined) throw new Error('no ledger')
const { protocol } = ledger

const small = (positions: object[], broader: object[]) =>
  ({
    readings: {
      typicalRecoveryEnd: { until: 'P7D' },
      outerRecoveryEnd: { until: 'P15D' },
      words: { 'a-few-days': { is: 'P3D' } },
    },
    subjects: [
      { subject: 'one', broader: 'all', positions },
      { subject: 'all', positions: broader },
    ],
    // As much of a protocol as a floor is read from.
  }) as unknown as typeof protocol
const avoid = (until: unknown, more: object = {}) => ({
  stance: 'avoid',
  window: { until },
  ...more,
})

describe('the floor of a subject', () => {
  it('takes the lower end of a range, and a vague word as the protocol reads it', () => {
    const range = { atLeast: 'PT24H', atMost: 'PT74H' }
    expect(shortestOf(floorsOf('one', small([avoid(range)], [])))).toBe('PT24H')
    expect(floorsOf('one', small([avoid({ reading: 'a-few-days' })], []))).toEqual(['P3D'])
    expect(floorsOf('one', small([avoid({ reading: 'typical-recovery' })], []))).toEqual(['P7D'])
  })

  it('counts what passes down, and not what leaves the subject out', () => {
    expect(floorsOf('one', small([], [avoid('P2D')]))).toEqual(['P2D'])
    expect(floorsOf('one', small([], [avoid('P2D', { except: ['one'] })]))).toEqual([])
  })

  it('is no limit, permission or open avoid', () => {
    const others = [
      { stance: 'limit', window: { until: 'P1D' } },
      avoid('cleared'),
      avoid(undefined),
    ]
    expect(floorsOf('one', small(others, []))).toEqual([])
  })

  it('of exercise is the one that the server refuses to go below', () => {
    expect(shortestOf(floorsOf('exercise', protocol))).toBe('PT72H')
  })
})

describe('what governs a subject', () => {
  it('is what holds for everybody from the session on', () => {
    const gated = avoid('P9D', { when: { device: ['rf'] } })
    const later = { stance: 'avoid', window: { from: 'P1D', until: 'P8D' } }
    expect(governingEndsOf('one', small([gated, later, avoid('P2D')], [avoid('P7D')]))).toEqual([
      'P2D',
      'P7D',
    ])
  })

  it('of makeup is more than six hours', () => {
    expect(governingEndsOf('makeup', protocol)).toContain('PT74H')
  })
})
