import { describe, expect, it } from 'vitest'
import { bitsOf } from './bits.ts'
import { CRC_10, CRC_32, checksumOf } from './checksum.ts'

describe('checksumOf', () => {
  it('gives the published check values', () => {
    const bits = Array.from('123456789', (digit) => bitsOf(digit.charCodeAt(0), 8)).join('')
    expect(checksumOf(bits, CRC_32)).toBe(0x0376e6e7)
    expect(checksumOf(bits, CRC_10)).toBe(0x233)
  })
})
