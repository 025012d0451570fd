import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitSessions, type SessionSpace } from './session-dates.ts'

/** Four weeks are best, three to six may be; nothing before, nothing blocked. */
function space(parts: Partial<SessionSpace> = {}): SessionSpace {
  return {
    count: 3,
    preferredGap: { atLeast: 28, atMost: 28 },
    allowableGap: { atLeast: 21, atMost: 42 },
    firstDay: { atLeast: 0, atMost: 42 },
    before: undefined,
    isBlocked: () => false,
    lastDay: 1000,
    aimFor: undefined,
    ...parts,
  }
}

const blockedDays =
  (...days: readonly number[]) =>
  (day: number) =>
    days.includes(day)
const blockedFrom = (first: number, last: number) => (day: number) => day >= first && day <= last

describe('fitSessions', () => {
  it('takes the earliest days at the preferred gap', () => {
    expect(fitSessions(space())).toEqual([0, 28, 56])
  })

  it('prefers every gap of the preferred span alike, and then the earliest day', () => {
    expect(fitSessions(space({ preferredGap: { atLeast: 28, atMost: 30 } }))).toEqual([0, 28, 56])
  })

  it('counts the first gap from the session before', () => {
    const first = { atLeast: 11, atMost: 32 }
    expect(fitSessions(space({ before: -10, firstDay: first, count: 1 }))).toEqual([18])
    expect(fitSessions(space({ firstDay: first, count: 1 }))).toEqual([11])
  })

  it('leaves the preferred gap by as little as the blocked days ask', () => {
    expect(fitSessions(space({ count: 2, isBlocked: blockedFrom(20, 28) }))).toEqual([1, 29])
    expect(
      fitSessions(
        space({ count: 2, firstDay: { atLeast: 0, atMost: 0 }, isBlocked: blockedDays(28) }),
      ),
    ).toEqual([0, 27])
    expect(
      fitSessions(
        space({
          count: 2,
          firstDay: { atLeast: 0, atMost: 0 },
          isBlocked: blockedFrom(25, 29),
        }),
      ),
    ).toEqual([0, 30])
  })

  it('looks ahead: leaves the preferred gap now where the next one would find no day', () => {
    const first = { atLeast: 0, atMost: 0 }
    expect(fitSessions(space({ firstDay: first, isBlocked: blockedFrom(50, 58) }))).toEqual([
      0, 28, 59,
    ])
    expect(fitSessions(space({ firstDay: first, isBlocked: blockedFrom(49, 70) }))).toEqual([
      0, 21, 48,
    ])
  })

  it('uses both ends of the allowable span and nothing outside it', () => {
    const only = (day: number) => (d: number) => d !== 0 && d !== day
    const fit = (day: number) =>
      fitSessions(space({ count: 2, firstDay: { atLeast: 0, atMost: 0 }, isBlocked: only(day) }))
    expect(fit(20)).toEqual([0])
    expect(fit(21)).toEqual([0, 21])
    expect(fit(42)).toEqual([0, 42])
    expect(fit(43)).toEqual([0])
  })

  it('uses both ends of the first days and nothing outside them', () => {
    const fit = (day: number) =>
      fitSessions(
        space({ count: 1, firstDay: { atLeast: 5, atMost: 9 }, isBlocked: (d) => d !== day }),
      )
    expect(fit(4)).toEqual([])
    expect(fit(5)).toEqual([5])
    expect(fit(9)).toEqual([9])
    expect(fit(10)).toEqual([])
  })

  it('may use the last day and none after it', () => {
    const first = { atLeast: 0, atMost: 0 }
    expect(fitSessions(space({ count: 2, firstDay: first, lastDay: 28 }))).toEqual([0, 28])
    expect(fitSessions(space({ count: 2, firstDay: first, lastDay: 27 }))).toEqual([0, 27])
    expect(fitSessions(space({ count: 2, firstDay: first, lastDay: 20 }))).toEqual([0])
    expect(fitSessions(space({ firstDay: { atLeast: 3, atMost: 9 }, lastDay: 3 }))).toEqual([3])
    expect(fitSessions(space({ firstDay: { atLeast: 3, atMost: 9 }, lastDay: 2 }))).toEqual([])
  })

  it('gives as many sessions as fit, the others at their best', () => {
    const first = { atLeast: 0, atMost: 0 }
    expect(fitSessions(space({ count: 6, firstDay: first, lastDay: 70 }))).toEqual([0, 21, 42, 70])
    expect(fitSessions(space({ count: 6, isBlocked: blockedFrom(30, 300) }))).toEqual([0, 28])
  })

  it('gives none where none is asked for or none fits', () => {
    expect(fitSessions(space({ count: 0 }))).toEqual([])
    expect(fitSessions(space({ count: 1, isBlocked: () => true }))).toEqual([])
    expect(fitSessions(space({ count: 3, isBlocked: () => true }))).toEqual([])
  })

  it('ends on the aimed day where it can, at the preferred gaps', () => {
    expect(
      fitSessions(space({ firstDay: { atLeast: 0, atMost: 90 }, lastDay: 90, aimFor: 80 })),
    ).toEqual([24, 52, 80])
  })

  it('comes closer together rather than later than the aim', () => {
    expect(
      fitSessions(space({ firstDay: { atLeast: 0, atMost: 90 }, lastDay: 90, aimFor: 50 })),
    ).toEqual([0, 22, 50])
  })

  it('is late by as little as possible where the aim cannot be met', () => {
    expect(
      fitSessions(space({ firstDay: { atLeast: 0, atMost: 90 }, lastDay: 90, aimFor: 30 })),
    ).toEqual([0, 21, 42])
  })

  it('is the same every time: of ways that are equally good the one that starts earliest', () => {
    const wide = { atLeast: 2, atMost: 4 }
    const days = fitSessions(
      space({
        preferredGap: wide,
        allowableGap: wide,
        firstDay: { atLeast: 0, atMost: 2 },
        lastDay: 6,
        aimFor: 6,
      }),
    )
    expect(days).toEqual([0, 2, 6])
  })

  it('is as good as trying every way there is', () => {
    fc.assert(
      fc.property(smallSpaces(), (given) => {
        const found = fitSessions(given)
        const best = bestOf(given)
        expect(isSound(found, given)).toBe(true)
        expect(found).toHaveLength(best.length)
        expect(rankOf(found, given)).toEqual(rankOf(best, given))
      }),
      { numRuns: 1500 },
    )
  })
})

/** Spaces small enough to try all of. */
function smallSpaces(): fc.Arbitrary<SessionSpace> {
  const span = (most: number) =>
    fc
      .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 0, max: 4 }))
      .map(([atLeast, length]) => ({ atLeast, atMost: atLeast + length }))
  return fc
    .record({
      count: fc.integer({ min: 0, max: 3 }),
      preferredGap: span(5),
      allowableGap: span(4),
      firstDay: span(6),
      before: fc.option(fc.integer({ min: -5, max: 0 }), { nil: undefined }),
      blocked: fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 12 }),
      lastDay: fc.integer({ min: 0, max: 26 }),
      aimFor: fc.option(fc.integer({ min: 0, max: 26 }), { nil: undefined }),
    })
    .map(({ blocked, ...rest }) => ({ ...rest, isBlocked: blockedDays(...blocked) }))
}

function allWays(given: SessionSpace): readonly (readonly number[])[] {
  const grow = (days: readonly number[]): readonly (readonly number[])[] => {
    if (days.length === given.count) return [days]
    const last = days.at(-1)
    const { atLeast, atMost } = last === undefined ? given.firstDay : given.allowableGap
    const from = last ?? 0
    const next: number[] = []
    for (let step = atLeast; step <= atMost; step++) next.push(from + step)
    const fitting = next.filter((day) => day <= given.lastDay && !given.isBlocked(day))
    return [days, ...fitting.flatMap((day) => grow([...days, day]))]
  }
  return grow([])
}

function bestOf(given: SessionSpace): readonly number[] {
  const ways = allWays(given)
  const most = Math.max(...ways.map((way) => way.length))
  return ways
    .filter((way) => way.length === most)
    .reduce((best, next) => (isLower(rankOf(next, given), rankOf(best, given)) ? next : best))
}

function rankOf(days: readonly number[], given: SessionSpace): readonly number[] {
  const last = days.at(-1)
  if (last === undefined) return []
  const { preferredGap, aimFor, before } = given
  const starts = before === undefined ? days : [before, ...days]
  const cost = starts.slice(1).reduce((sum, day, k) => {
    const gap = day - (starts[k] ?? 0)
    return sum + Math.max(0, preferredGap.atLeast - gap, gap - preferredGap.atMost)
  }, 0)
  return aimFor === undefined ? [0, cost, last] : [Math.max(0, last - aimFor), cost, -last]
}

function isLower(a: readonly number[], b: readonly number[]): boolean {
  const k = a.findIndex((value, index) => value !== b[index])
  return k >= 0 && (a[k] ?? 0) < (b[k] ?? 0)
}

function isSound(days: readonly number[], given: SessionSpace): boolean {
  return allWays(given).some((way) => way.join() === days.join())
}
