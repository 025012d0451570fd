import { describe, expect, it } from 'vitest'
import { effectGroups } from './effect-groups.ts'

const protocol = {
  subjects: [
    { subject: 'makeup', positions: [] },
    { subject: 'eye-makeup', broader: 'makeup', positions: [] },
    { subject: 'mineral-makeup', broader: 'makeup', positions: [] },
  ],
}
const shut = (opensAt: string) => ({ status: 'avoid' as const, opensAt })

describe('what changes in one plan', () => {
  it('is told once for subjects that change alike, by the broadest', () => {
    const change = { before: shut('2026-12-03T04:39:00Z'), after: shut('2026-12-07T02:39:00Z') }
    const groups = effectGroups(
      [
        { subject: 'eye-makeup', ...change },
        { subject: 'makeup', ...change },
      ],
      protocol,
    )
    expect(groups.map(({ subjects }) => subjects)).toEqual([['makeup', 'eye-makeup']])
  })

  it('is told apart where only the time after differs', () => {
    const before = shut('2026-12-03T04:39:00Z')
    const groups = effectGroups(
      [
        { subject: 'makeup', before, after: shut('2026-12-07T02:39:00Z') },
        { subject: 'mineral-makeup', before, after: shut('2026-12-08T02:39:00Z') },
      ],
      protocol,
    )
    expect(groups).toHaveLength(2)
  })
})
