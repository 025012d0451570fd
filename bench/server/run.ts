/**
 * What the server does, beside its database with the same statements and nothing else, in one run. `--quick` for small sizes
 * and no RESULTS.md.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../packages/server/src/testing/postgres-server.ts'
import { type CheckIns, checkInsOnEmbedded, checkInsOnPostgres } from './check-ins.ts'
import { claimRow } from './claims.ts'
import { drainRow } from './drain.ts'
import { figuresOf, ratioOf, type Row } from './figures.ts'
import { type Outcome, tablesOf, writeResults } from './results.ts'
import { databaseVersion } from './sql.ts'

const FULL = {
  checkIns: { patients: 2_000, rounds: 4, warmUpMs: 15_000, turnSeconds: 10 },
  claims: { plans: 10_000_000, clinics: 2_000, rounds: 4, turnSeconds: 5 },
  drain: { plans: 10_000, rounds: 2 },
}
const QUICK = {
  checkIns: { patients: 500, rounds: 2, warmUpMs: 3_000, turnSeconds: 3 },
  claims: { plans: 200_000, clinics: 200, rounds: 2, turnSeconds: 2 },
  drain: { plans: 500, rounds: 1 },
}
/** Of check-ins as durable as bare ones. */
const CHECK_IN_GOAL = 0.8

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const sizes = values.quick ? QUICK : FULL

async function measure(): Promise<Outcome> {
  const before = loadavg()[0] ?? 0
  const { url, stop } = await startPostgres({ durable: true })
  try {
    const postgres = await databaseVersion(url)
    console.log('check-ins on PostgreSQL ...')
    const onPostgres = await checkInsOnPostgres(url, sizes.checkIns)
    console.log('check-ins on the embedded database ...')
    const onEmbedded = await checkInsOnEmbedded(sizes.checkIns)
    const checkIns = { PostgreSQL: onPostgres, embedded: onEmbedded }
    console.log('a burst ...')
    const drained = await drainRow(url, sizes.drain)
    console.log('claiming ...')
    const rows = [
      checkInRow('check-ins, PostgreSQL', onPostgres, CHECK_IN_GOAL),
      checkInRow('check-ins, embedded', onEmbedded, null),
      await claimRow(url, sizes.claims),
      drained,
    ]
    return { rows, checkIns, postgres, load: { before, after: loadavg()[0] ?? 0 } }
  } finally {
    await stop()
  }
}

function checkInRow(work: string, { ours, bare }: CheckIns, goal: number | null): Row {
  return {
    work,
    unit: 'check-ins/s',
    ours: figuresOf(ours).perSecond,
    bare: figuresOf(bare).perSecond,
    ratio: ratioOf(ours, bare),
    goal,
    note: '',
  }
}

const outcome = await measure()
console.log(`\n${tablesOf(outcome)}`)
if (!values.quick) writeResults(outcome)
