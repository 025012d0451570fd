/**
 * How soon a plan is on the screen of a slow phone: our app, a server-rendered page, and the usual React and FHIR client page,
 * in one run. Checks first that all show the same plan. `--quick` for fewer rounds and no RESULTS.md, `--json` for one JSON line a
 * row and nothing else.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { setStage } from './pages.ts'
import { browserVersion } from './phone.ts'
import { tablesOf, writeResults } from './results.ts'
import { rowsOf } from './rows.ts'
import { measureRounds, type Round } from './visits.ts'

const ROUNDS = { full: 9, quick: 3 }

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const tell = (text: string) => {
  if (!values.json) console.log(text)
}

async function measure(): Promise<readonly Round[]> {
  const stage = await setStage()
  try {
    tell('all three pages show the same plan')
    return await measureRounds(stage, values.quick ? ROUNDS.quick : ROUNDS.full, tell)
  } finally {
    await stage.close()
  }
}

const [load = 0] = loadavg()
const rounds = await measure()
if (values.json) for (const row of rowsOf(rounds)) console.log(JSON.stringify(row))
else console.log(`\n${tablesOf(rounds)}`)
if (!values.quick) writeResults({ rounds, version: await browserVersion(), load })
