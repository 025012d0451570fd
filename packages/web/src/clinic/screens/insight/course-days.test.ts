import { describe, expect, it } from 'vitest'
import type { GroupCourse } from '../../api/insight.ts'
import { daysOf, daysWithAny, groupsBy, signsOf, summaryOf } from './course-days.ts'

const group = (part: Partial<GroupCourse>): GroupCourse => ({
  by: 'all',
  group: null,
  checkIns: [],
  signs: [],
  ...part,
})

describe('the course of a sign in a group', () => {
  const one = group({
    checkIns: [20, 10, null, 0],
    signs: [{ code: 'erythema', reported: [15, null, null, 0] }],
  })

  it('never draws a hidden figure as none', () => {
    expect(daysOf(one, 'erythema')).toEqual([
      { kind: 'told', reported: 15, checkIns: 20 },
      { kind: 'hidden' },
      { kind: 'hidden' },
      { kind: 'nobody' },
    ])
  })

  it('is none on the days with check-ins where nobody reported the sign', () => {
    expect(daysOf(one, 'itch').slice(0, 2)).toEqual([
      { kind: 'told', reported: 0, checkIns: 20 },
      { kind: 'told', reported: 0, checkIns: 10 },
    ])
  })

  it('has its peak by the share and not by the count', () => {
    const days = daysOf(
      group({ checkIns: [20, 6, 8], signs: [{ code: 'itch', reported: [10, 6, 0] }] }),
      'itch',
    )
    expect(summaryOf(days)).toEqual({ peakDay: 1, peakShare: 1, lastDay: 1 })
    expect(summaryOf(daysOf(one, 'itch'))).toBeNull()
  })
})

describe('groups', () => {
  it('of depth stand by their number, what is not known last', () => {
    const depths = ['unknown', '10-10.5', '1.5-2', '0.5-1'].map((name) =>
      group({ by: 'needle-depth', group: name }),
    )
    const order = groupsBy(depths, 'needle-depth').map((one) => one.group)
    expect(order).toEqual(['0.5-1', '1.5-2', '10-10.5', 'unknown'])
  })

  it('of skin stand by their type: IX is none, IV comes before V', () => {
    const types = ['V', 'unknown', 'I', 'IV'].map((name) => group({ by: 'skin-type', group: name }))
    const order = groupsBy(types, 'skin-type').map((one) => one.group)
    expect(order).toEqual(['I', 'IV', 'V', 'unknown'])
  })

  it('show a day on which a figure is hidden, and none on which nobody checked in', () => {
    const two = [group({ checkIns: [0, null, 0] }), group({ checkIns: [5, 0, 0] })]
    expect(daysWithAny(two)).toEqual([0, 1])
  })
})

describe('signs', () => {
  it('are listed by how often they are reported', () => {
    const signs = [
      { code: 'itch', reported: [5, null] },
      { code: 'erythema', reported: [9, 7] },
      { code: 'fever', reported: [null, null] },
    ]
    expect(signsOf([group({ signs })])).toEqual(['erythema', 'itch', 'fever'])
  })
})
