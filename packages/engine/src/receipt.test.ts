import { describe, expect, it } from 'vitest'
import { protocol, session } from '../../../tests/support/protocol.ts'
import { applyProtocol } from './apply.ts'
import { contentHash, sealPlan } from './receipt.ts'

describe('contentHash', () => {
  it('is the SHA-256 of the JSON, so that anybody can check it', () => {
    // printf '{"a":1}' | sha256sum
    expect(contentHash({ a: 1 })).toBe(
      'sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    )
  })

  it('differs with any content, text beyond ASCII included', () => {
    expect(contentHash({ a: 'ä' })).not.toBe(contentHash({ a: 'a' }))
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]))
  })
})

describe('sealPlan', () => {
  const seal = (endedAt: string) => sealPlan(applyProtocol([protocol()], session({}, { endedAt })))

  it('carries the hash of everything else that stands in it', () => {
    const { hash, ...content } = seal('2026-01-10T10:00:00Z')
    expect(hash).toBe(contentHash(content))
    expect(content.windows[0]?.steps[0]?.start).toBe(content.anchor)
  })

  it('is the same for the same input and another for another', () => {
    expect(seal('2026-01-10T10:00:00Z').hash).toBe(seal('2026-01-10T10:00:00Z').hash)
    expect(seal('2026-01-10T10:00:01Z').hash).not.toBe(seal('2026-01-10T10:00:00Z').hash)
  })

  it('survives the way through JSON', () => {
    const sealed = seal('2026-01-10T10:00:00Z')
    const { hash, ...content } = JSON.parse(JSON.stringify(sealed)) as typeof sealed
    expect(contentHash(content)).toBe(hash)
  })
})
