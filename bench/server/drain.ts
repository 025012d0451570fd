import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { createTestDatabase } from '../../packages/server/src/testing/postgres-server.ts'
import { median } from '../measure.ts'
import { PATIENTS_EACH } from './burst.ts'
import { batchOfBurst, batchOfClinic, batchScript } from './burst-batch.ts'
import { relaxed } from './check-ins.ts'
import type { Row } from './figures.ts'
import { askProcess } from './loading.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import type { Dialect, Statement } from './recording.ts'
import { onEmbedded } from './on-embedded.ts'
import { countIn, sendInTurn } from './sending.ts'
import { countOf, runSql } from './sql.ts'
import type { Place } from './world.ts'

export interface DrainSizes {
  /** How many are due; each clinic has fifty of them. */
  readonly plans: number
  readonly rounds: number
}

/** What `drain-worker.ts` tells. */
export interface Drained {
  readonly plans: number
  readonly seconds: number
  /** Processor time of the worker's process. */
  readonly cpuSeconds?: number
}

/** How many deliveries and jobs there are afterwards says that both sides did the same. */
interface Counted extends Drained {
  readonly written: number
}

interface Pair {
  readonly ours: Counted
  readonly bare: Counted
}

/** A burst handed on by one worker, and the statements of one such batch by pgbench for as many clinics, on copies of one database. */
export async function drainRow(serverUrl: string, { plans, rounds }: DrainSizes): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-bench-'))
  const filled = await createTestDatabase(serverUrl)
  const clinics = Math.ceil(plans / PATIENTS_EACH)
  try {
    const batch = await batchOfBurst({ folder, databaseUrl: relaxed(filled.url) }, clinics)
    const name = new URL(filled.url).pathname.slice(1)
    const onCopy = async (work: (url: string) => Promise<Drained>): Promise<Counted> => {
      const { url, drop } = await createTestDatabase(serverUrl, name)
      await runSql(url, ['checkpoint'])
      const done = await work(url)
      const written = await countOf(url, WRITTEN)
      await drop()
      return { ...done, written }
    }
    const pairs = await inTurns(rounds, {
      ours: () => onCopy((url) => drain({ folder, databaseUrl: url })),
      bare: () => onCopy((url) => bareOnPostgres(url, batch, clinics)),
    })
    return rowOf('drain a burst', 0.8, pairs)
  } finally {
    await filled.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same on the embedded database, the statements one by one to a copy of the folder in a thread of this process. */
export async function drainRowEmbedded({ plans, rounds }: DrainSizes): Promise<Row> {
  const root = mkdtempSync(join(tmpdir(), 'afterglow-bench-'))
  const [filled, copy] = [join(root, 'filled'), join(root, 'copy')]
  const clinics = Math.ceil(plans / PATIENTS_EACH)
  try {
    const batch = await batchOfBurst({ folder: filled, databaseUrl: null }, clinics)
    const onCopy = async (work: (folder: string) => Promise<Drained>): Promise<Counted> => {
      cpSync(filled, copy, { recursive: true })
      const done = await work(copy)
      const written = await onEmbedded(copy, (dialect) => countIn(dialect, WRITTEN))
      rmSync(copy, { recursive: true })
      return { ...done, written }
    }
    const pairs = await inTurns(rounds, {
      ours: () => onCopy((folder) => drain({ folder, databaseUrl: null })),
      bare: () =>
        onCopy((folder) => onEmbedded(folder, (dialect) => bareOn(dialect, batch, clinics))),
    })
    return rowOf('drain a burst, embedded', null, pairs)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const WRITTEN =
  'select (select count(*) from delivery) + (select count(*) from pgboss.job) as count'

async function inTurns(
  rounds: number,
  sides: { readonly ours: () => Promise<Counted>; readonly bare: () => Promise<Counted> },
): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round++) {
    const ours = await sides.ours()
    const bare = await sides.bare()
    if (ours.written !== bare.written)
      throw new Error(`${ours.written} deliveries and jobs of ours, ${bare.written} of bare`)
    pairs.push({ ours, bare })
  }
  return pairs
}

async function drain(place: Place): Promise<Drained> {
  // What `drain-worker.ts` sends is a Drained.
  return (await askProcess('drain-worker.ts', place)) as Drained
}

async function bareOnPostgres(
  url: string,
  batch: readonly Statement[],
  clinics: number,
): Promise<Drained> {
  const pgbench = findPgbench()
  if (pgbench === null) {
    const { dialect, close } = openPostgres({ url, poolSize: 1, onError: () => {} })
    const drained = await bareOn(dialect, batch, clinics)
    await close()
    return drained
  }
  const bench = { url, script: batchScript(batch), clients: 1, variables: { n: 0 } }
  const { seconds } = await runPgbench(pgbench, { ...bench, until: { each: clinics } })
  return { plans: clinics * PATIENTS_EACH, seconds }
}

async function bareOn(
  dialect: Dialect,
  batch: readonly Statement[],
  clinics: number,
): Promise<Drained> {
  const next = (k: number) => batchOfClinic(batch, k + 1)
  const { seconds } = await sendInTurn(dialect, next, { each: clinics })
  return { plans: clinics * PATIENTS_EACH, seconds }
}

function rowOf(work: string, goal: number | null, pairs: readonly Pair[]): Row {
  const ours = median(pairs.map((pair) => rateOf(pair.ours)))
  const cpu = pairs.reduce((sum, pair) => sum + (pair.ours.cpuSeconds ?? 0), 0)
  const plans = pairs.reduce((sum, pair) => sum + pair.ours.plans, 0)
  const each = (pairs[0]?.ours.plans ?? 0).toLocaleString('en-US')
  return {
    work,
    unit: 'plans/s',
    ours,
    bare: median(pairs.map((pair) => rateOf(pair.bare))),
    ratio: median(pairs.map((pair) => rateOf(pair.ours) / rateOf(pair.bare))),
    goal,
    note: `${each} plans all due at once, ${PATIENTS_EACH} to a clinic, one worker: claimed, planned, reminders worked out, addresses opened,
  deliveries sealed, written and queued, the next wake set. ${((1_000 * cpu) / plans).toFixed(2)} ms of the worker's processor time for a plan; at this rate 100,000 take ${Math.round(100_000 / ours)} s.`,
  }
}

function rateOf({ plans, seconds }: Drained): number {
  return plans / seconds
}
