import { describe, expect, it } from 'vitest'
import { answered, degreesIn, NOTHING_ASKED, toldIn } from './call-answers.ts'

describe('what is told of a call', () => {
  it('is nothing until something was asked or said', () => {
    expect(toldIn(NOTHING_ASKED)).toBeNull()
    expect(toldIn({ ...NOTHING_ASKED, notes: '  ' })).toBeNull()
  })

  it('holds what was answered alone, the no among it, and no sign that was not asked', () => {
    const none = answered(NOTHING_ASKED, 'fever', { severity: 'none' })
    const both = answered(none, 'erythema', { severity: 'mild', trend: 'worsening' })
    expect(toldIn({ ...both, notes: ' since noon ' })).toEqual({
      symptoms: [
        { name: 'fever', severity: 'none' },
        { name: 'erythema', severity: 'mild', trend: 'worsening' },
      ],
      notes: 'since noon',
    })
    expect(toldIn(answered(none, 'fever', null))).toBeNull()
  })

  it('is nothing while a number stands there that no body has', () => {
    const red = answered(NOTHING_ASKED, 'erythema', { severity: 'mild' })
    expect(toldIn({ ...red, isUnread: true })).toBeNull()
  })
})

it.each([
  ['38,5', 38.5],
  ['٣٨', 38],
  ['30', 30],
  ['45', 45],
  ['29.9', null],
  ['101', null],
  ['', null],
  ['hot', null],
])('reads %j as the degrees %j', (typed, degrees) => {
  expect(degreesIn(typed)).toBe(degrees)
})
