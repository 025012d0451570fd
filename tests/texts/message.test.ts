import { expect, it } from 'vitest'
import { readMessage } from './message.ts'

it('takes a text without braces as it is', () => {
  expect(readMessage('Not yet.')).toEqual({ plain: 'Not yet.', pieces: ['Not yet.'], names: [] })
})

it('names what is filled in, once each', () => {
  const { plain, names } = readMessage('{subject} opens {when}, not before {when}.')
  expect(plain).toBe('1 opens 1, not before 1.')
  expect(names).toEqual(['subject', 'when'])
})

it('reads the last form of a plural, and keeps the pieces of all', () => {
  const message = 'In {count, plural, one {# day} other {# days and {hours} hours}}.'
  const { plain, pieces, names } = readMessage(message)
  expect(plain).toBe('In 1 days and 1 hours.')
  expect(pieces).toEqual(['In ', '# day', '# days and ', ' hours', '.'])
  expect(names).toEqual(['count', 'hours'])
})

it('does not take a message whose brace is never closed', () => {
  expect(() => readMessage('In {count days')).toThrow('not closed')
})
