import { describe, expect, it } from 'vitest'
import { ProblemError } from '../api/request.ts'
import { loadedOf } from './query.ts'

function failed(status: number): ProblemError {
  return new ProblemError({ status, code: '', title: '', detail: null, issues: [] })
}

describe('loadedOf', () => {
  it.each([403, 404, 410])('shows nothing from before where the server answers %i', (status) => {
    expect(loadedOf({ data: 'Amal Haddad', error: failed(status) }).state).toBe('failed')
  })

  it.each([0, 429, 502])('keeps what was read, as old, where it only failed with %i', (status) => {
    const loaded = loadedOf({ data: 'Amal Haddad', error: failed(status) })
    expect(loaded).toEqual({ state: 'there', value: 'Amal Haddad', isOld: true })
  })
})
