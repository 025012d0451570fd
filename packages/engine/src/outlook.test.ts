import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUSES } from './codes.ts'
import { indexAt, outlooksOf, runAt } from './outlook.ts'
import type { Reason } from './reason.ts'
import { isOpen } from './status.ts'
import type { Step } from './subject-windows.ts'

const step = (start: number, status: Step['status'], governing: string | null = null): Step => ({
  start,
  status,
  governing,
  changedBy: ['report'],
})
const reason = (id: string, procedure?: string): Reason => ({
  id,
  kind: 'position',
  source: 'first',
  stance: 'avoid',
  window: null,
  ...(procedure !== undefined && { procedure }),
})

const STEPS = [
  step(-10, 'unknown'),
  step(0, 'avoid', 'a'),
  step(20, 'avoid', 'b'),
  step(30, 'caution', 'b'),
  step(40, 'allowed'),
  step(50, 'ask-clinic', 'a'),
]

describe('the run of a step', () => {
  it.each([
    [-1, { since: null, opensAt: 30, nextChangeAt: 0 }],
    [0, { since: -10, opensAt: 30, nextChangeAt: 0 }],
    [1, { since: 0, opensAt: 30, nextChangeAt: 30 }],
    [2, { since: 0, opensAt: 30, nextChangeAt: 30 }],
    [3, { since: 30, opensAt: 30, nextChangeAt: 40 }],
    [4, { since: 40, opensAt: 30, nextChangeAt: 50 }],
    [5, { since: 50, opensAt: null, nextChangeAt: null }],
  ])('%i', (place, run) => {
    expect(runAt(STEPS, place)).toEqual(run)
  })

  it('is as anybody finds it who looks at every step', () => {
    const statuses = fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(statuses, fc.nat(), (list, n) => {
        const steps = list.map((status, k) => step(10 * k, status))
        const k = n % list.length
        const own = list[k] as Step['status']
        const { since, opensAt, nextChangeAt } = runAt(steps, k)
        const between = (from: number, to: number) => list.slice(from / 10, to / 10)
        expect(between(since ?? Number.NaN, 10 * k).every((one) => one === own)).toBe(true)
        if (since !== 0) expect(list[(since ?? Number.NaN) / 10 - 1]).not.toBe(own)
        const end = nextChangeAt ?? 10 * list.length
        expect(between(10 * k, end).every((one) => one === own)).toBe(true)
        if (nextChangeAt !== null) expect(list[nextChangeAt / 10]).not.toBe(own)
        if (opensAt === null) expect(list.slice(k).some(isOpen)).toBe(false)
        else expect(isOpen(list[opensAt / 10] as Step['status'])).toBe(true)
        if (opensAt !== null && !isOpen(own))
          expect(between(10 * k, opensAt).some(isOpen)).toBe(false)
        if (opensAt !== null && isOpen(own))
          expect(between(opensAt, 10 * k).every(isOpen)).toBe(true)
        if (opensAt !== null && opensAt > 0 && isOpen(own))
          expect(isOpen(list[opensAt / 10 - 1] as Step['status'])).toBe(false)
      }),
    )
  })
})

describe('the outlooks', () => {
  it('begin before the first step, where all is unknown until time passes', () => {
    const [before, ...after] = outlooksOf([step(0, 'avoid', 'a')], [reason('a')])
    expect(before).toEqual({
      status: 'unknown',
      since: null,
      opensAt: null,
      nextChangeAt: 0,
      changedBy: ['time'],
      governing: null,
    })
    expect(after).toEqual([
      {
        status: 'avoid',
        since: 0,
        opensAt: null,
        nextChangeAt: null,
        changedBy: ['report'],
        governing: reason('a'),
      },
    ])
  })

  it('name the reason of the procedure that governs', () => {
    const reasons = [reason('a', 'p1'), reason('a', 'p2')]
    const steps = [{ ...step(0, 'avoid', 'a'), procedure: 'p2' }]
    expect(outlooksOf(steps, reasons)[1]?.governing?.procedure).toBe('p2')
  })
})

describe('the place of an instant', () => {
  it.each([
    [-11, -1],
    [-10, 0],
    [-1, 0],
    [0, 1],
    [1, 1],
    [1000, 1],
  ])('%i', (at, place) => {
    expect(indexAt([-10, 0], at)).toBe(place)
  })
})
