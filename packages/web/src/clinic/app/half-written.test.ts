import { describe, expect, it } from 'vitest'
import { createHalfWritten } from './half-written.ts'

function writing() {
  const half = createHalfWritten('noor riverside')
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

describe('what was half written when its form was left', () => {
  const left = () => {
    const half = writing()
    half.leave('noor riverside', ['draft'], new Map([['chosen', 'Wilhelmina']]))
    half.drop('draft')
    return half
  }

  it('is there again for the same person, once, with what came beside it', () => {
    const half = left()
    expect(half.look('draft')).toBe('five minutes ago')
    expect([half.take('draft'), half.take('chosen')]).toEqual(['five minutes ago', 'Wilhelmina'])
    expect(half.take('draft')).toBeUndefined()
  })

  it('is there after their session ran out too, and gone once it is done with', () => {
    const half = left()
    half.hold('message', 'Dear')
    half.runOut('noor riverside')
    half.signIn('noor riverside')
    expect([half.take('draft'), half.take('message')]).toEqual(['five minutes ago', 'Dear'])
    const other = left()
    other.discard(['draft'])
    expect(other.take('draft')).toBeUndefined()
  })

  it('is gone after signing out, for anybody else, and for the same person in another clinic', () => {
    const out = left()
    out.forget()
    expect(out.take('draft')).toBeUndefined()
    for (const who of ['ama riverside', 'noor hillside']) {
      const half = left()
      half.signIn(who)
      expect(half.take('draft')).toBeUndefined()
      half.signIn('noor riverside')
      expect(half.take('draft')).toBeUndefined()
    }
  })

  it('is kept for nobody where its form goes after its writer has', () => {
    const half = writing()
    half.forget()
    half.leave('noor riverside', ['draft'])
    half.signIn('noor riverside')
    expect(half.take('draft')).toBeUndefined()
    half.signIn('ama riverside')
    half.leave('noor riverside', ['draft'])
    expect(half.take('draft')).toBeUndefined()
  })
})
