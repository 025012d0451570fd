import { describe, expect, it } from 'vitest'
import { fittedSize } from './plain-image.ts'

describe('fittedSize', () => {
  it('shrinks the longer side to the limit and keeps the shape', () => {
    expect(fittedSize({ width: 4000, height: 3000 }, 1600)).toEqual({ width: 1600, height: 1200 })
    expect(fittedSize({ width: 3000, height: 4000 }, 1600)).toEqual({ width: 1200, height: 1600 })
  })

  it('never enlarges, and leaves no side without a pixel', () => {
    expect(fittedSize({ width: 800, height: 600 }, 1600)).toEqual({ width: 800, height: 600 })
    expect(fittedSize({ width: 1600, height: 1600 }, 1600)).toEqual({ width: 1600, height: 1600 })
    expect(fittedSize({ width: 9000, height: 2 }, 1600)).toEqual({ width: 1600, height: 1 })
  })
})
