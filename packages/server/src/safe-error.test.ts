import { expect, it } from 'vitest'
import { safeError } from './safe-error.ts'

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

it('says what failed and where', () => {
  const told = safeError(new TypeError('record is null'))
  expect(told).toMatchObject({ name: 'TypeError', message: 'record is null' })
  expect(JSON.stringify(told['stack'])).toContain('safe-error.test.ts')
})

it('quotes no value of a statement, which a database names in its message and detail', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "Aisha Rahman"'), {
    code: '22P02',
    detail: 'Key (email)=(aisha@example.org)',
  })
  expect(safeError(error)).toMatchObject({ name: 'Error', code: '22P02' })
  expect(JSON.stringify(safeError(error))).not.toMatch(/aisha/i)
})

it('quotes no text that could not be read', () => {
  const error = thrownBy(() => JSON.parse('{"name": Aisha'))
  expect(safeError(error)).toMatchObject({ name: 'SyntaxError' })
  expect(JSON.stringify(safeError(error))).not.toMatch(/aisha/i)
})

it('tells of what is no error by its kind alone', () => {
  expect(safeError('Aisha Rahman')).toEqual({ name: 'string' })
})
