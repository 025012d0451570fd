import { describe, expect, it } from 'vitest'
import { packed } from './packed.ts'
import { type Picture, pictureAt } from './pictures.ts'

const FIRST: Picture = { from: 100, until: 200, markup: '<h1>Redness</h1><p>31 hours</p>' }
const SECOND: Picture = { from: 200, until: 300, markup: '<h1>Redness</h1><p>32 hours</p>' }
const OTHER_SHAPE: Picture = { from: 300, until: 400, markup: '<h1>Redness</h1>' }
const FOURTH: Picture = { from: 400, until: 500, markup: '<h1>Redness</h1><p>34 hours</p>' }

describe('pictureAt', () => {
  const pictures = packed([FIRST, SECOND])

  it('gives back each picture whole in its span, ends excluded', () => {
    expect([100, 199].map((at) => pictureAt(pictures, at))).toEqual([FIRST, FIRST])
    expect([200, 299].map((at) => pictureAt(pictures, at))).toEqual([SECOND, SECOND])
  })

  it('has nothing before the first and after the last, nor for no time at all', () => {
    for (const at of [99, 300, Number.NaN]) expect(pictureAt(pictures, at)).toBeNull()
  })

  it('keeps what is the same once', () => {
    expect(JSON.stringify(pictures).split('Redness')).toHaveLength(2)
  })

  it('keeps none from the first of another shape on, rather than a wrong one', () => {
    const fewer = packed([FIRST, SECOND, OTHER_SHAPE, FOURTH])
    expect(pictureAt(fewer, 250)).toEqual(SECOND)
    for (const at of [300, 399, 400]) expect(pictureAt(fewer, at)).toBeNull()
  })

  it('has nothing where nothing was kept', () => {
    expect(pictureAt(packed([]), 0)).toBeNull()
  })
})
