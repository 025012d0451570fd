import { describe, expect, it } from 'vitest'
import { position, protocolInput, subject } from '../../../tests/support/protocol.ts'
import type { Issue } from './issue.ts'
import { parseProtocol } from './parse-protocol.ts'

type Input = Readonly<Record<string, unknown>>

const cited = { source: 'first' }

const SERIES = protocolInput()['series'] as Input

function issuesOf(parts: Input): readonly Issue[] {
  const result = parseProtocol(protocolInput(parts))
  return result.ok ? [] : result.issues
}

/** Everything refused as `path code`. */
const refused = (parts: Input) =>
  issuesOf(parts).map((issue) => `${issue.expression} ${issue.code}`)

/** The ledger with one more position on make-up. */
const withPosition = (stance: string, more: Input = {}) => ({
  subjects: [subject('makeup', [position('base', 'avoid'), position('p', stance, more)])],
})

const AT = 'subjects[0].positions[1]'

describe('positions', () => {
  const settled = { until: 'P3D', and: 'settled' }
  const RISK = 'device, needleDepthMm, fitzpatrickSkinType, medicines, history'

  it.each<readonly [string, string, Input, string, string]>([
    [
      'a "continue" with a test',
      'continue',
      { when: { bodySites: ['face'] } },
      'when',
      'a "continue" has no tests: nobody loses it by a missing fact',
    ],
    [
      'a "use" for a risk',
      'use',
      { when: { history: ['diabetes'] } },
      'when',
      `"use" and "allow" may not test ${RISK}: those gate only avoid, limit and ask`,
    ],
    [
      'an "allow" for a risk',
      'allow',
      { when: { device: ['pen'] } },
      'when',
      `"use" and "allow" may not test ${RISK}: those gate only avoid, limit and ask`,
    ],
    [
      'a "use" for a risk in one of its groups',
      'use',
      {
        when: { anyOf: [{ bodySites: ['face'] }, { needleDepthMm: { below: 1 } }] },
      },
      'when',
      `"use" and "allow" may not test ${RISK}: those gate only avoid, limit and ask`,
    ],
    [
      'an "ask" that waits for signs',
      'ask',
      { window: settled },
      'window.and',
      'only avoid and limit wait for signs',
    ],
    [
      'a "use" that waits for signs',
      'use',
      { window: settled },
      'window.and',
      'only avoid and limit wait for signs',
    ],
    [
      'settled alone',
      'avoid',
      { window: { and: 'settled' } },
      'window.until',
      "settled never stands alone: give a timed part, the source's own or {reading: typical-recovery}",
    ],
    [
      'settled with cleared for its time',
      'avoid',
      {
        window: { until: 'cleared', and: ['settled', 'cleared'] },
      },
      'window.until',
      "settled never stands alone: give a timed part, the source's own or {reading: typical-recovery}",
    ],
    [
      'signs without settled',
      'avoid',
      { window: { until: 'P3D', signs: ['itch'] } },
      'window.signs',
      'signs belong to "and: settled"',
    ],
    [
      'signs with cleared only',
      'avoid',
      {
        window: { until: 'P3D', and: 'cleared', signs: 'all' },
      },
      'window.signs',
      'signs belong to "and: settled"',
    ],
    [
      'a "maybe" that is not an avoid',
      'limit',
      { window: { maybe: 'P14D' } },
      'window.maybe',
      'a "maybe" is an open avoid with a number the source may not mean: no "until" beside it',
    ],
    [
      'a "maybe" beside an end',
      'avoid',
      { window: { maybe: 'P14D', until: 'P3D' } },
      'window.maybe',
      'a "maybe" is an open avoid with a number the source may not mean: no "until" beside it',
    ],
    [
      'an end at its start',
      'avoid',
      { window: { from: 'PT48H', until: 'P2D' } },
      'window.until',
      'the window ends before it starts: "until" must be later than "from" or the session, "atMost" no less than "atLeast"',
    ],
    [
      'an end at the session',
      'avoid',
      { window: { until: 'P0D' } },
      'window.until',
      'the window ends before it starts: "until" must be later than "from" or the session, "atMost" no less than "atLeast"',
    ],
    [
      'an end before its start',
      'avoid',
      { window: { from: 'P3D', until: 'P2D' } },
      'window.until',
      'the window ends before it starts: "until" must be later than "from" or the session, "atMost" no less than "atLeast"',
    ],
    [
      'a range turned round',
      'avoid',
      { window: { until: { atLeast: 'P3D', atMost: 'P2D' } } },
      'window.until',
      'the window ends before it starts: "until" must be later than "from" or the session, "atMost" no less than "atLeast"',
    ],
    [
      'a reading that ends before the start',
      'avoid',
      {
        window: { from: 'P5D', until: { reading: 'a-few-days' } },
      },
      'window.until',
      'the window ends before it starts: "until" must be later than "from" or the session, "atMost" no less than "atLeast"',
    ],
  ])('refuse %s', (_, stance, more, field, text) => {
    expect(issuesOf(withPosition(stance, more))).toEqual([
      {
        severity: 'error',
        code: 'invariant',
        diagnostics: text,
        expression: `${AT}.${field}`,
      },
    ])
  })

  it.each<readonly [string, string, Input]>([
    ['a "continue" without a test', 'continue', {}],
    ['a "use" for a body site', 'use', { when: { bodySites: ['scalp'], setting: ['home'] } }],
    ['an "avoid" for a risk', 'avoid', { when: { history: ['diabetes'] } }],
    ['a "limit" for a risk', 'limit', { when: { medicines: ['nsaid'] } }],
    ['an "ask" for a risk', 'ask', { when: { device: ['roller'] } }],
    ['a "limit" that waits for signs', 'limit', { window: settled }],
    [
      'settled with a reading for its time',
      'avoid',
      {
        window: { until: { reading: 'typical-recovery' }, and: 'settled', signs: ['itch'] },
      },
    ],
    [
      'settled and cleared with a time',
      'avoid',
      {
        window: { until: 'P3D', and: ['settled', 'cleared'], signs: 'all' },
      },
    ],
    ['a "maybe" alone', 'avoid', { window: { maybe: 'P14D' } }],
    ['a start without an end', 'avoid', { window: { from: 'P3D' } }],
    ['a start and a clinician', 'avoid', { window: { from: 'P3D', until: 'cleared' } }],
    ['an end just after its start', 'avoid', { window: { from: 'PT47H', until: 'P2D' } }],
    ['a range of one length', 'avoid', { window: { until: { atLeast: 'P2D', atMost: 'PT48H' } } }],
    [
      'a start inside a range',
      'avoid',
      {
        window: { from: 'P2D', until: { atLeast: 'P1D', atMost: 'P3D' } },
      },
    ],
  ])('accept %s', (_, stance, more) => {
    expect(issuesOf(withPosition(stance, more))).toEqual([])
  })

  it('without a test are one at least on every subject: else it opens where nothing is known', () => {
    const gated = { when: { history: ['diabetes'] } }
    const only = { subjects: [subject('makeup', [position('a', 'avoid', gated)])] }
    expect(issuesOf(only)).toEqual([
      {
        severity: 'error',
        code: 'invariant',
        diagnostics:
          '"makeup" has no position without a test: it would open where nothing is known',
        expression: 'subjects[0].positions',
      },
    ])
    expect(refused({ subjects: [subject('makeup', [])] })).toEqual([
      'subjects[0].positions invariant',
    ])
  })

  it('may be inherited for that, but not by a subject that is excepted, nor from a "use"', () => {
    const below = subject('lipstick', [], { broader: 'makeup' })
    const under = (above: Input) => refused({ subjects: [subject('makeup', [above]), below] })
    expect(under(position('a', 'avoid'))).toEqual([])
    expect(under(position('a', 'avoid', { except: ['lipstick'] }))).toEqual([
      'subjects[1].positions invariant',
    ])
    expect(under(position('a', 'use'))).toEqual(['subjects[1].positions invariant'])
  })
})

describe('the series', () => {
  const gated = { when: { history: ['keloid'] } }
  const rule = (parts: Input) => ({ id: 'x', ...cited, ...parts })
  const withRules = (key: string, ...rules: readonly Input[]) =>
    issuesOf({ series: { ...SERIES, [key]: rules } })

  it('is spaced in days or weeks', () => {
    const spacing = (atLeast: string, atMost: string) =>
      withRules('spacing', rule({ atLeast, atMost }))
    const refusal = {
      severity: 'error',
      code: 'value',
      diagnostics: 'is to be given in days or weeks, such as P28D or P4W',
      expression: 'series.spacing[0]',
    }
    expect(spacing('P28D', 'P6W')).toEqual([])
    expect(spacing('P1M', 'P6W')).toEqual([refusal])
    expect(spacing('P4W', 'PT900H')).toEqual([refusal])
  })

  it('has its upkeep in months or years', () => {
    const upkeep = (atLeast: string, atMost: string) =>
      withRules('maintenance', rule({ atLeast, atMost }))
    const refusal = {
      severity: 'error',
      code: 'value',
      diagnostics: 'is to be given in months or years, such as P6M or P1Y',
      expression: 'series.maintenance[0]',
    }
    expect(upkeep('P6M', 'P1Y')).toEqual([])
    expect(upkeep('P24W', 'P1Y')).toEqual([refusal])
    expect(upkeep('P6M', 'P365D')).toEqual([refusal])
  })

  it.each<readonly [string, Input, Input, string]>([
    [
      'spacing',
      { atLeast: 'P4W', atMost: 'P28D' },
      { atLeast: 'P29D', atMost: 'P4W' },
      '"atLeast" is longer than "atMost": change one',
    ],
    [
      'maintenance',
      { atLeast: 'P12M', atMost: 'P1Y' },
      { atLeast: 'P13M', atMost: 'P1Y' },
      '"atLeast" is longer than "atMost": change one',
    ],
    [
      'sessions',
      { atLeast: 4, atMost: 4 },
      { atLeast: 5, atMost: 4 },
      '"atLeast" is more than "atMost": change one',
    ],
  ])('has the least of %s before its most; they may be one', (key, sound, unsound, text) => {
    expect(withRules(key, rule(sound))).toEqual([])
    expect(withRules(key, rule(unsound))).toEqual([
      { severity: 'error', code: 'invariant', diagnostics: text, expression: `series.${key}[0]` },
    ])
  })

  it.each<readonly [string, Input]>([
    ['spacing', { atLeast: 'P4W', atMost: 'P6W' }],
    ['maintenance', { atLeast: 'P6M', atMost: 'P1Y' }],
    ['sessions', { atLeast: 3 }],
  ])('has %s for everybody, not only behind a test', (key, range) => {
    const refusal = {
      severity: 'error',
      code: 'invariant',
      diagnostics:
        'at least one rule with an "atLeast" must have no test: add one, or drop a "when"',
      expression: `series.${key}`,
    }
    expect(withRules(key, rule({ ...range, ...gated }))).toEqual([refusal])
    expect(withRules(key, rule({ ...range, ...gated }), { ...rule(range), id: 'y' })).toEqual([])
  })

  it('has a least number of sessions for everybody: a most alone is none', () => {
    const least = { ...rule({ atLeast: 3, ...gated }), id: 'y' }
    expect(withRules('sessions', rule({ atMost: 6 }), least)).toMatchObject([
      { code: 'invariant', expression: 'series.sessions' },
    ])
  })

  const withHold = (hold: Input) =>
    issuesOf({ series: { ...SERIES, holds: [{ id: 'x', ...cited, ...hold }] } })

  it('has no hold that rests on nothing: it would stop everybody for ever', () => {
    expect(withHold({ until: 'cleared' })).toEqual([
      {
        severity: 'error',
        code: 'invariant',
        diagnostics:
          'a hold rests on "signs", "when" or "uncovered": this one would stop everybody for ever',
        expression: 'series.holds[0]',
      },
    ])
  })

  it('has no hold that waits for signs and names none', () => {
    const refusal = {
      severity: 'error',
      code: 'invariant',
      diagnostics: 'only signs settle: name "signs", or wait until cleared',
      expression: 'series.holds[0].until',
    }
    expect(withHold({ uncovered: true, until: 'settled' })).toEqual([refusal])
    expect(withHold({ when: { history: ['keloid'] }, until: 'settled' })).toEqual([refusal])
  })

  it.each<Input>([
    { signs: ['itch'], until: 'settled' },
    { signs: ['itch'], until: 'cleared' },
    { when: { history: ['keloid'] }, until: 'cleared' },
    { uncovered: true, until: 'cleared' },
  ])('may hold by %j', (hold) => {
    expect(withHold(hold)).toEqual([])
  })
})
