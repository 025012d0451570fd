import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemo, remember } from './memo.ts'

describe('remember', () => {
  it('makes a value once for a path and gives it again', () => {
    const memo = createMemo<object>(10)
    const first = remember(memo, [1, 2], () => ({}))
    expect(remember(memo, [1, 2], () => ({}))).toBe(first)
    expect(memo.size).toBe(1)
  })

  it('compares the whole path: a shorter, a longer and a turned one are others', () => {
    const memo = createMemo<string>(10)
    const paths = [[], [1], [1, 2], [2, 1], [1, 2, 3], [12]]
    for (const path of paths) remember(memo, path, () => path.join('-'))
    for (const path of paths) expect(remember(memo, path, () => 'new')).toBe(path.join('-'))
    expect(memo.size).toBe(paths.length)
  })

  it('starts anew past its limit, and holds as many as its limit', () => {
    const memo = createMemo<object>(2)
    const [a, b] = [1, 2].map((n) => remember(memo, [n], () => ({})))
    expect(remember(memo, [1], () => ({}))).toBe(a)
    expect(remember(memo, [2], () => ({}))).toBe(b)
    remember(memo, [3], () => ({}))
    expect(memo.size).toBe(0)
    expect(remember(memo, [1], () => ({}))).not.toBe(a)
  })

  it('never answers with another path’s value, full or not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 3 }), { maxLength: 30 }),
        (limit, paths) => {
          const memo = createMemo<string>(limit)
          for (const path of paths) {
            expect(remember(memo, path, () => path.join())).toBe(path.join())
          }
          expect(memo.size).toBeLessThanOrEqual(limit)
        },
      ),
    )
  })
})
