import { describe, expect, it } from 'vitest'
import { answered, degreesIn, NOTHING_ASKED, toldIn, withTemperature } from './call-answers.ts'

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
    expect(toldIn(withTemperature(red, { fever: 'measured', typed: '101' }))).toBeNull()
    expect(toldIn(withTemperature(red, { fever: 'measured', typed: '' }))).not.toBeNull()
  })

  it('takes a fever that was felt for one, and no number that was typed before it was said', () => {
    const signs = (fever: 'felt' | 'no' | 'measured', typed: string) =>
      toldIn(withTemperature(NOTHING_ASKED, { fever, typed }))?.symptoms
    expect(signs('felt', '101')).toEqual([{ name: 'fever', severity: 'mild' }])
    expect(signs('no', '39')).toEqual([{ name: 'fever', severity: 'none' }])
    expect(signs('measured', '39')).toEqual([{ name: 'fever', severity: 39 }])
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
