import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenColumns, hiddenTogether } from './insight-hidden.ts'

describe('figures beside their sum', () => {
  it('hide the smallest of the others beside one that is hidden alone', () => {
    expect(hiddenTogether([12, null, 7, 0])).toEqual([12, null, null, 0])
  })

  it('stay as they are where none is hidden, several are, or the others are of nobody', () => {
    for (const parts of [[12, 7], [null, null, 7], [null, 0, 0], []])
      expect(hiddenTogether(parts)).toEqual(parts)
  })

  it('never leave one part to be worked out from a sum and the rest', () => {
    const part = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const told = hiddenTogether(parts)
        const hidden = told.filter((one) => one === null).length
        const hasOthers = told.some((one) => one !== null && one > 0)
        expect(hidden === 1 && hasOthers).toBe(false)
        for (const [k, one] of told.entries()) if (one !== null) expect(one).toBe(parts[k])
      }),
    )
  })

  it('are hidden day by day in groups that stand beside each other', () => {
    const groups = [
      [9, null, 8],
      [6, 5, 7],
      [20, 30, 0],
    ]
    expect(hiddenColumns(groups)).toEqual([
      [9, null, 8],
      [6, null, 7],
      [20, 30, 0],
    ])
  })
})
