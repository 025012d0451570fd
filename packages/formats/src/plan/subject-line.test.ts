import { applyPlan, type CarePlan, createPlanner } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { after, position, session, subject, subjects } from '../../../../tests/support/protocol.ts'
import { spansFrom } from './span.ts'
import { subjectLines } from './subject-line.ts'

const until = (length: string) => ({ window: { until: length } })

function planWith(...list: readonly ReturnType<typeof subject>[]): CarePlan {
  return applyPlan(createPlanner([subjects(...list)]), session())
}

describe('spansFrom', () => {
  it('begins with what nobody knows yet, before the procedure has ended', () => {
    const plan = planWith(subject('a', [position('a-1', 'avoid', until('PT48H'))]))
    expect(spansFrom(plan, 'a', after(-1))).toMatchObject([
      { from: after(-1), until: after(0), status: 'unknown', governedBy: [] },
      {
        from: after(0),
        until: after(48),
        status: 'avoid',
        governedBy: [{ reason: 'a-1', source: 'first', procedure: 'p1' }],
      },
      { from: after(48), until: null, status: 'allowed', governedBy: [] },
    ])
  })

  it('begins at the instant asked for: a window that ends then is over', () => {
    const plan = planWith(subject('a', [position('a-1', 'avoid', until('PT48H'))]))
    expect(spansFrom(plan, 'a', after(48))).toMatchObject([{ from: after(48), status: 'allowed' }])
    expect(spansFrom(plan, 'a', after(47, 3599))).toMatchObject([
      { from: after(47, 3599), until: after(48) },
      { from: after(48) },
    ])
  })

  it('is one span where reasons take turns, and names them all', () => {
    const plan = planWith(
      subject('a', [
        position('short', 'avoid', { source: 'second', window: { until: 'PT24H' } }),
        position('late', 'avoid', { window: { from: 'PT24H', until: 'PT48H' } }),
      ]),
    )
    const [first] = spansFrom(plan, 'a', after(0))
    expect(first).toMatchObject({ from: after(0), until: after(48), status: 'avoid' })
    expect(first?.governedBy.map(({ reason }) => reason)).toEqual(['short', 'late'])
  })

  it('has none for a group or for what no protocol knows', () => {
    const plan = planWith(
      subject('group', [], { group: true }),
      subject('a', [position('a-1', 'allow')], { broader: 'group' }),
    )
    expect(spansFrom(plan, 'group', after(0))).toEqual([])
    expect(spansFrom(plan, 'toString', after(0))).toEqual([])
  })
})

describe('subjectLines', () => {
  it('lets a subject stand for narrower ones that say the same, and shows those that do not', () => {
    const plan = planWith(
      subject('swimming', [position('s', 'avoid', until('PT48H'))]),
      subject('pool', [position('p', 'avoid', until('PT24H'))], { broader: 'swimming' }),
      subject('sea', [position('w', 'avoid', until('PT72H'))], { broader: 'swimming' }),
    )
    const lines = subjectLines(plan, after(0))
    expect(lines.map(({ subject: code, standsFor }) => [code, standsFor])).toEqual([
      ['swimming', ['pool']],
      ['sea', []],
    ])
  })

  it('shows a narrower one again below one that says otherwise', () => {
    const plan = planWith(
      subject('a', [position('a-1', 'avoid', { window: { until: 'PT48H' }, except: ['c'] })]),
      subject('b', [position('b-1', 'avoid', { window: { until: 'PT72H' }, except: ['c'] })], {
        broader: 'a',
      }),
      subject('c', [position('c-1', 'avoid', until('PT48H'))], { broader: 'b' }),
    )
    expect(subjectLines(plan, after(0)).map((line) => line.subject)).toEqual(['a', 'b', 'c'])
  })

  it('names a pure group where all in it say the same, governed by all that governs them, and their medicines', () => {
    const plan = planWith(
      subject('group', [], { group: true }),
      subject('a', [position('a-1', 'avoid', until('PT48H'))], { broader: 'group' }),
      subject('b', [position('b-1', 'avoid', until('PT48H'))], {
        broader: 'group',
        medicine: true,
      }),
    )
    const [line, ...others] = subjectLines(plan, after(0))
    expect(others).toEqual([])
    expect(line).toMatchObject({ subject: 'group', standsFor: ['a', 'b'], medicine: true })
    expect(line?.spans[0]?.governedBy.map(({ reason }) => reason)).toEqual(['a-1', 'b-1'])
  })

  it('keeps what a source speaks for apart from what nothing holds back', () => {
    const plan = planWith(
      subject('group', [], { group: true }),
      subject('a', [position('a-1', 'allow')], { broader: 'group' }),
      subject('b', [position('b-1', 'avoid', { window: { until: 'PT1H' } })], { broader: 'group' }),
    )
    expect(subjectLines(plan, after(2)).map((line) => line.subject)).toEqual(['a', 'b'])
  })
})
