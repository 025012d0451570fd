import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.ts'

describe('toCsv', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n@x'])(
    'takes %j for a text where a spreadsheet would take it for a formula',
    (text) => {
      expect(toCsv(['a'], [[text]])).toBe(`"a"\r\n"'${text}"\r\n`)
    },
  )

  it('keeps commas, quotation marks and line ends inside their value', () => {
    expect(toCsv(['a', 'b'], [['x, "y"\nz', 'w']])).toBe('"a","b"\r\n"x, ""y""\nz","w"\r\n')
  })

  it('leaves a figure below zero a figure, and nothing for what is not known', () => {
    expect(toCsv(['a', 'b'], [[-3, null]])).toBe('"a","b"\r\n"-3",""\r\n')
  })
})
