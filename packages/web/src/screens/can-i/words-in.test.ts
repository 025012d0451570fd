import { expect, it } from 'vitest'
import { wordsIn } from './words-in.ts'

it.each(['vitamin A', 'Vit. a', 'vitamina A', 'فيتامين أ', 'فيتامين A', 'وٹامن اے'])(
  'takes a vitamin and its letter for one word: %s',
  (text) => expect(wordsIn(text)).toEqual(['vitamin+a']),
)

it('keeps a letter after any other word for itself, and a vitamin without one', () => {
  expect(wordsIn('have a vitamin')).toEqual(['have', 'a', 'vitamin'])
  expect(wordsIn('vitamin serum a')).toEqual(['vitamin', 'serum', 'a'])
})

it('keeps the number of a vitamin', () => {
  expect(wordsIn('vitamin B3 serum')).toEqual(['vitamin+b3', 'serum'])
  expect(wordsIn('فيتامين ب3')).toEqual(['vitamin+b3'])
})
