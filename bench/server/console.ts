import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createApp } from '../../packages/server/src/app.ts'
import { refreshInsight } from '../../packages/server/src/care/insight-months.ts'
import type { Deps } from '../../packages/server/src/deps.ts'
import { inScope } from '../../packages/server/src/store/database.ts'
import { createTestDatabase } from '../../packages/server/src/testing/postgres-server.ts'
import { relaxed } from './check-ins.ts'
import { CONSOLE_CLINIC, fillConsole } from './console-fill.ts'
import { type Asked, screensOf, VIEWER } from './console-screens.ts'
import { recording, type Statement } from './recording.ts'
import { inText } from './template.ts'
import { openHere, type Place } from './world.ts'

export interface ConsoleSizes {
  readonly patients: number
  /** How often each screen is asked for. */
  readonly rounds: number
  /** Whether the plans of the screens' queries are printed. */
  readonly plans: boolean
}

/** Of one screen on one database, in milliseconds. */
interface ScreenFigures {
  readonly screen: string
  readonly p50Ms: number
  readonly p95Ms: number
  /** Of the slowest single statement of each request. */
  readonly slowestP50Ms: number
  readonly slowestP95Ms: number
}

export interface ConsoleFigures {
  readonly database: string
  readonly patients: number
  readonly events: number
  readonly screens: readonly ScreenFigures[]
}

/** A clinic's screens asked for through the app, on a PostgreSQL and on the embedded database, each filled alike. */
export async function consoleFigures(
  serverUrl: string,
  sizes: ConsoleSizes,
): Promise<readonly ConsoleFigures[]> {
  const postgres = await inFolder(async (folder) => {
    const { url, drop } = await createTestDatabase(serverUrl)
    try {
      await filled({ folder, databaseUrl: relaxed(url) }, sizes)
      return await measuredAt({ folder, databaseUrl: url }, 'PostgreSQL', sizes)
    } finally {
      await drop()
    }
  })
  const embedded = await inFolder(async (folder) => {
    const place = { folder, databaseUrl: null }
    await filled(place, sizes)
    return measuredAt(place, 'embedded', sizes)
  })
  return [postgres, embedded]
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function filled(place: Place, { patients }: ConsoleSizes): Promise<void> {
  const { deps, close } = await openHere(place)
  await fillConsole(deps, patients)
  await refreshInsight(deps)
  await close()
}

interface Timed extends Statement {
  readonly ms: number
}

/** Asks for every screen of a filled database, `rounds` times each. */
async function measuredAt(
  place: Place,
  database: string,
  { rounds, plans }: ConsoleSizes,
): Promise<ConsoleFigures> {
  const statements: Timed[] = []
  const keep = (statement: Statement, ms: number) => {
    if (!statement.sql.includes('pgboss')) statements.push({ ...statement, ms })
  }
  const { deps, close } = await openHere(place, {
    wrap: (dialect) => recording(dialect, () => {}, keep),
  })
  const asked = (await patientIds(deps, rounds)).flatMap(screensOf)
  const runs = await runsOf(deps, asked, statements)
  const byScreen = Map.groupBy(runs, ({ screen }) => screen)
  for (const [screen, [last]] of plans ? byScreen : [])
    await printPlans(deps, `${database}: ${screen}`, last?.statements ?? [])
  const counted = await countRows(deps)
  await close()
  return {
    database,
    ...counted,
    screens: [...byScreen].map(([screen, all]) => figuresOf(screen, all)),
  }
}

interface Run {
  readonly screen: string
  readonly ms: number
  /** What it asked the database, the slowest first. */
  readonly statements: readonly Timed[]
}

async function runsOf(
  deps: Deps,
  asked: readonly Asked[],
  statements: Timed[],
): Promise<readonly Run[]> {
  const clinicians = { ...deps, principalOf: async () => VIEWER }
  const app = createApp(clinicians, { files: null, addressOf: () => 'bench' })
  const runs: Run[] = []
  for (const one of asked) {
    statements.length = 0
    const ms = await ask(app, one)
    const told = statements.toSorted((a, b) => b.ms - a.ms)
    runs.push({ screen: one.screen, ms, statements: told })
  }
  return runs
}

/** The first two warm what is read and planned for the first time. */
function figuresOf(screen: string, all: readonly Run[]): ScreenFigures {
  const at = (share: number, of: (run: Run) => number) => {
    const sorted = all
      .slice(2)
      .map(of)
      .sort((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  }
  const whole = ({ ms }: Run) => ms
  const single = ({ statements }: Run) => statements[0]?.ms ?? 0
  return {
    screen,
    p50Ms: at(0.5, whole),
    p95Ms: at(0.95, whole),
    slowestP50Ms: at(0.5, single),
    slowestP95Ms: at(0.95, single),
  }
}

async function ask(
  app: ReturnType<typeof createApp>,
  { method, path, body }: Asked,
): Promise<number> {
  const begin = performance.now()
  const response = await app.request(`/api/v1${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await response.text()
  const ms = performance.now() - begin
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
  return ms
}

/** Patients of all ages, each asked about once: what is read was not read just before. */
async function patientIds({ db }: Deps, count: number): Promise<readonly string[]> {
  const rows = await inScope(db, { clinicId: CONSOLE_CLINIC }, (trx) =>
    trx
      .selectFrom('patient')
      .select('patientId')
      .where('clinicId', '=', CONSOLE_CLINIC)
      .orderBy(sql`md5(patient_id::text)`)
      .limit(count)
      .execute(),
  )
  return rows.map(({ patientId }) => patientId)
}

async function countRows({ db }: Deps): Promise<Pick<ConsoleFigures, 'patients' | 'events'>> {
  const { rows } = await sql<{ patients: number; events: number }>`
    select (select count(*) from patient)::int as patients, (select count(*) from event)::int as events`.execute(
    db,
  )
  // One row of two counts.
  return rows[0] as { patients: number; events: number }
}

/** As the screen's own role, on the rows that it may see. */
async function printPlans({ db }: Deps, title: string, told: readonly Timed[]): Promise<void> {
  console.log(`\n## ${title}`)
  for (const statement of told
    .filter(({ sql: text }) => /^\s*(select|with)\b/.test(text))
    .slice(0, 3)) {
    await inScope(db, { clinicId: CONSOLE_CLINIC }, async (trx) => {
      const { rows } = await sql.raw(`explain analyze ${inText(statement)}`).execute(trx)
      console.log(`\n${statement.sql.trim().slice(0, 200)} ...`)
      for (const row of rows) console.log(Object.values(row as object).join(' '))
    })
  }
}
