import { describe, expect, it } from 'vitest'
import { after, position, session, subject, subjects } from '../../../tests/support/protocol.ts'
import { makeup, timeline } from '../../../tests/support/timeline.ts'
import { applyProtocol } from './apply.ts'
import { assess } from './verdict.ts'

describe('the tree of subjects', () => {
  const tree = (except?: readonly string[]) =>
    subjects(
      subject('products', [
        position('avoid-all', 'avoid', { window: { until: 'P2D' }, ...(except && { except }) }),
        position('use-all', 'use'),
        position('allow-all', 'allow'),
      ]),
      subject('serum', [position('s', 'allow')], { broader: 'products' }),
      subject('makeup', [position('m', 'allow')], { broader: 'serum' }),
    )

  it('passes avoid down to narrower subjects, and use and allow not', () => {
    expect(timeline(tree())).toEqual({ 0: 'avoid', 48: 'allowed' })
    expect(timeline(tree(), session(), 'products')).toEqual({ 0: 'avoid', 48: 'recommended' })
  })

  it('leaves out what the position excepts, and what is narrower than that', () => {
    expect(timeline(tree(['makeup']))).toEqual({ 0: 'allowed' })
    expect(timeline(tree(['makeup']), session(), 'serum')).toEqual({ 0: 'avoid', 48: 'allowed' })
    expect(timeline(tree(['serum']))).toEqual({ 0: 'allowed' })
  })

  it('passes limit, ask and continue down, and nothing up', () => {
    for (const [stance, status] of [
      ['limit', 'caution'],
      ['ask', 'ask-clinic'],
      ['continue', 'allowed'],
    ] as const) {
      const passing = subjects(
        subject('products', [position('p', stance)]),
        subject('makeup', [position('m', 'allow')], { broader: 'products' }),
      )
      expect(timeline(passing)).toEqual({ 0: status })
    }
    const up = subjects(
      subject('products', [position('p', 'allow')]),
      subject('makeup', [position('m', 'avoid', { window: { until: 'P1D' } })], {
        broader: 'products',
      }),
    )
    expect(timeline(up, session(), 'products')).toEqual({ 0: 'allowed' })
  })
})

describe('tests of the person and the procedure', () => {
  const gated = (when: unknown, stance = 'avoid') =>
    makeup(
      position('a', stance, { when, ...(stance === 'avoid' && { window: { until: 'P2D' } }) }),
      position('b', 'allow'),
    )

  it('bind where the fact holds or is not known, and not where it is known not to', () => {
    const ledger = gated({ medicines: ['anticoagulant'] })
    const taking = (patient: unknown) => timeline(ledger, session({ patient }))[0]
    expect(taking({ medicines: ['anticoagulant', 'nsaid'] })).toBe('avoid')
    expect(taking({ medicines: [] })).toBe('allowed')
    expect(taking({ medicines: ['nsaid'] })).toBe('allowed')
    expect(taking({})).toBe('avoid')
    expect(taking({ medicines: ['a word in no list'] })).toBe('avoid')
  })

  it('a recommendation with a test shows only where it holds', () => {
    const ledger = gated({ bodySites: ['scalp'] }, 'use')
    expect(timeline(ledger, session({}, { bodySites: ['scalp'] }))[0]).toBe('recommended')
    expect(timeline(ledger, session({}, { bodySites: ['face'] }))[0]).toBe('allowed')
    expect(timeline(ledger, session())[0]).toBe('allowed')
  })

  it('every key must hold, within a key any value, of anyOf one group', () => {
    const both = gated({ device: ['pen', 'stamp'], needleDepthMm: { atLeast: 1, below: 2 } })
    const depth = (needleDepthMm: number, device = 'pen') =>
      timeline(both, session({}, { needleDepthMm, device }))[0]
    expect([depth(1), depth(1.9, 'stamp'), depth(0.9), depth(2), depth(1.5, 'roller')]).toEqual([
      'avoid',
      'avoid',
      'allowed',
      'allowed',
      'allowed',
    ])
    const either = gated({ anyOf: [{ history: ['diabetes'] }, { medicines: ['steroid'] }] })
    const person = (patient: unknown) => timeline(either, session({ patient }))[0]
    expect(person({ history: ['diabetes'], medicines: [] })).toBe('avoid')
    expect(person({ history: [], medicines: ['steroid'] })).toBe('avoid')
    expect(person({ history: [], medicines: [] })).toBe('allowed')
    expect(person({ history: [] })).toBe('avoid')
  })

  it('says which fact was not known', () => {
    const plan = applyProtocol(
      [gated({ fitzpatrickSkinType: ['V', 'VI'] })],
      session({ patient: {} }),
    )
    const verdict = assess(plan, 'makeup', after(1))
    expect(verdict.reasons[0]?.unconfirmed).toEqual(['fitzpatrickSkinType'])
    expect(verdict.changedBy).toEqual(['time', 'fact'])
    expect(
      assess(
        applyProtocol(
          [gated({ fitzpatrickSkinType: ['V', 'VI'] })],
          session({ patient: { fitzpatrickSkinType: 'V' } }),
        ),
        'makeup',
        after(1),
      ).reasons[0]?.unconfirmed,
    ).toBeUndefined()
  })
})
