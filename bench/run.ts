/**
 * Plans, verdicts and triage answers per second: ours, three rules engines and a hand-written floor, in one run. Checks first
 * that all give the identical answers. `--quick` for less time and no RESULTS.md, `--json` for one JSON line a row and nothing else.
 */
import { parseArgs } from 'node:util'
import { checkIdentical } from './check.ts'
import { generatedSessions } from './data/generated-sessions.ts'
import { createPool } from './pool.ts'
import { measureLimits } from './limits.ts'
import { type Outcome, writeResults } from './results.ts'
import { FULL, measureRows, QUICK, RUNNERS } from './rows.ts'
import { PROTOCOLS, protocolOf } from './subject-matter.ts'
import { tableOf } from './table.ts'

const CHECKED_SESSIONS = { full: 300, quick: 100 }
const CHECKED_SEED = 11

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const tell = (text: string) => {
  if (!values.json) console.log(text)
}

async function check(): Promise<void> {
  const count = values.quick ? CHECKED_SESSIONS.quick : CHECKED_SESSIONS.full
  for (const name of PROTOCOLS)
    await checkIdentical(protocolOf(name), generatedSessions(CHECKED_SEED, count))
  tell(`identical plans, verdicts and triage answers on ${count} sessions a protocol`)
}

async function measureAll(): Promise<Outcome> {
  const pool = createPool(RUNNERS)
  const effort = values.quick ? QUICK : FULL
  try {
    const rows = await measureRows(pool, effort, (cell) => tell(`measured: ${cell}`))
    return { rows, limits: values.quick ? [] : await measureLimits(pool, effort) }
  } finally {
    pool.close()
  }
}

await check()
const outcome = await measureAll()
if (values.json) for (const row of outcome.rows) console.log(JSON.stringify(row))
else console.log(`\n${tableOf(outcome.rows)}`)
if (!values.quick) writeResults(outcome)
