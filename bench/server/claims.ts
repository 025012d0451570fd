import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, type Database, inScope } from '../../packages/server/src/store/database.ts'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { createTestDatabase } from '../../packages/server/src/testing/postgres-server.ts'
import { claimDue, dueClinics } from '../../packages/server/src/wake/claim.ts'
import { median } from '../measure.ts'
import { relaxed } from './check-ins.ts'
import { claimAtRandom, type Claims, clinicIdOf, FIRST_CLINIC } from './claiming.ts'
import { rateOf, ratioOf, type Row } from './figures.ts'
import { askProcess, type Loaded } from './loading.ts'
import { onEmbedded } from './on-embedded.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import { type Dialect, recording, type Statement } from './recording.ts'
import { reworded, sendInTurn } from './sending.ts'
import { inText } from './template.ts'
import { addWakes, ONE_DUE_IN } from './wakes.ts'

export interface ClaimSizes {
  readonly plans: number
  readonly clinics: number
  readonly rounds: number
  readonly turnSeconds: number
}

const WORKERS = 2
/** As the worker does. */
const MOST = 50
const LOOK_AHEAD = 1_000

/** Claiming by two workers among so many plans, and the same statements by pgbench on the same rows: what is claimed is let go. */
export async function claimRow(serverUrl: string, sizes: ClaimSizes): Promise<Row> {
  const { url, drop } = await createTestDatabase(serverUrl)
  const at = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-bench-'))
  const { dialect, close } = openPostgres({ url, poolSize: 1, onError: () => {} })
  try {
    await addWakes({ folder, databaseUrl: relaxed(url) }, sizes, at)
    const statements = await claimStatements(dialect, at)
    const ours = () => claimsByWorkers({ url, at, sizes })
    const pgbench = findPgbench()
    const script = scriptOf(statements, sizes)
    const until = { seconds: sizes.turnSeconds }
    const bare = pgbench
      ? () => runPgbench(pgbench, { url, script, until, clients: WORKERS })
      : () => replayed(dialect, statements, sizes)
    const turns = await inTurns(sizes, { ours, bare })
    const look = await lookMs(createDatabase(dialect), at)
    return rowOf('claim due wakes', { ...turns, look, sizes, workers: WORKERS })
  } finally {
    await close()
    await drop()
    rmSync(folder, { recursive: true })
  }
}

/** The same on the embedded database: it has one connection, so one worker and one caller. */
export async function claimRowEmbedded(sizes: ClaimSizes): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-bench-'))
  const at = Date.now()
  try {
    await addWakes({ folder, databaseUrl: null }, sizes, at)
    return await onEmbedded(folder, async (dialect) => {
      const db = createDatabase(dialect)
      const statements = await claimStatements(dialect, at)
      const { clinics, turnSeconds: seconds } = sizes
      const turns = await inTurns(sizes, {
        ours: () => claimAtRandom(db, { clinics, at, most: MOST, seconds }),
        bare: () => replayed(dialect, statements, sizes),
      })
      const look = await lookMs(db, at)
      return rowOf('claim due wakes, embedded', { ...turns, look, sizes, workers: 1 })
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Turns {
  readonly ours: readonly Claims[]
  readonly bare: readonly Loaded[]
}

async function inTurns(
  { rounds }: ClaimSizes,
  sides: { readonly ours: () => Promise<Claims>; readonly bare: () => Promise<Loaded> },
): Promise<Turns> {
  const turns: { readonly ours: Claims[]; readonly bare: Loaded[] } = { ours: [], bare: [] }
  for (let round = 0; round < rounds; round++) {
    turns.ours.push(await sides.ours())
    turns.bare.push(await sides.bare())
  }
  return turns
}

interface ByWorkers {
  readonly url: string
  readonly at: number
  readonly sizes: ClaimSizes
}

async function claimsByWorkers({ url, at, sizes }: ByWorkers): Promise<Claims> {
  const { clinics, turnSeconds: seconds } = sizes
  const claiming = { url, clinics, at, most: MOST, seconds }
  const workers = Array.from({ length: WORKERS }, () => askProcess('claim-worker.ts', claiming))
  // What `claim-worker.ts` sends is a Claims.
  const all = (await Promise.all(workers)) as Claims[]
  return {
    seconds: Math.max(...all.map((one) => one.seconds)),
    latenciesMs: all.flatMap(({ latenciesMs }) => latenciesMs),
    plans: all.reduce((sum, { plans }) => sum + plans, 0),
  }
}

/** What one claim in the first clinic asks of the database. */
async function claimStatements(dialect: Dialect, at: number): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const db = createDatabase(recording(dialect, (statement) => statements.push(statement)))
  const clinicId = clinicIdOf(0)
  await inScope(db, { clinicId }, (trx) => claimDue(trx, { clinicId, at, most: MOST }))
  return statements
}

function scriptOf(statements: readonly Statement[], { clinics }: ClaimSizes): string {
  const lines = statements.map(
    (statement) =>
      `${inText(statement).replaceAll(String(FIRST_CLINIC), ':c').replaceAll('; ', ' \\; ')};`,
  )
  return [`\\set c random(${FIRST_CLINIC}, ${FIRST_CLINIC + clinics - 1})`, ...lines].join('\n')
}

function replayed(
  dialect: Dialect,
  statements: readonly Statement[],
  { clinics, turnSeconds: seconds }: ClaimSizes,
): Promise<Loaded> {
  const drawn = () => String(FIRST_CLINIC + Math.floor(Math.random() * clinics))
  const ofClinic = () => {
    const clinic = drawn()
    return statements.map((one) =>
      reworded(one, (text) => text.replaceAll(String(FIRST_CLINIC), clinic)),
    )
  }
  return sendInTurn(dialect, ofClinic, { seconds })
}

/** Which clinics have something due: asked once for up to a thousand due plans. */
async function lookMs(db: Database, at: number): Promise<number> {
  const times: number[] = []
  for (let k = 0; k < 20; k++) {
    const begin = performance.now()
    await dueClinics(db, { at, most: LOOK_AHEAD })
    times.push(performance.now() - begin)
  }
  return median(times)
}

interface Outcome extends Turns {
  readonly look: number
  readonly sizes: ClaimSizes
  readonly workers: number
}

function rowOf(work: string, { ours, bare, look, sizes, workers }: Outcome): Row {
  const plansEach = median(ours.map((turn) => turn.plans / turn.latenciesMs.length))
  const rate = (turns: readonly Loaded[]) => plansEach * median(turns.map(rateOf))
  const [plans, clinics] = [sizes.plans, sizes.clinics].map((one) => one.toLocaleString('en-US'))
  return {
    work,
    unit: 'plans/s',
    ours: rate(ours),
    bare: rate(bare),
    ratio: ratioOf(ours, bare),
    goal: workers === 1 ? null : 0.8,
    note: `${workers} ${workers === 1 ? 'worker' : 'workers'} among ${plans} plans of ${clinics} clinics, one in ${ONE_DUE_IN} due, up to ${MOST} of a clinic drawn at random in a transaction,
  let go again at its end. Which clinics have something due is asked once for up to ${LOOK_AHEAD.toLocaleString('en-US')} due plans and takes ${look.toFixed(1)} ms; it is in neither figure.`,
  }
}
