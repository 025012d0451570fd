import { describe, expect, it } from 'vitest'
import { visible } from './visible.ts'

describe('visible', () => {
  it('spells out what a terminal would obey', () => {
    expect(visible('a\u001B[31mb\u0007\n\u009B\u202E')).toBe(
      'a\\u001b[31mb\\u0007\\u000a\\u009b\\u202e',
    )
    expect(visible('Müller, 9 °C')).toBe('Müller, 9 °C')
  })
})
