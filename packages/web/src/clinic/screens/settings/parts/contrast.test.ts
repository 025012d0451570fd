import { describe, expect, it } from 'vitest'
import { isSeen, LEAST_CONTRAST } from '../../../../linked/accent.ts'
import { contrastsOf } from './contrast.ts'

describe('contrastsOf', () => {
  it('is WCAG’s own figure', () => {
    expect(contrastsOf('#000000')?.light).toBe(21)
    expect(contrastsOf('#767676')?.light).toBe(4.5)
  })

  it('is null for what is no colour yet', () => {
    for (const typed of ['', '#12345', 'red', '#12345g']) expect(contrastsOf(typed)).toBeNull()
  })

  it('says of every colour what the app then does with it', () => {
    for (let step = 0; step < 4096; step += 7) {
      const colour = `#${[8, 4, 0].map((by) => ((step >> by) & 15).toString(16).repeat(2)).join('')}`
      const found = contrastsOf(colour)
      const isEnough = Math.min(found?.light ?? 0, found?.dark ?? 0) >= LEAST_CONTRAST
      expect([colour, isEnough]).toEqual([colour, isSeen(colour)])
    }
  })
})
