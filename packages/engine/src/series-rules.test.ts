import { describe, expect, it } from 'vitest'
import { protocol, protocolInput } from '../../../tests/support/protocol.ts'
import { compileProtocol } from './compiled.ts'
import { type SeriesRules, seriesRulesOf } from './series-rules.ts'

type Input = Readonly<Record<string, unknown>>
const cited = { source: 'first' }

/** The rules of a made-up series for a person with these medicines. */
function rules(parts: Input, certain = 0): SeriesRules {
  const series = { ...(protocolInput()['series'] as Input), ...parts }
  const compiled = compileProtocol(protocol({ series }))
  return seriesRulesOf(compiled, new Array<number>(compiled.atoms.words).fill(certain))
}

const spacing = (...ranges: readonly (readonly [string, string])[]) => ({
  spacing: ranges.map(([atLeast, atMost], k) => ({
    id: `spacing-${k}`,
    atLeast,
    atMost,
    ...cited,
  })),
})
const maintenance = (...ranges: readonly (readonly [string, string])[]) => ({
  maintenance: ranges.map(([atLeast, atMost], k) => ({ id: `up-${k}`, atLeast, atMost, ...cited })),
})
const counts = (...ranges: readonly Input[]) => ({
  sessions: ranges.map((range, k) => ({ id: `count-${k}`, ...range, ...cited })),
})

describe('the number of sessions', () => {
  it('spans every figure; the most that any source asks at least is preferred', () => {
    expect(
      rules(counts({ atLeast: 3, atMost: 6 }, { atLeast: 4, atMost: 5 }, { atMost: 8 })).sessions,
    ).toEqual({ atLeast: 3, atMost: 8, preferred: 4, basis: ['count-0', 'count-1', 'count-2'] })
  })

  it('reads a lone least or a lone most as the span it leaves', () => {
    expect(rules(counts({ atLeast: 3 }, { atMost: 2 })).sessions).toMatchObject({
      atLeast: 2,
      atMost: 3,
      preferred: 3,
    })
  })
})

describe('the spacing of sessions', () => {
  it('prefers where the ranges overlap and allows all that any holds', () => {
    expect(rules(spacing(['P4W', 'P8W'], ['P3W', 'P6W'])).spacing).toEqual({
      preferredDays: { atLeast: 28, atMost: 42 },
      allowableDays: { atLeast: 21, atMost: 56 },
      basis: ['spacing-0', 'spacing-1'],
    })
  })

  it('does not depend on the order of the sources', () => {
    expect(rules(spacing(['P3W', 'P6W'], ['P4W', 'P8W'])).spacing).toMatchObject({
      preferredDays: { atLeast: 28, atMost: 42 },
      allowableDays: { atLeast: 21, atMost: 56 },
    })
  })

  it('prefers the one day where ranges only touch', () => {
    expect(rules(spacing(['P4W', 'P6W'], ['P3W', 'P4W'])).spacing.preferredDays).toEqual({
      atLeast: 28,
      atMost: 28,
    })
  })

  it('prefers the longest least where the ranges do not overlap: every source keeps to it', () => {
    expect(rules(spacing(['P5W', 'P6W'], ['P2W', 'P3W'])).spacing).toMatchObject({
      preferredDays: { atLeast: 35, atMost: 35 },
      allowableDays: { atLeast: 14, atMost: 42 },
    })
  })

  it('counts a rule with a test only where the test holds', () => {
    const gated = {
      spacing: [
        { id: 'all', atLeast: 'P4W', atMost: 'P6W', ...cited },
        {
          id: 'scars',
          atLeast: 'P8W',
          atMost: 'P8W',
          when: { indications: ['acne-scars'] },
          ...cited,
        },
      ],
    }
    expect(rules(gated).spacing).toMatchObject({ basis: ['all'], allowableDays: { atMost: 42 } })
    expect(rules(gated, 1).spacing).toMatchObject({
      basis: ['all', 'scars'],
      allowableDays: { atMost: 56 },
    })
  })
})

describe('upkeep and effect', () => {
  it('keeps the lengths as stated, so that months stay months', () => {
    expect(rules(maintenance(['P6M', 'P12M'], ['P3M', 'P1Y'])).maintenance).toEqual({
      preferred: { atLeast: 'P6M', atMost: 'P12M' },
      allowable: { atLeast: 'P3M', atMost: 'P12M' },
      basis: ['up-0', 'up-1'],
    })
  })

  it('reads the effect, a vague word by the table', () => {
    expect(rules({}).effect).toEqual({ after: 'P6W', basis: ['effect-1'] })
    const effect = { id: 'late', until: { reading: 'a-few-days' }, ...cited }
    expect(rules({ effect }).effect).toEqual({ after: 'P4D', basis: ['late'] })
  })
})
