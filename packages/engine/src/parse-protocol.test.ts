import { describe, expect, it } from 'vitest'
import { position, protocolInput, subject } from '../../../tests/support/protocol.ts'
import type { Issue } from './issue.ts'
import { parseProtocol } from './parse-protocol.ts'
import { textKeysOf } from './texts.ts'

type Input = Readonly<Record<string, unknown>>

const cited = { source: 'first' }

const SERIES = protocolInput()['series'] as Input

const TRIAGE = protocolInput()['triage'] as Input

const COURSE = protocolInput()['course'] as Input

const MAKEUP = subject('makeup', [position('makeup-1', 'avoid', { window: { until: 'PT48H' } })])

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

it('accepts the made-up protocol of these tests, so that each refusal below has one cause', () => {
  expect(issuesOf({})).toEqual([])
})

describe('form', () => {
  it.each<readonly [string, Input, readonly string[]]>([
    ['an unknown key', { extra: 1 }, [' structure']],
    ['no subject', { subjects: [] }, ['subjects value']],
    ['a version that is none', { version: '1.0' }, ['version value']],
    [
      'a clock time that is none',
      { routine: { morning: '24:00' } },
      [
        'routine.morning value',
        'routine.midday required',
        'routine.evening required',
        'routine.bedtime required',
      ],
    ],
    ['a code in capitals', { code: 'Microneedling' }, ['code value']],
    ['nothing covered', { covers: [] }, ['covers value']],
    [
      'a device not known',
      { covers: [{ code: 'microneedling', device: ['wand'] }] },
      ['covers[0].device[0] value'],
    ],
    ...[
      ['erythema', 38],
      ['erythema', -1],
      ['fever', 7],
      ['fever', 46],
    ].map(([sign, atLeast]): readonly [string, Input, readonly string[]] => [
      `an alarm at a strength that ${sign} never has: ${atLeast}`,
      {
        triage: {
          ...TRIAGE,
          redFlags: [{ ...cited, id: 'f', sign, atLeast, disposition: 'urgent' }],
        },
      },
      ['triage.redFlags[0].atLeast value'],
    ]),
    ['a language that is none', { texts: { english: {} } }, ['texts.english value']],
    [
      'an empty text',
      { texts: { en: { 'subject.makeup': '' } } },
      ['texts.en.subject.makeup value'],
    ],
  ])('refuses %s', (_, parts, expected) => {
    expect(refused(parts)).toEqual(expected)
  })

  it.each<readonly [string, string, Input, string]>([
    ['a stance not known', 'forbid', {}, '.stance'],
    ['a length of two units', 'avoid', { window: { until: 'P1DT2H' } }, '.window.until'],
    ['a fact that is no fact id', 'avoid', { fact: 'fact 3' }, '.fact'],
    [
      'a sign not known',
      'avoid',
      {
        window: { until: 'P3D', and: 'settled', signs: ['glow'] },
      },
      '.window.signs',
    ],
    [
      'a skin type not known',
      'avoid',
      { when: { fitzpatrickSkinType: ['VII'] } },
      '.when.fitzpatrickSkinType[0]',
    ],
    [
      'a depth that no needle has',
      'avoid',
      { when: { needleDepthMm: { atLeast: 2, below: 2 } } },
      '.when.needleDepthMm',
    ],
    ['a test of one group', 'avoid', { when: { anyOf: [{ device: ['pen'] }] } }, '.when.anyOf'],
  ])('refuses a position with %s', (_, stance, more, path) => {
    expect(refused(withPosition(stance, more)).map((text) => text.split(' ')[0])).toEqual([
      expect.stringContaining(`${AT}${path}`),
    ])
  })

  it('reads one fact as a list of one', () => {
    const result = parseProtocol(protocolInput(withPosition('avoid', { fact: 'S1-28' })))
    expect(result.ok && result.value.subjects[0]?.positions[1]?.fact).toEqual(['S1-28'])
  })

  it.each([null, undefined, 7, 'protocol', []])('is not %j', (input) => {
    expect(parseProtocol(input).ok).toBe(false)
  })
})

describe('readings', () => {
  it.each<readonly [string, Input, string]>([
    [
      'a window',
      withPosition('avoid', { window: { until: { reading: 'ages' } } }),
      `${AT}.window.until`,
    ],
    [
      'an end of a range',
      withPosition('avoid', {
        window: { until: { atLeast: 'P3D', atMost: { reading: 'ages' } } },
      }),
      `${AT}.window.until.atMost`,
    ],
    [
      'an expectation',
      {
        course: {
          ...COURSE,
          expectations: [{ id: 'x', signs: ['itch'], until: { reading: 'ages' }, ...cited }],
        },
      },
      'course.expectations[0].until',
    ],
    [
      'a task',
      {
        tasks: [{ id: 't', phase: 'before', lead: { reading: 'ages' }, statements: [cited] }],
      },
      'tasks[0].lead',
    ],
    [
      'the effect',
      {
        series: { ...SERIES, effect: { id: 'x', until: { reading: 'ages' }, ...cited } },
      },
      'series.effect.until',
    ],
    [
      'preparation',
      { preparation: [{ id: 'x', lead: { reading: 'ages' }, ...cited }] },
      'preparation[0].lead',
    ],
    [
      'triage',
      {
        triage: { ...TRIAGE, severe: { ...cited, until: { erythema: { reading: 'ages' } } } },
      },
      'triage.severe.until.erythema',
    ],
  ])('of %s stand in the table', (_, parts, path) => {
    expect(issuesOf(parts)).toEqual([
      {
        severity: 'error',
        code: 'not-found',
        diagnostics: '"ages" is no reading: add it to the table of vague words',
        expression: path,
      },
    ])
  })

  it('know both recovery ends and the table’s words, and no name that every object has', () => {
    const reading = (word: string) =>
      refused(withPosition('avoid', { window: { until: { reading: word } } }))
    expect(reading('typical-recovery')).toEqual([])
    expect(reading('outer-recovery')).toEqual([])
    expect(reading('a-few-days')).toEqual([])
    expect(reading('constructor')).toEqual([`${AT}.window.until not-found`])
  })
})

describe('texts', () => {
  /** Every text that the made-up protocol needs. */
  function texts(): Readonly<Record<string, string>> {
    const result = parseProtocol(protocolInput())
    if (!result.ok) throw new Error('unsound')
    return Object.fromEntries(textKeysOf(result.value).map((key) => [key, key]))
  }

  it('may be in no language, but are whole in each that there is', () => {
    const { 'subject.makeup': _, ...others } = texts()
    expect(refused({ texts: { en: texts() } })).toEqual([])
    expect(issuesOf({ texts: { en: texts(), es: others } })).toEqual([
      {
        severity: 'error',
        code: 'required',
        diagnostics: 'the text "subject.makeup" is missing',
        expression: 'texts.es',
      },
    ])
    expect(refused({ texts: { en: {} } })).toHaveLength(Object.keys(texts()).length)
  })

  it.each<readonly [string, string, Input]>([
    ['subject', 'subject.makeup', {}],
    ['sign', 'sign.erythema', {}],
    ['disposition', 'disposition.emergency', {}],
    ['care card', 'care-card.urgent', {}],
    ['red flag', 'red-flag.breathing', {}],
    ['safety net', 'safety-net.unseen', {}],
    ['expectation', 'expectation.redness-1', {}],
    ['series rule', 'series.spacing-2', {}],
    ['upkeep', 'series.upkeep-1', {}],
    ['effect', 'series.effect-1', {}],
    ['event', 'event.wedding', {}],
    [
      'advice',
      'done.makeup',
      {
        subjects: [{ ...MAKEUP, ifDone: { ...cited, watchFor: ['itch'] } }],
      },
    ],
    ['reason', 'why.burns', withPosition('avoid', { why: 'burns' })],
    ['condition', 'condition.as-directed', withPosition('use', { condition: 'as-directed' })],
    [
      'hold',
      'hold.x',
      {
        series: { ...SERIES, holds: [{ id: 'x', signs: ['itch'], until: 'settled', ...cited }] },
      },
    ],
    ['task', 'task.t', { tasks: [{ id: 't', phase: 'after', statements: [cited] }] }],
    [
      'milestone',
      'milestone.x',
      {
        course: { ...COURSE, milestones: [{ id: 'x', kind: 'result', ...cited }] },
      },
    ],
    [
      'suitability',
      'suitability.x',
      {
        suitability: [{ id: 'x', action: 'postpone', ...cited }],
      },
    ],
    ['preparation', 'preparation.x', { preparation: [{ id: 'x', ...cited }] }],
    ['information', 'information.x', { information: [{ id: 'x', topic: 't', ...cited }] }],
  ])('name each %s', (_, key, parts) => {
    const without = Object.entries(texts()).filter(([one]) => one !== key)
    expect(issuesOf({ ...parts, texts: { en: Object.fromEntries(without) } })).toContainEqual({
      severity: 'error',
      code: 'required',
      diagnostics: `the text "${key}" is missing`,
      expression: 'texts.en',
    })
  })
})
