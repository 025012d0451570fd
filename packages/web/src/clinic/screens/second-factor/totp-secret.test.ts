import { expect, it } from 'vitest'
import { secretOf } from './totp-secret.ts'

it('shows the whole key, its last short group too', () => {
  const uri = 'otpauth://totp/Afterglow:a%40b.example?secret=ABCDEFGHIJ&issuer=Afterglow&digits=6'
  expect(secretOf(uri)).toBe('ABCD EFGH IJ')
})
