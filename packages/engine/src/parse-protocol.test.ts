import { describe, expect, it } from 'vitest'
import { position, protocolInput, subject } from '../../../tests/support/protocol.ts'
import type { Issue } from './issue.ts'
import { parseProtocol } from './parse-protocol.ts'
import { textKeysOf } from './texts.ts'

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
      'the window ends before it starts: "until" must be later than "from", "atMost" no less than "atLeast"',
    ],
    [
      'an end before its start',
      'avoid',
      { window: { from: 'P3D', until: 'P2D' } },
      'window.until',
      'the window ends before it starts: "until" must be later than "from", "atMost" no less than "atLeast"',
    ],
    [
      'a range turned round',
      'avoid',
      { window: { until: { atLeast: 'P3D', atMost: 'P2D' } } },
      'window.until',
      'the window ends before it starts: "until" must be later than "from", "atMost" no less than "atLeast"',
    ],
    [
      'a reading that ends before the start',
      'avoid',
      {
        window: { from: 'P5D', until: { reading: 'a-few-days' } },
      },
      'window.until',
      'the window ends before it starts: "until" must be later than "from", "atMost" no less than "atLeast"',
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
