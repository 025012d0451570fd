import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Reply } from './ask.ts'
import { clackAsker } from './clack-asker.ts'
import { ASK } from './copy-ask.ts'
import { QUESTIONS, type QuestionKey } from './questions.ts'

const DOWN = '\u001B[B'
const ENTER = '\r'
const SPACE = ' '

/** Keys to press once a question is on the screen. */
interface Step {
  readonly on: string
  readonly keys: readonly string[]
}

/** Answers a question with keys, pressed one after the other once what they follow was drawn. */
async function pressed(key: QuestionKey, steps: readonly Step[]): Promise<Reply> {
  const input = new PassThrough()
  const output = new PassThrough()
  let drawn = ''
  output.on('data', (chunk: Buffer) => (drawn += chunk.toString()))
  const question = QUESTIONS.find((one) => one.key === key)
  if (!question) throw new Error(`no question ${key}`)
  const reply = clackAsker(readTime, { input, output }).ask(question, '1 of 6')
  for (const { on, keys } of steps) {
    await until(() => drawn.includes(on))
    drawn = ''
    for (const one of keys) {
      input.write(one)
      await nextTurn()
    }
  }
  return reply
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextTurn()
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function readTime(text: string): 'time' | 'day' | undefined {
  if (/\d:\d\d$/.test(text)) return 'time'
  return /^\d{4}-\d\d-\d\d$/.test(text) ? 'day' : undefined
}

describe('clackAsker', () => {
  it('takes a mere enter for not known, never for the mildest answer', async () => {
    for (const key of ['device', 'setting'] as const)
      expect(await pressed(key, [{ on: '1 of 6', keys: [ENTER] }])).toEqual({
        kind: 'said',
        value: ['unknown'],
      })
  })

  it('tells the back of the body from the way back', async () => {
    const choices = QUESTIONS.find((one) => one.key === 'bodySites')?.choices ?? []
    const down = choices.findIndex((one) => one.value === 'back')
    const toBack = Array.from({ length: down }, () => DOWN)
    expect(await pressed('bodySites', [{ on: '1 of 6', keys: [...toBack, SPACE, ENTER] }])).toEqual(
      {
        kind: 'said',
        value: ['back'],
      },
    )
    const toLast = Array.from({ length: choices.length + 1 }, () => DOWN)
    expect(await pressed('bodySites', [{ on: '1 of 6', keys: [...toLast, SPACE, ENTER] }])).toEqual(
      { kind: 'back' },
    )
  })

  it('asks the time of a day that was given without one, and takes none for an answer', async () => {
    const day = [
      { on: '1 of 6', keys: [ENTER] },
      { on: ASK.timeAsk, keys: ['2026-11-22', ENTER] },
    ]
    expect(await pressed('ended', [...day, { on: ASK.clockAsk, keys: ['10:45', ENTER] }])).toEqual({
      kind: 'said',
      value: ['2026-11-22 10:45'],
    })
    expect(await pressed('ended', [...day, { on: ASK.clockAsk, keys: [ENTER] }])).toEqual({
      kind: 'said',
      value: ['2026-11-22'],
    })
  })
})
