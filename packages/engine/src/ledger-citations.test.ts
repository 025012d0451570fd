import { describe, expect, it } from 'vitest'
import { position, protocolInput, subject } from '../../../tests/support/protocol.ts'
import type { Issue } from './issue.ts'
import { parseProtocol } from './parse-protocol.ts'

type Input = Readonly<Record<string, unknown>>

const cited = { source: 'first' }

const SERIES = protocolInput()['series'] as Input

const SOURCES = protocolInput()['sources'] as Readonly<Record<string, Input>>

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

describe('citations', () => {
  it.each<readonly [string, Input, string, string]>([
    ['a position', withPosition('avoid', { source: 'nobody' }), AT, 'p'],
    [
      'advice after the fact',
      {
        subjects: [{ ...MAKEUP, ifDone: { source: 'nobody', watchFor: ['itch'] } }],
      },
      'subjects[0].ifDone',
      'done-makeup',
    ],
    [
      'an expectation',
      {
        course: {
          ...COURSE,
          expectations: [{ id: 'x', signs: ['itch'], until: 'P3D', source: 'nobody' }],
        },
      },
      'course.expectations[0]',
      'x',
    ],
    [
      'a milestone',
      {
        course: { ...COURSE, milestones: [{ id: 'x', kind: 'result', source: 'nobody' }] },
      },
      'course.milestones[0]',
      'x',
    ],
    [
      'a task',
      {
        tasks: [{ id: 'x', phase: 'after', statements: [cited, { source: 'nobody' }] }],
      },
      'tasks[0].statements[1]',
      'x',
    ],
    [
      'a number of sessions',
      {
        series: { ...SERIES, sessions: [{ id: 'x', atLeast: 3, source: 'nobody' }] },
      },
      'series.sessions[0]',
      'x',
    ],
    [
      'a spacing',
      {
        series: {
          ...SERIES,
          spacing: [{ id: 'x', atLeast: 'P4W', atMost: 'P4W', source: 'nobody' }],
        },
      },
      'series.spacing[0]',
      'x',
    ],
    [
      'upkeep',
      {
        series: {
          ...SERIES,
          maintenance: [{ id: 'x', atLeast: 'P4M', atMost: 'P4M', source: 'nobody' }],
        },
      },
      'series.maintenance[0]',
      'x',
    ],
    [
      'the effect',
      {
        series: { ...SERIES, effect: { id: 'x', until: 'P6W', source: 'nobody' } },
      },
      'series.effect',
      'x',
    ],
    [
      'a hold',
      {
        series: {
          ...SERIES,
          holds: [{ id: 'x', signs: ['itch'], until: 'settled', source: 'nobody' }],
        },
      },
      'series.holds[0]',
      'x',
    ],
    [
      'an event',
      {
        series: { ...SERIES, events: [{ id: 'x', subjects: [], source: 'nobody' }] },
      },
      'series.events[0]',
      'x',
    ],
    [
      'suitability',
      { suitability: [{ id: 'x', action: 'postpone', source: 'nobody' }] },
      'suitability[0]',
      'x',
    ],
    ['preparation', { preparation: [{ id: 'x', source: 'nobody' }] }, 'preparation[0]', 'x'],
    [
      'a red flag',
      {
        triage: {
          ...TRIAGE,
          redFlags: [{ id: 'x', sign: 'fever', disposition: 'urgent', source: 'nobody' }],
        },
      },
      'triage.redFlags[0]',
      'x',
    ],
    [
      'the safety net',
      { triage: { ...TRIAGE, safetyNet: [{ id: 'x', source: 'nobody' }] } },
      'triage.safetyNet[0]',
      'x',
    ],
    [
      'the severity table',
      { triage: { ...TRIAGE, severe: { source: 'nobody', until: {} } } },
      'triage.severe',
      'severe',
    ],
    [
      'information',
      { information: [{ id: 'x', topic: 't', source: 'nobody' }] },
      'information[0]',
      'x',
    ],
  ])('of %s must name a source', (_, parts, path, id) => {
    expect(issuesOf(parts)).toEqual([
      {
        severity: 'error',
        code: 'not-found',
        diagnostics: `"${id}" cites "nobody", which is no source: add it or correct the code`,
        expression: `${path}.source`,
      },
    ])
  })

  it('of both recovery ends must name a source', () => {
    const readings = {
      ...(protocolInput()['readings'] as Input),
      typicalRecoveryEnd: { until: 'P7D', source: 'nobody' },
      outerRecoveryEnd: { until: 'P15D', source: 'nobody' },
    }
    expect(refused({ readings })).toEqual([
      'readings.typicalRecoveryEnd.source not-found',
      'readings.outerRecoveryEnd.source not-found',
    ])
  })

  it('cannot be left out', () => {
    const uncited = { id: 'p', stance: 'avoid' }
    expect(refused({ subjects: [subject('makeup', [uncited])] })).toEqual([
      'subjects[0].positions[0].source required',
    ])
  })

  it('are not resolved by a name that every object has', () => {
    expect(refused(withPosition('avoid', { source: 'constructor' }))).toEqual([
      `${AT}.source not-found`,
    ])
  })

  const numbered = { ...SOURCES, first: { ...SOURCES['first'], facts: { prefix: 'S1', count: 9 } } }

  it('carry facts of the source they cite', () => {
    expect(
      issuesOf({ sources: numbered, ...withPosition('avoid', { fact: ['S1-01', 'S2-05'] }) }),
    ).toEqual([
      {
        severity: 'error',
        code: 'invariant',
        diagnostics: 'S2-05 is no fact of "first", whose facts start with S1',
        expression: `${AT}.fact`,
      },
    ])
    expect(refused({ sources: numbered, ...withPosition('avoid', { fact: 'S10-01' }) })).toEqual([
      `${AT}.fact invariant`,
    ])
    expect(refused(withPosition('avoid', { fact: 'S2-05' }))).toEqual([])
  })

  it('of a reading may rest on several sources', () => {
    const readings = {
      ...(protocolInput()['readings'] as Input),
      typicalRecoveryEnd: { until: 'P7D', ...cited, fact: ['S1-01', 'S2-33'] },
    }
    expect(refused({ sources: numbered, readings })).toEqual([])
  })
})

describe('ids', () => {
  it.each<readonly [string, Input, string, string]>([
    [
      'subjects',
      { subjects: [MAKEUP, subject('makeup', [position('q', 'avoid')])] },
      'subjects[1].subject',
      'subject makeup',
    ],
    [
      'positions of two subjects',
      {
        subjects: [MAKEUP, subject('sauna', [position('makeup-1', 'avoid')])],
      },
      'subjects[1].positions[0].id',
      'position makeup-1',
    ],
    [
      'tasks',
      {
        tasks: [
          { id: 't', phase: 'after', statements: [cited] },
          { id: 't', phase: 'before', statements: [cited] },
        ],
      },
      'tasks[1].id',
      'task t',
    ],
    [
      'expectations',
      {
        course: {
          ...COURSE,
          expectations: [
            { id: 'x', signs: ['itch'], ...cited },
            { id: 'x', signs: ['pain'], ...cited },
          ],
        },
      },
      'course.expectations[1].id',
      'course expectation x',
    ],
    [
      'series rules of two kinds',
      {
        series: { ...SERIES, effect: { id: 'count-1', until: 'P6W', ...cited } },
      },
      'series.effect.id',
      'series rule count-1',
    ],
    [
      'information',
      {
        information: [
          { id: 'x', topic: 'a', ...cited },
          { id: 'x', topic: 'b', ...cited },
        ],
      },
      'information[1].id',
      'information x',
    ],
  ])('of %s are unique', (_, parts, path, key) => {
    expect(issuesOf(parts)).toEqual([
      {
        severity: 'error',
        code: 'duplicate',
        diagnostics: `${key} stands twice: give one another name`,
        expression: path,
      },
    ])
  })

  it('may be shared by lines of different kinds, and by the statements of one task', () => {
    expect(
      refused({
        tasks: [{ id: 'makeup-1', phase: 'after', statements: [cited, cited] }],
        information: [{ id: 'makeup-1', topic: 'a', ...cited }],
      }),
    ).toEqual([])
  })
})

describe('the tree of subjects', () => {
  const child = (broader: string) => subject('lipstick', [position('l', 'avoid')], { broader })

  it('hangs on subjects that are there', () => {
    expect(issuesOf({ subjects: [MAKEUP, child('paint')] })).toEqual([
      {
        severity: 'error',
        code: 'not-found',
        diagnostics: '"paint" is no subject: add it or correct the code',
        expression: 'subjects[1].broader',
      },
    ])
    expect(refused({ subjects: [MAKEUP, child('makeup')] })).toEqual([])
  })

  it('has no cycle: each subject in it is named, and one that hangs below it is not', () => {
    const ring = [
      subject('makeup', [position('a', 'avoid')], { broader: 'eyes' }),
      subject('eyes', [position('b', 'avoid')], { broader: 'face' }),
      subject('face', [position('c', 'avoid')], { broader: 'makeup' }),
      subject('lipstick', [position('d', 'avoid')], { broader: 'face' }),
    ]
    expect(issuesOf({ subjects: ring }).map((one) => [one.expression, one.diagnostics])).toEqual([
      ['subjects[0].broader', '"makeup" is broader than itself: the tree has a cycle'],
      ['subjects[1].broader', '"eyes" is broader than itself: the tree has a cycle'],
      ['subjects[2].broader', '"face" is broader than itself: the tree has a cycle'],
    ])
    expect(
      refused({ subjects: [subject('makeup', [position('a', 'avoid')], { broader: 'makeup' })] }),
    ).toEqual(['subjects[0].broader invariant'])
  })

  it.each<readonly [string, Input, string]>([
    [
      'an exception',
      {
        subjects: [subject('makeup', [position('a', 'avoid', { except: ['makeup', 'paint'] })])],
      },
      'subjects[0].positions[0].except[1]',
    ],
    [
      'a task',
      {
        tasks: [{ id: 't', phase: 'after', subject: 'paint', statements: [cited] }],
      },
      'tasks[0].subject',
    ],
    [
      'preparation',
      { preparation: [{ id: 'x', subject: 'paint', ...cited }] },
      'preparation[0].subject',
    ],
    [
      'an event',
      {
        series: { ...SERIES, events: [{ id: 'x', subjects: ['makeup', 'paint'], ...cited }] },
      },
      'series.events[0].subjects[1]',
    ],
  ])('is what the subject of %s stands in', (_, parts, path) => {
    expect(issuesOf(parts)).toEqual([
      {
        severity: 'error',
        code: 'not-found',
        diagnostics: '"paint" is no subject: add it or correct the code',
        expression: path,
      },
    ])
  })

  it('has something below every pure group', () => {
    expect(issuesOf({ subjects: [MAKEUP, subject('heat', [], { group: true })] })).toEqual([
      {
        severity: 'error',
        code: 'invariant',
        diagnostics: 'a pure group needs a narrower subject',
        expression: 'subjects[1].group',
      },
    ])
    const sauna = subject('sauna', [position('s', 'avoid')], { broader: 'heat' })
    expect(refused({ subjects: [MAKEUP, subject('heat', [], { group: true }), sauna] })).toEqual([])
  })
})
