import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '../../packages/server/src/testing/postgres-server.ts'
import { wakeClinic } from '../../packages/server/src/wake/wake-clinic.ts'
import { median } from '../measure.ts'
import { addBurst, burstId, FIRST_CLINIC, PATIENTS_EACH } from './burst.ts'
import { relaxed } from './check-ins.ts'
import type { Row } from './figures.ts'
import { askProcess } from './loading.ts'
import { findPgbench, type Pgbench, runPgbench } from './pgbench.ts'
import { recording, type Statement } from './recording.ts'
import { countOf, runSql } from './sql.ts'
import { inText } from './template.ts'
import { openHere, type Place } from './world.ts'

export interface DrainSizes {
  /** How many are due; each clinic has fifty of them. */
  readonly plans: number
  readonly rounds: number
}

export interface Drained {
  readonly plans: number
  readonly seconds: number
}

/** A burst handed on by one worker, and the statements of one such batch by pgbench for as many clinics, on copies of one database. */
export async function drainRow(serverUrl: string, { plans, rounds }: DrainSizes): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-bench-'))
  const filled = await createTestDatabase(serverUrl)
  const clinics = Math.ceil(plans / PATIENTS_EACH)
  try {
    const script = await batchScript({ folder, databaseUrl: relaxed(filled.url) }, clinics)
    const name = new URL(filled.url).pathname.slice(1)
    const pgbench = findPgbench()
    const replaying = (by: Pgbench) => (url: string) =>
      replayBatches(url, { pgbench: by, script, clinics })
    const pairs: Pair[] = []
    for (let round = 0; round < rounds; round++) {
      const ours = await onCopy(serverUrl, name, (url) => drain({ folder, databaseUrl: url }))
      if (pgbench === null) pairs.push({ ours, bare: null })
      else pairs.push(same(ours, await onCopy(serverUrl, name, replaying(pgbench))))
    }
    return rowOf(pairs)
  } finally {
    await filled.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many deliveries and jobs there are afterwards says that both did the same. */
async function onCopy(
  serverUrl: string,
  name: string,
  work: (url: string) => Promise<Drained>,
): Promise<Counted> {
  const { url, drop } = await createTestDatabase(serverUrl, name)
  try {
    await runSql(url, ['checkpoint'])
    const done = await work(url)
    return { ...done, deliveries: await deliveriesIn(url) }
  } finally {
    await drop()
  }
}

async function deliveriesIn(url: string): Promise<number> {
  return countOf(
    url,
    'select (select count(*) from delivery) + (select count(*) from pgboss.job) as count',
  )
}

async function drain(place: Place): Promise<Drained> {
  // What `drain-worker.ts` sends is a Drained.
  return (await askProcess('drain-worker.ts', place)) as Drained
}

/** Fills the database, hands on the first clinic's batch and writes its statements down for every other clinic. */
async function batchScript(place: Place, clinics: number): Promise<string> {
  const statements: Statement[] = []
  let on = false
  const tell = (statement: Statement) => on && statements.push(statement)
  const { deps, close } = await openHere(place, { wrap: (dialect) => recording(dialect, tell) })
  await addBurst(deps, clinics + 1)
  const clinicId = burstId('clinic', 0, FIRST_CLINIC)
  on = true
  const taken = await wakeClinic(deps, { clinicId, most: PATIENTS_EACH })
  on = false
  await close()
  if (taken !== PATIENTS_EACH) throw new Error(`only ${taken} of ${PATIENTS_EACH} were due`)
  return scriptOf(statements)
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

/** A derived id is numbered in the order in which it is met; it stands in a delivery's row and in its job. */
function scriptOf(statements: readonly Statement[]): string {
  const rows = new Map<string, number>()
  const numbered = (id: string) => {
    const row = rows.get(id) ?? rows.size
    rows.set(id, row)
    return burstId('delivery', row, FIRST_CLINIC)
  }
  const lines = statements.map((statement) => {
    const written = inText(statement).replaceAll('; ', ' \\; ').replaceAll(UUID, numbered)
    return `${written.replaceAll(new RegExp(`(-\\d{4})${FIRST_CLINIC}`, 'g'), '$1:c')};`
  })
  return ['\\set n :n + 1', `\\set c ${FIRST_CLINIC} + :n`, ...lines].join('\n')
}

interface Replay {
  readonly pgbench: Pgbench
  readonly script: string
  readonly clinics: number
}

async function replayBatches(url: string, replay: Replay): Promise<Drained> {
  const { pgbench, script, clinics } = replay
  const until = { each: clinics }
  const variables = { n: 0 }
  const { seconds } = await runPgbench(pgbench, { url, script, until, variables, clients: 1 })
  return { plans: clinics * PATIENTS_EACH, seconds }
}

interface Counted extends Drained {
  readonly deliveries: number
}

function same(ours: Counted, bare: Counted): Pair {
  if (ours.deliveries === bare.deliveries) return { ours, bare }
  throw new Error(`${ours.deliveries} deliveries of ours, ${bare.deliveries} of bare`)
}

interface Pair {
  readonly ours: Drained
  readonly bare: Drained | null
}

function rowOf(pairs: readonly Pair[]): Row {
  const ours = pairs.map((pair) => rateOf(pair.ours))
  const bare = pairs.flatMap((pair) => (pair.bare ? [rateOf(pair.bare)] : []))
  const ratios = bare.map((rate, k) => (ours[k] ?? 0) / rate)
  const plans = pairs[0]?.ours.plans ?? 0
  return {
    work: 'drain a burst',
    unit: 'plans/s',
    ours: median(ours),
    bare: bare.length === 0 ? 0 : median(bare),
    ratio: bare.length === 0 ? 0 : median(ratios),
    goal: 0.8,
    note: `${plans.toLocaleString('en-US')} plans all due at once, ${PATIENTS_EACH} to a clinic, one worker: claimed, planned, reminders worked out, addresses opened,
  deliveries sealed, written and queued, the next wake set. At this rate 100,000 take ${Math.round(100_000 / median(ours))} s.`,
  }
}

function rateOf({ plans, seconds }: Drained): number {
  return plans / seconds
}
