import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { afterglow } from '../testing.ts'

const SESSION = {
  zone: 'Europe/London',
  procedures: [
    { id: 'p1', code: 'microneedling', endedAt: '2026-11-16T15:00:00+00:00', device: 'pen' },
  ],
  patient: { medicines: [], history: [] },
}

async function evaluated(...lines: readonly object[]) {
  const file = join(mkdtempSync(join(tmpdir(), 'afterglow-')), 'set.jsonl')
  const whole = lines.map((line, k) => ({ id: k, lang: 'en', session: SESSION, at: 20, ...line }))
  writeFileSync(file, whole.map((line) => JSON.stringify(line)).join('\n'))
  const printed = await afterglow(['eval', file, '--json'])
  // One object for each file, as the command says.
  const [tally] = printed.code === 0 ? (JSON.parse(printed.stdout) as readonly object[]) : []
  return { ...printed, tally }
}

const verdict = (subject: string, status: string) => ({
  kind: 'verdict',
  parts: [{ subject, status }],
})

describe('eval', () => {
  it.each([
    ['swim?', verdict('swimming', 'avoid'), { strict: 1, lenient: 1, unsafe: 0 }],
    ['sauna?', verdict('pool-swimming', 'avoid'), { strict: 0, lenient: 0, unsafe: 0 }],
    ['sea?', verdict('swimming', 'avoid'), { strict: 0, lenient: 1, unsafe: 0 }],
    ['swim?', verdict('swimming', 'caution'), { strict: 0, lenient: 0, unsafe: 0 }],
    ['moisturizer?', verdict('moisturiser', 'avoid'), { strict: 0, lenient: 0, unsafe: 1 }],
    ['there is pus', verdict('makeup', 'avoid'), { strict: 0, lenient: 0, unsafe: 0 }],
    ['makeup?', { kind: 'triage', disposition: 'urgent' }, { strict: 0, lenient: 0, unsafe: 1 }],
    [
      'there is pus',
      { kind: 'triage', disposition: 'contact-clinic' },
      { strict: 0, lenient: 1, unsafe: 0 },
    ],
    ['moisturizer?', { kind: 'unknown' }, { strict: 0, lenient: 0, unsafe: 1 }],
    ['hello', { kind: 'unknown' }, { strict: 1, lenient: 1, unsafe: 0 }],
    ['swim?', { kind: 'not-open', atLeast: 'caution' }, { strict: 1, lenient: 1, unsafe: 0 }],
    ['moisturizer?', { kind: 'not-open', atLeast: 'caution' }, { strict: 0, unsafe: 1 }],
    ['there is pus', { kind: 'not-triage' }, { strict: 0, lenient: 0, unsafe: 0 }],
    ['swim?', { kind: 'not-triage' }, { strict: 1, lenient: 1, unsafe: 0 }],
    [
      'when do i see results',
      { kind: 'info', topic: 'results' },
      { strict: 1, lenient: 1, unsafe: 0 },
    ],
  ])('scores %j against %j', async (q, expected, counts) => {
    expect((await evaluated({ q, expected })).tally).toMatchObject({ count: 1, ...counts })
  })

  it('counts lines by the class that their writer gives', async () => {
    const expected = { kind: 'unknown' }
    const { tally } = await evaluated(
      { q: 'hello', expected, class: 'greeting' },
      { q: 'moisturizer?', expected, class: 'product' },
      { q: 'hi', expected },
    )
    expect(tally).toMatchObject({
      byClass: [
        { name: 'greeting', count: 1, unsafe: 0 },
        { name: 'product', count: 1, unsafe: 1 },
      ],
    })
  })

  it('refuses a kind that is none, which every unknown answer would pass', async () => {
    const expected = { kind: 'tirage', disposition: 'emergency' }
    expect((await evaluated({ q: 'hello', expected })).code).toBe(2)
  })

  it('refuses a trap that does not say what would do', async () => {
    const expected = { kind: 'not-open', atLeast: 'no' }
    expect((await evaluated({ q: 'hello', expected })).code).toBe(2)
  })

  it('scores check-ins, a lower disposition being unsafe', async () => {
    const symptoms = [{ name: 'redness', severity: 'mild' }]
    const { tally } = await evaluated(
      { symptoms, expected: { disposition: 'expected' } },
      { symptoms, expected: { disposition: 'urgent' } },
    )
    expect(tally).toMatchObject({ count: 2, strict: 1, unsafe: 1 })
  })

  it('scores labels, with how many ingredients got their class', async () => {
    const line = {
      ingredients: 'Aqua, Retinol',
      expected: { verdict: 'avoid', classes: { Retinol: 'retinol' } },
    }
    const { tally } = await evaluated(line)
    expect(tally).toMatchObject({ strict: 1, ingredients: { precision: 1, recall: 1 } })
  })

  it('refuses a line that it cannot score, by file and line', async () => {
    const { code, stdout } = await evaluated({
      q: 'x',
      expected: { kind: 'verdict', parts: [{ status: 'fine' }] },
    })
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ issues: [{ line: 1, expression: 'expected' }] })
  })
})
