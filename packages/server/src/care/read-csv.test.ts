import { describe, expect, it } from 'vitest'
import { readCsv } from './read-csv.ts'

const read = (text: string) => {
  const result = readCsv(new TextEncoder().encode(text))
  return result.ok
    ? result.value.map(({ line, cells }) => [line, ...cells])
    : result.issues.map(({ expression, diagnostics }) => `${expression}: ${diagnostics}`)
}

describe('readCsv', () => {
  it('takes separators, line ends and doubled marks inside quotation marks as text', () => {
    expect(read('a,"b, c\r\nd","say ""hi"""\r\ne,f,\r\n')).toEqual([
      [1, 'a', 'b, c\r\nd', 'say "hi"'],
      [3, 'e', 'f', ''],
    ])
  })

  it('reads what spreadsheets write: a byte order mark, semicolons, a last line without an end', () => {
    expect(read('\uFEFFname;email\nÁngel, el;a@b.co')).toEqual([
      [1, 'name', 'email'],
      [2, 'Ángel, el', 'a@b.co'],
    ])
  })

  it('passes over empty lines and still counts them', () => {
    expect(read('a,b\n\n\nc,d\n')).toEqual([
      [1, 'a', 'b'],
      [4, 'c', 'd'],
    ])
  })

  it('names the line of a mark that is in the wrong place', () => {
    expect(read('a,b\nc,"d"e\n')).toEqual([
      'line 2: has something after a quotation mark that closes',
    ])
    expect(read('a,b\nc,d"e\n')).toEqual([
      'line 2: has a quotation mark inside a value without them',
    ])
    expect(read('a,b\nc,"d\ne\n')).toEqual(['line 2: opens a quotation mark and never closes it'])
  })

  it('refuses other encodings rather than changing names', () => {
    const latin = new Uint8Array([0x4a, 0x6f, 0x73, 0xe9])
    expect(readCsv(latin)).toMatchObject({ ok: false })
  })
})
