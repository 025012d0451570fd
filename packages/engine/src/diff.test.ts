import { describe, expect, it } from 'vitest'
import { position, protocol, protocolInput, subject } from '../../../tests/support/protocol.ts'
import { diffProtocols, type RuleChange } from './diff.ts'

type Input = Readonly<Record<string, unknown>>

const cited = { source: 'first' }
const COURSE = protocolInput()['course'] as Input
const SERIES = protocolInput()['series'] as Input
const TRIAGE = protocolInput()['triage'] as Input
const READINGS = protocolInput()['readings'] as Input
const SOURCES = protocolInput()['sources'] as Readonly<Record<string, Input>>

const changes = (before: Input, after: Input): readonly RuleChange[] =>
  diffProtocols(protocol(before), protocol(after)).changes

const until = (length: string) => ({
  subjects: [subject('makeup', [position('m', 'avoid', { window: { until: length } })])],
})

describe('diffProtocols', () => {
  it('says nothing of two ledgers that are alike, and names both versions', () => {
    expect(diffProtocols(protocol(), protocol({ version: '1.0.1' }))).toEqual({
      from: '1.0.0',
      to: '1.0.1',
      changes: [],
    })
  })

  it('shows the fields that differ, with both values and the subject', () => {
    expect(changes(until('PT48H'), until('P3D'))).toEqual([
      {
        kind: 'changed',
        rule: 'position m',
        subject: 'makeup',
        fields: { window: { from: { until: 'PT48H' }, to: { until: 'P3D' } } },
      },
    ])
  })

  it('shows a field that came or went beside nothing', () => {
    const noted = {
      subjects: [subject('makeup', [position('m', 'avoid', { note: 'printed so' })])],
    }
    const bare = { subjects: [subject('makeup', [position('m', 'avoid')])] }
    expect(changes(bare, noted)[0]?.fields).toEqual({ note: { from: null, to: 'printed so' } })
    expect(changes(noted, bare)[0]?.fields).toEqual({ note: { from: 'printed so', to: null } })
  })

  it('shows rules that came and rules that went, whole', () => {
    const two = {
      subjects: [subject('makeup', [position('m', 'avoid'), position('n', 'limit')])],
    }
    const one = { subjects: [subject('makeup', [position('m', 'avoid')])] }
    expect(changes(one, two)).toEqual([{ kind: 'added', rule: 'position n', subject: 'makeup' }])
    expect(changes(two, one)).toEqual([{ kind: 'removed', rule: 'position n', subject: 'makeup' }])
  })

  it('shows a subject that came with its positions, in order of the names', () => {
    const before = until('P3D')
    const after = {
      subjects: [...before.subjects, subject('sauna', [position('s', 'avoid')])],
    }
    expect(changes(before, after).map((one) => `${one.kind} ${one.rule}`)).toEqual([
      'added position s',
      'added subject sauna',
    ])
  })

  it('shows a subject moved in the tree', () => {
    const tree = (more: Input) => ({
      subjects: [
        subject('makeup', [position('m', 'avoid')]),
        subject('lipstick', [position('l', 'avoid')], more),
      ],
    })
    expect(changes(tree({}), tree({ broader: 'makeup' }))).toEqual([
      {
        kind: 'changed',
        rule: 'subject lipstick',
        subject: 'lipstick',
        fields: { broader: { from: null, to: 'makeup' } },
      },
    ])
  })

  it.each<readonly [string, Input]>([
    [
      'expectation redness-1',
      {
        course: {
          ...COURSE,
          expectations: [
            { id: 'redness-1', signs: ['erythema'], until: 'P9D', ...cited },
            ...(COURSE['expectations'] as readonly Input[]).slice(1),
          ],
        },
      },
    ],
    [
      'series effect-1',
      {
        series: { ...SERIES, effect: { id: 'effect-1', until: 'P8W', ...cited } },
      },
    ],
    [
      'series wedding',
      {
        series: { ...SERIES, events: [{ id: 'wedding', subjects: [], ...cited }] },
      },
    ],
    [
      'series spacing-2',
      {
        series: {
          ...SERIES,
          spacing: [
            (SERIES['spacing'] as readonly Input[])[0],
            { id: 'spacing-2', atLeast: 'P2W', atMost: 'P4W', ...cited },
          ],
        },
      },
    ],
    [
      'series upkeep-1',
      {
        series: {
          ...SERIES,
          maintenance: [{ id: 'upkeep-1', atLeast: 'P3M', atMost: 'P12M', ...cited }],
        },
      },
    ],
    [
      'red flag breathing',
      {
        triage: {
          ...TRIAGE,
          redFlags: [
            { id: 'breathing', sign: 'breathing-difficulty', disposition: 'urgent', ...cited },
          ],
        },
      },
    ],
    [
      'safety net unseen',
      { triage: { ...TRIAGE, safetyNet: [{ id: 'unseen', source: 'second' }] } },
    ],
    [
      'triage severe',
      {
        triage: { ...TRIAGE, severe: { ...cited, until: { erythema: 'PT48H' } } },
      },
    ],
    [
      'reading typical-recovery',
      {
        readings: { ...READINGS, typicalRecoveryEnd: { until: 'P8D', ...cited } },
      },
    ],
    [
      'reading outer-recovery',
      {
        readings: { ...READINGS, outerRecoveryEnd: { until: 'P16D', ...cited } },
      },
    ],
    [
      'reading a-few-days',
      {
        readings: {
          ...READINGS,
          words: { 'a-few-days': { phrase: 'a few days', is: 'P3D', note: 'read as three' } },
        },
      },
    ],
    [
      'source second',
      {
        sources: { ...SOURCES, second: { ...SOURCES['second'], certainty: 'low' } },
      },
    ],
    ['protocol covers', { covers: [{ code: 'microneedling', device: ['pen'] }] }],
    [
      'protocol routine',
      {
        routine: { morning: '07:00', midday: '13:00', evening: '20:00', bedtime: '22:00' },
      },
    ],
  ])('finds a change of %s', (rule, parts) => {
    expect(changes({}, parts).map((one) => `${one.kind} ${one.rule}`)).toEqual([`changed ${rule}`])
    expect(changes(parts, {}).map((one) => `${one.kind} ${one.rule}`)).toEqual([`changed ${rule}`])
  })

  it.each<readonly [string, Input]>([
    [
      'hold h',
      {
        series: { ...SERIES, holds: [{ id: 'h', signs: ['itch'], until: 'settled', ...cited }] },
      },
    ],
    [
      'milestone x',
      {
        course: { ...COURSE, milestones: [{ id: 'x', kind: 'result', ...cited }] },
      },
    ],
    ['task t', { tasks: [{ id: 't', phase: 'after', statements: [cited] }] }],
    ['suitability x', { suitability: [{ id: 'x', action: 'postpone', ...cited }] }],
    ['preparation x', { preparation: [{ id: 'x', ...cited }] }],
    ['information x', { information: [{ id: 'x', topic: 't', ...cited }] }],
  ])('finds that %s came', (rule, parts) => {
    expect(changes({}, parts)).toEqual([{ kind: 'added', rule }])
    expect(changes(parts, {})).toEqual([{ kind: 'removed', rule }])
  })
})
