import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokensOf } from './fold.ts'
import { createNearWords, nearWords } from './near.ts'

const NEAR = createNearWords([
  'swimming',
  'makeup',
  'moisturiser',
  'retinol',
  'retinal',
  'pus',
  'gym',
])

describe('nearWords', () => {
  it.each([
    ['makup', ['makeup']],
    ['swimimng', ['swimming']],
    ['moisterizer', ['moisturiser']],
    ['retinol', ['retinol']],
    ['retinul', ['retinol', 'retinal']],
    ['pug', []],
    ['xylophone', []],
  ])('%s', (word, expected) => {
    expect(nearWords(NEAR, word)).toEqual(expected)
  })

  it('finds every word again with any one letter left out', () => {
    fc.assert(
      fc.property(fc.constantFrom('swimming', 'makeup', 'moisturiser'), fc.nat(8), (word, k) => {
        const slip =
          word.slice(0, 1 + (k % (word.length - 1))) + word.slice(2 + (k % (word.length - 1)))
        expect(nearWords(NEAR, slip)).toContain(word)
      }),
    )
  })
})

describe('tokensOf', () => {
  it.each([
    ["Can't swim!!", ['cant', 'swim', '!', '!']],
    ['sooo 38,5 at 6:30pm', ['so', '38,5', 'at', '6:30', 'pm']],
    ['Mañana', ['manana']],
    ['اليوم الثالث ٣٨٫٥', ['اليوم', 'ثالث', '38.5']],
    ['میک اپ', ['ميك', 'اپ']],
  ])('%s', (text, expected) => {
    expect(tokensOf(text)).toEqual(expected)
  })
})
