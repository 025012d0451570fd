import { describe, expect, it } from 'vitest'
import { isSettled } from './request.ts'

function refused(status: number, code: string) {
  return { ok: false, problem: { status, code, title: '', detail: null, issues: [] } } as const
}

describe('isSettled', () => {
  it.each([
    [0, 'unreached'],
    [504, ''],
    // What was pressed before may have been done while this one was refused.
    [401, 'not-signed-in'],
    [429, 'too-many'],
  ])('keeps the key after %s, so that what was done all the same is done once', (status, code) => {
    expect(isSettled(refused(status, code))).toBe(false)
  })

  it('makes another key where what stands in the form now is another request', () => {
    expect(isSettled(refused(422, 'key-reused'))).toBe(true)
  })
})
