/**
 * What the server does, beside its database with the same statements and nothing else, in one run. `--quick` for small sizes;
 * `--only check-ins|drain|claim|recompute|console` for one part. Either writes no RESULTS.md, but for the console, which has a part
 * of its own in it; `--plans` prints how its queries are done.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../packages/server/src/testing/postgres-server.ts'
import { type CheckIns, checkInsOnEmbedded, checkInsOnPostgres } from './check-ins.ts'
import { claimRow, claimRowEmbedded } from './claims.ts'
import { consoleFigures } from './console.ts'
import { consoleTable, writeConsoleResults } from './console-results.ts'
import { drainRow, drainRowEmbedded } from './drain.ts'
import { figuresOf, ratioOf, type Row } from './figures.ts'
import { recomputeRow } from './recompute.ts'
import { type Outcome, tablesOf, writeResults } from './results.ts'
import { databaseVersion } from './sql.ts'
import { inDigits } from '../table.ts'

const FULL = {
  checkIns: { patients: 2_000, rounds: 4, warmUpMs: 15_000, turnSeconds: 10 },
  claims: { plans: 10_000_000, clinics: 2_000, rounds: 4, turnSeconds: 5 },
  claimsEmbedded: { plans: 100_000, clinics: 20, rounds: 4, turnSeconds: 3 },
  drain: { plans: 100_000, rounds: 1 },
  drainEmbedded: { plans: 2_000, rounds: 2 },
  recompute: { people: 1_000_000, threads: 2 },
  console: { patients: 50_000, rounds: 22 },
}
const QUICK = {
  checkIns: { patients: 500, rounds: 2, warmUpMs: 3_000, turnSeconds: 3 },
  claims: { plans: 200_000, clinics: 200, rounds: 2, turnSeconds: 2 },
  claimsEmbedded: { plans: 20_000, clinics: 20, rounds: 2, turnSeconds: 2 },
  drain: { plans: 2_000, rounds: 2 },
  drainEmbedded: { plans: 500, rounds: 1 },
  recompute: { people: 20_000, threads: 2 },
  console: { patients: 1_000, rounds: 7 },
}
/** Of check-ins as durable as bare ones. */
const CHECK_IN_GOAL = 0.8

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    plans: { type: 'boolean', default: false },
  },
})
const sizes = values.quick ? QUICK : FULL
const begin = performance.now()

async function measure(): Promise<Outcome> {
  const before = loadavg()[0] ?? 0
  const { url, stop } = await startPostgres({ durable: true })
  try {
    const postgres = await databaseVersion(url)
    const checkIns = await part('check-ins', () => checkInsOf(url))
    const rows = told(Object.entries(checkIns ?? {}).map(checkInRow))
    rows.push(...told((await part('claim', () => claims(url))) ?? []))
    rows.push(...told((await part('drain', () => drains(url))) ?? []))
    const recomputed = await part('recompute', () => recomputeRow(sizes.recompute))
    rows.push(...told(recomputed === null ? [] : [recomputed]))
    await part('console', () => screens(url))
    return { rows, checkIns: checkIns ?? {}, postgres, load: { before, after: loadavg()[0] ?? 0 } }
  } finally {
    await stop()
  }
}

/** Each as soon as it is known: a whole run takes long. */
function told(rows: readonly Row[]): Row[] {
  for (const { work, unit, ours, bare, ratio } of rows)
    console.log(`  ${work}: ${inDigits(ours)} of ${inDigits(bare)} ${unit}, ${inDigits(ratio)}`)
  return [...rows]
}

async function part<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  if (values.only !== undefined && values.only !== name) return null
  console.log(`${Math.round((performance.now() - begin) / 1_000)} s: ${name} ...`)
  return work()
}

async function screens(url: string): Promise<void> {
  const figures = await consoleFigures(url, { ...sizes.console, plans: values.plans })
  console.log(`\n${consoleTable(figures)}`)
  if (!values.quick) writeConsoleResults(figures)
}

async function checkInsOf(url: string): Promise<Record<string, CheckIns>> {
  const PostgreSQL = await checkInsOnPostgres(url, sizes.checkIns)
  return { PostgreSQL, embedded: await checkInsOnEmbedded(sizes.checkIns) }
}

async function claims(url: string): Promise<readonly Row[]> {
  return [await claimRow(url, sizes.claims), await claimRowEmbedded(sizes.claimsEmbedded)]
}

async function drains(url: string): Promise<readonly Row[]> {
  return [await drainRow(url, sizes.drain), await drainRowEmbedded(sizes.drainEmbedded)]
}

function checkInRow([name, { ours, bare }]: readonly [string, CheckIns]): Row {
  return {
    work: `check-ins, ${name}`,
    unit: 'check-ins/s',
    ours: figuresOf(ours).perSecond,
    bare: figuresOf(bare).perSecond,
    ratio: ratioOf(ours, bare),
    goal: name === 'PostgreSQL' ? CHECK_IN_GOAL : null,
    note: '',
  }
}

const outcome = await measure()
console.log(`\n${tablesOf(outcome)}`)
if (!values.quick && values.only === undefined) writeResults(outcome)
console.log(`\n${Math.round((performance.now() - begin) / 1_000)} s in all`)
