import { describe, expect, it } from 'vitest'
import { position, protocol, protocolInput, subject } from '../../../tests/support/protocol.ts'
import { type Coverage, coverageOf } from './coverage.ts'

type Input = Readonly<Record<string, unknown>>

const SOURCES = protocolInput()['sources'] as Readonly<Record<string, Input>>
const cited = { source: 'first' }

function coverage(count: number, parts: Input): Coverage {
  const first = { ...SOURCES['first'], facts: { prefix: 'S1', count } }
  return coverageOf(protocol({ sources: { ...SOURCES, first }, ...parts }))
}

const info = (id: string, ...fact: readonly string[]) => ({ id, topic: 't', ...cited, fact })
const makeup = (...fact: readonly string[]) => ({
  subjects: [subject('makeup', [position('m', 'avoid', { fact })])],
})

describe('coverageOf', () => {
  it('numbers a source’s facts from 01 to its count, and finds each missing one', () => {
    const found = coverage(11, { ...makeup('S1-01', 'S1-11'), information: [info('i', 'S1-05')] })
    expect(found.total).toBe(11)
    expect(found.accounted).toBe(3)
    expect(found.missing).toEqual([
      'S1-02',
      'S1-03',
      'S1-04',
      'S1-06',
      'S1-07',
      'S1-08',
      'S1-09',
      'S1-10',
    ])
    expect(found.unknown).toEqual([])
  })

  it('has nothing to account for where no source counts its facts', () => {
    const found = coverageOf(protocol())
    expect(found).toMatchObject({ total: 0, accounted: 0, missing: [], unknown: [], facts: [] })
  })

  it('counts a fact once, under the first kind of line that carries it', () => {
    const found = coverage(2, {
      ...makeup('S1-01'),
      information: [info('i', 'S1-01', 'S1-02')],
      suitability: [{ id: 's', action: 'postpone', ...cited, fact: 'S1-02' }],
    })
    expect(found.byKind).toEqual({
      position: 1,
      'course expectation': 0,
      milestone: 0,
      task: 0,
      'series rule': 0,
      'suitability rule': 1,
      preparation: 0,
      'triage rule': 0,
      reading: 0,
      information: 0,
    })
    expect(found.accounted).toBe(2)
  })

  it('lists every line that carries a fact, with its place', () => {
    const found = coverage(1, { ...makeup('S1-01'), information: [info('i', 'S1-01')] })
    expect(found.facts).toEqual([
      {
        fact: 'S1-01',
        leftOut: null,
        lines: [
          {
            kind: 'position',
            id: 'm',
            expression: 'subjects[0].positions[0]',
            source: 'first',
            facts: ['S1-01'],
          },
          {
            kind: 'information',
            id: 'i',
            expression: 'information[0]',
            source: 'first',
            facts: ['S1-01'],
          },
        ],
      },
    ])
  })

  it('looks at every kind of line', () => {
    const series = protocolInput()['series'] as Input
    const triage = protocolInput()['triage'] as Input
    const readings = protocolInput()['readings'] as Input
    const [gap = {}] = series['spacing'] as readonly Input[]
    const [upkeep = {}] = series['maintenance'] as readonly Input[]
    const fact = (n: number) => ({ ...cited, fact: `S1-${String(n).padStart(2, '0')}` })
    const found = coverage(18, {
      subjects: [
        subject('makeup', [position('m', 'avoid', fact(1))], {
          ifDone: { ...fact(2), watchFor: ['itch'] },
        }),
      ],
      course: {
        expectations: [{ id: 'e', signs: ['itch'], ...fact(3) }],
        milestones: [{ id: 'x', kind: 'result', ...fact(4) }],
      },
      tasks: [{ id: 't', phase: 'after', statements: [fact(5)] }],
      series: {
        sessions: [{ id: 'n', atLeast: 3, ...fact(6) }],
        spacing: [{ ...gap, id: 'sp', ...fact(7) }],
        maintenance: [{ ...upkeep, id: 'up', ...fact(8) }],
        effect: { id: 'ef', until: 'P6W', ...fact(9) },
        holds: [{ id: 'h', signs: ['itch'], until: 'settled', ...fact(10) }],
        events: [{ id: 'w', subjects: [], ...fact(11) }],
      },
      suitability: [{ id: 's', action: 'postpone', ...fact(12) }],
      preparation: [{ id: 'p', ...fact(13) }],
      triage: {
        ...triage,
        redFlags: [{ id: 'r', sign: 'fever', disposition: 'urgent', ...fact(14) }],
        safetyNet: [{ id: 'u', ...fact(15) }],
        severe: { ...fact(16), until: {} },
      },
      readings: {
        ...readings,
        typicalRecoveryEnd: { until: 'P7D', ...fact(17) },
        outerRecoveryEnd: { until: 'P15D', ...fact(18) },
      },
    })
    expect(found.missing).toEqual([])
    expect(found.byKind).toEqual({
      position: 1,
      'course expectation': 1,
      milestone: 1,
      task: 1,
      'series rule': 6,
      'suitability rule': 1,
      preparation: 1,
      'triage rule': 3,
      reading: 2,
      information: 1,
    })
  })

  it('accounts for what is left out with a reason, unless a line carries it after all', () => {
    const found = coverage(3, {
      ...makeup('S1-01'),
      leftOut: [
        { fact: 'S1-01', because: 'promotion' },
        { fact: 'S1-02', because: 'duplicate', of: 'S1-01' },
      ],
    })
    expect(found).toMatchObject({ leftOut: 1, accounted: 2, missing: ['S1-03'] })
    expect(found.facts[1]?.leftOut).toEqual({ fact: 'S1-02', because: 'duplicate', of: 'S1-01' })
  })

  it('names facts that no source has, wherever they stand, each once and in order', () => {
    const found = coverage(2, {
      ...makeup('S1-01', 'S1-99', 'S1-99'),
      leftOut: [
        { fact: 'S9-02', because: 'promotion' },
        { fact: 'S1-02', because: 'duplicate', of: 'S9-01' },
        { fact: 'S1-99', because: 'unreadable' },
      ],
    })
    expect(found.unknown).toEqual(['S1-99', 'S9-01', 'S9-02'])
  })

  it('tells a fact by its whole number: S1-1 is not S1-01', () => {
    expect(coverage(1, makeup('S1-1'))).toMatchObject({ missing: ['S1-01'], unknown: ['S1-1'] })
  })
})
