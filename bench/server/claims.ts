import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, inScope } from '../../packages/server/src/store/database.ts'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { createTestDatabase } from '../../packages/server/src/testing/postgres-server.ts'
import { claimDue, dueClinics } from '../../packages/server/src/wake/claim.ts'
import { median } from '../measure.ts'
import { relaxed } from './check-ins.ts'
import { rateOf, ratioOf, type Row } from './figures.ts'
import { askProcess, type Loaded } from './loading.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import { recording, type Statement } from './recording.ts'
import { runSql } from './sql.ts'
import { inText } from './template.ts'
import { openHere } from './world.ts'

export interface ClaimSizes {
  readonly plans: number
  readonly clinics: number
  readonly rounds: number
  readonly turnSeconds: number
}

export interface Claiming {
  readonly url: string
  readonly clinics: number
  readonly at: number
  readonly most: number
  readonly seconds: number
}

export interface Claims extends Loaded {
  readonly plans: number
}

const FIRST_CLINIC = 100_000_000_001
const WORKERS = 2
/** As the worker does. */
const MOST = 50
const LOOK_AHEAD = 1_000
/** One plan in so many is due. */
const ONE_DUE_IN = 50

export function clinicIdOf(k: number): string {
  return `00000000-0000-4000-8001-${FIRST_CLINIC + k}`
}

/** Claiming by two workers among so many plans, and the same statements by pgbench on the same rows: what is claimed is let go. */
export async function claimRow(serverUrl: string, sizes: ClaimSizes): Promise<Row> {
  const { url, drop } = await createTestDatabase(serverUrl)
  const at = Date.now()
  try {
    await addWakes(url, sizes, at)
    const script = await claimScript(url, sizes, at)
    const ours: Loaded[] = []
    const bare: Loaded[] = []
    let plansEach = MOST
    for (let round = 0; round < sizes.rounds; round++) {
      const turn = await claimsOf({
        url,
        at,
        clinics: sizes.clinics,
        most: MOST,
        seconds: sizes.turnSeconds,
      })
      plansEach = turn.plans / turn.latenciesMs.length
      ours.push(turn)
      const pgbench = findPgbench()
      if (pgbench === null) continue
      const until = { seconds: sizes.turnSeconds }
      bare.push(await runPgbench(pgbench, { url, script, until, clients: WORKERS }))
    }
    const look = await lookMs(url, at)
    return rowOf({ ours, bare, plansEach, look, sizes })
  } finally {
    await drop()
  }
}

async function addWakes(url: string, { plans, clinics }: ClaimSizes, at: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-bench-'))
  const { deps, close } = await openHere({ folder, databaseUrl: relaxed(url) })
  await close()
  rmSync(folder, { recursive: true })
  const now = `timestamptz '${new Date(at).toISOString()}'`
  const place = `('00000000-0000-4000-8001-' || ${FIRST_CLINIC} + g % ${clinics})::uuid,
    ('00000000-0000-4000-8000-' || ${FIRST_CLINIC} + g)::uuid`
  const dueAt = `case when g / ${clinics} % ${ONE_DUE_IN} = 0 then ${now} - random() * interval '1 hour'
    else ${now} + interval '1 minute' + random() * interval '28 days' end`
  const pins = `'${JSON.stringify(deps.shelf.current)}'`
  const numbers = `from generate_series(0, ${plans - 1}) g`
  await runSql(relaxed(url), [
    'set statement_timeout = 0',
    `set maintenance_work_mem = '512MB'`,
    'drop index wake_due, wake_due_in_clinic',
    'alter table wake drop constraint wake_pkey',
    'alter table care_plan drop constraint care_plan_pkey',
    `insert into wake select ${place}, ${dueAt}, ${now} - interval '1 day' ${numbers}`,
    `insert into care_plan (clinic_id, patient_id, protocols, event_count, updated_at)
      select ${place}, ${pins}, 2, ${now} ${numbers}`,
    'alter table wake add primary key (clinic_id, patient_id)',
    'alter table care_plan add primary key (clinic_id, patient_id)',
    'create index wake_due on wake (due_at, clinic_id)',
    'create index wake_due_in_clinic on wake (clinic_id, due_at)',
    'vacuum (analyze) wake, care_plan',
    'checkpoint',
  ])
}

async function claimsOf(claiming: Claiming): Promise<Claims> {
  const workers = Array.from({ length: WORKERS }, () => askProcess('claim-worker.ts', claiming))
  // What `claim-worker.ts` sends is a Claims.
  const all = (await Promise.all(workers)) as Claims[]
  return {
    seconds: Math.max(...all.map(({ seconds }) => seconds)),
    latenciesMs: all.flatMap(({ latenciesMs }) => latenciesMs),
    plans: all.reduce((sum, { plans }) => sum + plans, 0),
  }
}

/** The statements of one claim for pgbench: the ids that the first gives are in the second. */
async function claimScript(url: string, { clinics }: ClaimSizes, at: number): Promise<string> {
  const statements: Statement[] = []
  const { dialect } = openPostgres({ url, poolSize: 1, onError: () => {} })
  const db = createDatabase(recording(dialect, (statement) => statements.push(statement)))
  const clinicId = clinicIdOf(0)
  await inScope(db, { clinicId }, (trx) => claimDue(trx, { clinicId, at, most: MOST }))
  await db.destroy()
  const lines = statements.map((statement) => {
    const written = inText(statement).replaceAll(String(FIRST_CLINIC), ':c')
    if (written.includes('for update')) {
      return `select coalesce(string_agg(quote_literal(patient_id::text), ','), 'null') as ids from (${written}) claimed \\gset`
    }
    return `${written.replace(/"patient_id" in \([^)]*\)/, '"patient_id" in (:ids)').replaceAll('; ', ' \\; ')};`
  })
  return [`\\set c random(${FIRST_CLINIC}, ${FIRST_CLINIC + clinics - 1})`, ...lines].join('\n')
}

/** Which clinics have something due: asked once for up to a thousand due plans. */
async function lookMs(url: string, at: number): Promise<number> {
  const { dialect } = openPostgres({ url, poolSize: 1, onError: () => {} })
  const db = createDatabase(dialect)
  const times: number[] = []
  for (let k = 0; k < 20; k++) {
    const begin = performance.now()
    await dueClinics(db, { at, most: LOOK_AHEAD })
    times.push(performance.now() - begin)
  }
  await db.destroy()
  return median(times)
}

interface Outcome {
  readonly ours: readonly Loaded[]
  readonly bare: readonly Loaded[]
  readonly plansEach: number
  readonly look: number
  readonly sizes: ClaimSizes
}

function rowOf({ ours, bare, plansEach, look, sizes }: Outcome): Row {
  const rate = (turns: readonly Loaded[]) =>
    turns.length === 0 ? 0 : plansEach * median(turns.map(rateOf))
  const [plans, clinics] = [sizes.plans, sizes.clinics].map((one) => one.toLocaleString('en-US'))
  return {
    work: 'claim due wakes',
    unit: 'plans/s',
    ours: rate(ours),
    bare: rate(bare),
    ratio: bare.length === 0 ? 0 : ratioOf(ours, bare),
    goal: 0.8,
    note: `${WORKERS} workers among ${plans} plans of ${clinics} clinics, one in ${ONE_DUE_IN} due, up to ${MOST} of a clinic drawn at random in a transaction,
  let go again at its end. Which clinics have something due is asked once for up to ${LOOK_AHEAD.toLocaleString('en-US')} due plans and takes ${look.toFixed(1)} ms; it is in neither figure.`,
  }
}
