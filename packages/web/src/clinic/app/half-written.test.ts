import { describe, expect, it } from 'vitest'
import { createHalfWritten } from './half-written.ts'

function writing() {
  const half = createHalfWritten()
  half.hold('draft', 'five minutes ago')
  return half
}

describe('what was half written when a session ran out', () => {
  it('is there for the same person, once', () => {
    const half = writing()
    half.runOut('noor riverside')
    half.drop('draft')
    half.signIn('noor riverside')
    expect(half.take('draft')).toBe('five minutes ago')
    expect(half.take('draft')).toBeUndefined()
  })

  it('is gone for anybody else, also when its writer comes back after them', () => {
    const half = writing()
    half.runOut('noor riverside')
    half.signIn('ama riverside')
    expect(half.take('draft')).toBeUndefined()
    half.signIn('noor riverside')
    expect(half.take('draft')).toBeUndefined()
  })

  it('is gone after signing out, and where its form was left before', () => {
    const half = writing()
    half.runOut('noor riverside')
    half.forget()
    expect(half.take('draft')).toBeUndefined()
    half.drop('draft')
    half.runOut('noor riverside')
    expect(half.take('draft')).toBeUndefined()
  })
})
