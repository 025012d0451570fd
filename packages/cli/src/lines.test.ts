import { describe, expect, it } from 'vitest'
import { type Line, linesOf } from './lines.ts'

async function read(parts: readonly (string | Uint8Array)[], longest?: number): Promise<Line[]> {
  async function* stream() {
    yield* parts
  }
  const lines: Line[] = []
  for await (const line of linesOf(stream(), longest)) lines.push(line)
  return lines
}

describe('linesOf', () => {
  it('joins what chunks cut, even inside a letter', async () => {
    const letter = Buffer.from('é')
    expect(await read(['a', 'b\nc', letter.subarray(0, 1), letter.subarray(1), '\n'])).toEqual([
      { number: 1, text: 'ab' },
      { number: 2, text: 'cé' },
    ])
  })

  it('reads a last line without an end, and keeps empty lines with their numbers', async () => {
    expect(await read(['a\n\nb'])).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: '' },
      { number: 3, text: 'b' },
    ])
  })

  it('lets a line go that is longer than the limit, and reads the next', async () => {
    expect(await read(['12345', '6789', '0\nok\n', '12345\n'], 5)).toEqual([
      { number: 1, tooLong: true },
      { number: 2, text: 'ok' },
      { number: 3, text: '12345' },
    ])
    expect(await read(['123456'], 5)).toEqual([{ number: 1, tooLong: true }])
  })

  it('says so where a line is no text', async () => {
    expect(await read([new Uint8Array([0xff, 0xfe, 10]), 'b\n'])).toEqual([
      { number: 1, notText: true },
      { number: 2, text: 'b' },
    ])
  })
})
