import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentLine, textLine } from './content-line.ts'

const encoder = new TextEncoder()

function foldedLines(text: string): readonly string[] {
  return text.split('\r\n').slice(0, -1)
}

/** RFC 5545 section 3.1: take out every line end that a space follows. */
function unfolded(text: string): string {
  return text.replaceAll('\r\n ', '').slice(0, -2)
}

describe('contentLine', () => {
  it('ends in CRLF and folds after 75 octets, the space of the next line counted', () => {
    const line = contentLine('X', 'a'.repeat(73 + 74 + 1))
    expect(foldedLines(line)).toEqual([`X:${'a'.repeat(73)}`, ` ${'a'.repeat(74)}`, ' a'])
  })

  it('leaves a line of 75 octets whole', () => {
    expect(contentLine('X', 'a'.repeat(73))).toBe(`X:${'a'.repeat(73)}\r\n`)
  })

  it('never cuts a letter of several octets', () => {
    const text = 'ا'.repeat(40) + '🩹'.repeat(20) + 'é'
    const lines = foldedLines(contentLine('SUMMARY', text))
    expect(lines.map((line) => encoder.encode(line).length > 75)).not.toContain(true)
    expect(lines.map((line) => line.isWellFormed())).not.toContain(false)
    expect(unfolded(contentLine('SUMMARY', text))).toBe(`SUMMARY:${text}`)
  })
})

describe('textLine', () => {
  it('escapes what separates, and new lines of every kind', () => {
    expect(textLine('SUMMARY', 'a\\b;c,d:e\nf\r\ng\rh')).toBe(
      'SUMMARY:a\\\\b\\;c\\,d:e\\nf\\ng\\nh\r\n',
    )
  })

  it('leaves out control characters and mends half a letter', () => {
    expect(textLine('SUMMARY', 'a\u0000b\u0007c\u007f\td\ud800')).toBe('SUMMARY:abc\td\ufffd\r\n')
  })

  it('never lets a text begin a line of its own, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const [first = '', ...rest] = foldedLines(textLine('SUMMARY', text))
        expect(first.startsWith('SUMMARY:')).toBe(true)
        for (const line of rest) expect(line.startsWith(' ')).toBe(true)
        for (const line of [first, ...rest])
          expect(encoder.encode(line).length).toBeLessThanOrEqual(75)
      }),
    )
  })
})
