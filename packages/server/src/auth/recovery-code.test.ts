import { describe, expect, it } from 'vitest'
import { asRecoveryCode, recoveryCodes } from './recovery-code.ts'

it('makes codes in which nothing looks like something else, each another', () => {
  const codes = recoveryCodes(500)
  for (const code of codes) expect(code).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/)
  expect(new Set(codes).size).toBe(500)
})

describe('a code that was typed', () => {
  it.each([
    'abcd-2345-wxyz',
    'ABCD-2345-WXYZ',
    'abcd2345wxyz',
    ' Abcd 2345 wxyz ',
    'abcd–2345–wxyz',
  ])('is read as it was written down: %s', (typed) =>
    expect(asRecoveryCode(typed)).toBe('abcd-2345-wxyz'),
  )

  it('keeps its capitals where it is of an earlier release', () => {
    expect(asRecoveryCode('aBc1I-0oLlZ')).toBe('aBc1I-0oLlZ')
    expect(asRecoveryCode('aBc1I0oLlZ')).toBe('aBc1I-0oLlZ')
  })

  it('is left as it is where it is none', () => {
    expect(asRecoveryCode('123456')).toBe('123456')
  })
})
