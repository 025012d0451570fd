import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameterText, typeParser } from './type-parsers.ts'

const INT8 = 20
const NUMERIC = 1700
const TIMESTAMPTZ = 1184
const BYTEA = 17
const TEXT_ARRAY = 1009
const INT8_ARRAY = 1016

describe('typeParser', () => {
  it('reads the largest whole number that a number holds, and throws one above it', () => {
    expect(typeParser(INT8)('9007199254740991')).toBe(9_007_199_254_740_991)
    expect(() => typeParser(INT8)('9007199254740993')).toThrow('too large')
    expect(() => typeParser(NUMERIC)('-9007199254740993')).toThrow('too large')
  })

  it('reads offsets of whole hours, quarter hours and, before time zones, seconds', () => {
    const read = typeParser(TIMESTAMPTZ)
    const instant = Date.parse('2026-11-22T06:45:00.123Z')
    expect(read('2026-11-22 06:45:00.123+00')).toBe(instant)
    expect(read('2026-11-22 12:30:00.123999+05:45')).toBe(instant)
    expect(read('2026-11-22 03:15:00.123-03:30')).toBe(instant)
    expect(read('1900-01-01 00:19:32+00:19:32')).toBe(Date.parse('1900-01-01T00:00:00Z'))
  })

  it('throws on a time it would get wrong: another DateStyle, infinity, before Christ', () => {
    for (const text of ['22.11.2026 06:45:00 UTC', 'infinity', '0044-03-15 12:00:00+00 BC']) {
      expect(() => typeParser(TIMESTAMPTZ)(text)).toThrow('no time that can be held')
    }
  })

  it('throws on the escape format of bytes, which looks like text', () => {
    expect(() => typeParser(BYTEA)('abc')).toThrow('bytea_output')
  })

  it('keeps the word NULL apart from null, and drops bounds', () => {
    expect(typeParser(TEXT_ARRAY)('{NULL,"NULL","",a b}')).toEqual([null, 'NULL', '', 'a b'])
    expect(typeParser(INT8_ARRAY)('[0:1]={1,2}')).toEqual([1, 2])
    expect(typeParser(INT8_ARRAY)('{{1,2},{3,4}}')).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(typeParser(INT8_ARRAY)('{}')).toEqual([])
  })
})

describe('parameterText', () => {
  it('writes arrays that are read back as they were, whatever they hold', () => {
    const element = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null))
    fc.assert(
      fc.property(fc.array(element), (values) => {
        expect(typeParser(TEXT_ARRAY)(parameterText(values) ?? '')).toEqual(values)
      }),
    )
  })

  it('writes only the part of a buffer that a view shows', () => {
    expect(parameterText(Uint8Array.of(1, 2, 3, 4).subarray(1, 3))).toBe(String.raw`\x0203`)
  })

  it('refuses a function, which a driver would send as its source', () => {
    expect(() => parameterText(() => 1)).toThrow('cannot be a query parameter')
  })
})
