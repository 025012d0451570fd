/**
 * How long one answer of `ask` takes: every question of the project's own set, against the real ledger, each many times.
 * Prints the median and the slowest twentieth, the time for longer and longer messages, and the size of what is loaded.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { ask } from '../../packages/language/src/ask/ask.ts'
import { contextAt } from '../../tests/support/ask-context.ts'

const ROUNDS = 60
const WARM_UP = 10
const LENGTHS = [12_500, 25_000, 50_000, 100_000]

const root = new URL('../../', import.meta.url)
const questions = readFileSync(new URL('tests/language/sets/questions.jsonl', root), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  // Written in this form, and held to it by the evaluation.
  .map((line) => (JSON.parse(line) as { readonly q: string }).q)
const context = contextAt(50)

function timeOf(q: string): number {
  const start = performance.now()
  ask(context, q)
  return performance.now() - start
}

for (let round = 0; round < WARM_UP; round++) questions.forEach(timeOf)
const times = Array.from({ length: ROUNDS }, () => questions.map(timeOf))
  .flat()
  .toSorted((a, b) => a - b)
const share = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(3)
console.log(`${questions.length} questions, ${ROUNDS} times each`)
console.log(`median ${share(0.5)} ms, slowest twentieth from ${share(0.95)} ms`)

const all = questions.join(' ')
for (const length of LENGTHS) {
  const message = all.repeat(Math.ceil(length / all.length)).slice(0, length)
  const fastest = Math.min(...Array.from({ length: 5 }, () => timeOf(message)))
  console.log(`${length} letters: ${fastest.toFixed(1)} ms`)
}

const { outputFiles } = await build({
  stdin: {
    contents:
      "export * from './ask/ask.ts'; export * from './ask/vocabulary.ts'; export * from './ask/signs-in.ts'",
    resolveDir: new URL('packages/language/src', root).pathname,
  },
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'esm',
  external: ['@afterglow/engine'],
  write: false,
})
const code = outputFiles.map(({ text }) => text).join('')
console.log(`${gzipSync(code, { level: 9 }).length} bytes gzipped, without the engine`)
