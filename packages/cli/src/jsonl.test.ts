import { done } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { answerLineByLine } from './jsonl.ts'
import { afterglow, EXAMPLE, linesIn, NOW } from './testing.ts'

const DEEP = '['.repeat(5000) + ']'.repeat(5000)

describe('answerLineByLine', () => {
  it.each([
    ['subject', `{"subject": ${DEEP}}`],
    ['id', `{"id": ${DEEP}, "subject": "makeup"}`],
    ['session.zone', `{"subject": "makeup", "session": {"zone": ${DEEP}, "procedures": []}}`],
  ])('refuses a %s of 5,000 levels and goes on', async (_, line) => {
    const args = ['assess', '--jsonl', '--session', EXAMPLE, '--at', NOW]
    const printed = await afterglow(args, { stdin: `${line}\n{"id": 2, "subject": "makeup"}` })
    expect(printed.code).toBe(0)
    const [first, second] = linesIn(printed)
    expect(first?.['error']).toMatch(/^line 1: .*at most 64 levels/)
    expect(second).toMatchObject({ id: 2, status: 'avoid' })
  })

  it('refuses a key given twice', async () => {
    const args = ['assess', '--jsonl', '--session', EXAMPLE, '--at', NOW]
    const stdin = '{"subject": "makeup", "subject": "sunscreen"}'
    const [answer] = linesIn(await afterglow(args, { stdin }))
    expect(answer?.['error']).toMatch(/^line 1: subject: this key is given twice/)
  })

  it("makes a mistake of ours that line's error, and answers the lines after it", async () => {
    let stdout = ''
    const io = {
      stdin: lines('{"id": 1, "x": 1}\n{"id": 2, "x": 2}\n'),
      write: async (text: string) => void (stdout += text),
    }
    await answerLineByLine(io, ['id', 'x'], ({ x }) => {
      if (x === 1) throw new Error('oops')
      return done({ x })
    })
    const [first, second] = linesIn({ code: 0, stdout, stderr: '' })
    expect(first?.['id']).toBe(1)
    expect(first?.['error']).toMatch(/^line 1: .*oops/)
    expect(second).toEqual({ id: 2, x: 2 })
  })
})

async function* lines(text: string): AsyncGenerator<string> {
  yield text
}
