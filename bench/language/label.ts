/**
 * How long one answer on a label takes: every label of the project's own set, against the real ledger, each many times.
 * Prints the median and the slowest twentieth, the time for a label of 100,000 letters, and the size of what is loaded.
 */
import { readFileSync } from 'node:fs'
import { applyPlan, createPlanner, parseSession } from '../../packages/engine/src/index.ts'
import { label } from '../../packages/language/src/label/label.ts'
import { readLabel } from '../../packages/language/src/label/read-label.ts'
import { realProtocol } from '../data/real-protocol.ts'

const ROUNDS = 60
const WARM_UP = 10
const LONG = 100_000

interface Line {
  readonly ingredients: string
  readonly product?: string
}

const root = new URL('../../tests/language/', import.meta.url)
const lines = readFileSync(new URL('sets/labels.jsonl', root), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  // Written in this form, and held to it by the evaluation.
  .map((line) => JSON.parse(line) as Line)
const session = parseSession(
  JSON.parse(readFileSync(new URL('sessions/face-pen-2026.json', root), 'utf8')),
)
if (!session.ok) throw new Error('the session cannot be read')
const plan = applyPlan(createPlanner([realProtocol()]), session.value)

const times: number[] = []
for (let round = 0; round < ROUNDS + WARM_UP; round++)
  for (const line of lines) {
    const start = performance.now()
    label(plan, { ...line, at: plan.anchor })
    if (round >= WARM_UP) times.push(performance.now() - start)
  }
times.sort((a, b) => a - b)
console.log(`${lines.length} labels, ${ROUNDS} times each`)
console.log(`median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms`)

const long = lines.map(({ ingredients }) => ingredients).join(', ')
const text = long.repeat(Math.ceil(LONG / long.length)).slice(0, LONG)
const start = performance.now()
readLabel(text)
console.log(`a label of ${LONG} letters: ${(performance.now() - start).toFixed(0)} ms`)

function at(share: number): string {
  return (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(3)
}
