import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { clinicIn, readCode, tokenHashOf } from './join.ts'

const CLINIC = '4a8de7cc-6c33-473e-aa0c-0638e21d1534'

describe('clinicIn', () => {
  it('finds the clinic in a link that is no longer good, so that a new one can be asked for', () => {
    const bytes = Buffer.concat([
      Buffer.from(CLINIC.replaceAll('-', ''), 'hex'),
      Buffer.alloc(32, 255),
    ])
    expect(clinicIn(bytes.toString('base64url'))).toBe(CLINIC)
  })

  it('finds none in what is no token', () => {
    for (const text of ['', 'abc', `${'a'.repeat(63)}!`]) expect(clinicIn(text)).toBeNull()
  })
})

describe('readCode', () => {
  it('takes what was copied whole, and digits alone where the clinic is known', () => {
    expect(readCode(`406763 ${CLINIC}`, null)).toEqual({ clinicId: CLINIC, code: '406763' })
    expect(readCode('406 763', CLINIC)).toEqual({ clinicId: CLINIC, code: '406763' })
    expect(readCode('٤٠٦٧٦٣', CLINIC)?.code).toBe('406763')
  })

  it('takes nothing that names no clinic, or is too short', () => {
    expect(readCode('406763', null)).toBeNull()
    expect(readCode('40676', CLINIC)).toBeNull()
  })
})

describe('tokenHashOf', () => {
  it('is the SHA-256 hash of a token, another one for another token', async () => {
    const token = 'a'.repeat(64)
    const hash = createHash('sha256').update(token).digest('hex')
    expect(await tokenHashOf(token)).toBe(hash)
    expect(await tokenHashOf(`${token}b`)).not.toBe(hash)
  })
})
