import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embeddedDialect } from '../../packages/server/src/store/embedded/dialect.ts'
import { openEmbedded } from '../../packages/server/src/store/embedded/embedded.ts'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { createTestDatabase } from '../../packages/server/src/testing/postgres-server.ts'
import { startServerProcess, type ServerProcess } from './child.ts'
import { type Loaded, loadServer } from './loading.ts'
import { addPatients } from './patients.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import { countOf } from './sql.ts'
import { replay } from './statements.ts'
import { captureCheckIn, pgbenchScript, type Template } from './template.ts'
import { databaseFolder, openHere, type Place } from './world.ts'

const CLIENTS = 64

export interface Sizes {
  readonly patients: number
  readonly rounds: number
  readonly warmUpMs: number
  readonly turnSeconds: number
}

export interface CheckIns {
  readonly ours: readonly Loaded[]
  readonly bare: readonly Loaded[]
  /** What bare was driven with. */
  readonly driver: string
  readonly statements: number
  readonly memory: Memory
  /** Processor time of our server for one check-in. */
  readonly cpuMs: number | null
}

interface Memory {
  readonly idleMb: number | null
  readonly peakMb: number | null
}

/** Ours over HTTP and the same statements by pgbench, turn by turn, on copies of one durable database. */
export async function checkInsOnPostgres(serverUrl: string, sizes: Sizes): Promise<CheckIns> {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-bench-'))
  const filled = await createTestDatabase(serverUrl)
  const place = { folder, databaseUrl: filled.url }
  const template = await filledPlace({ ...place, databaseUrl: relaxed(filled.url) }, sizes)
  const name = new URL(filled.url).pathname.slice(1)
  const copies = [
    await createTestDatabase(serverUrl, name),
    await createTestDatabase(serverUrl, name),
  ]
  const [forUs, forBare] = copies as [(typeof copies)[number], (typeof copies)[number]]
  const bare = bareOnPostgres(forBare.url, template, sizes)
  try {
    const told = await inTurns({ folder, databaseUrl: forUs.url }, { template, sizes, ...bare })
    await checkKept(forBare.url, told.bare)
    return told
  } finally {
    for (const { drop } of [...copies, filled]) await drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Nothing that is measured was committed like this: it only fills. */
export function relaxed(url: string): string {
  return `${url}?options=${encodeURIComponent('-c synchronous_commit=off')}`
}

async function filledPlace(place: Place, { patients }: Sizes): Promise<Template> {
  const { deps, close } = await openHere(place)
  await addPatients(deps, patients)
  await close()
  return captureCheckIn(place)
}

interface Bare {
  readonly driver: string
  readonly turn: () => Promise<Loaded>
}

function bareOnPostgres(url: string, template: Template, sizes: Sizes): Bare {
  const { patients, turnSeconds: seconds } = sizes
  const pgbench = findPgbench()
  if (pgbench !== null) {
    const bench = {
      url,
      script: pgbenchScript(template, patients),
      clients: CLIENTS,
      until: { seconds },
    }
    return {
      driver: `pgbench ${pgbench.version} -c ${CLIENTS} -j 2`,
      turn: () => runPgbench(pgbench, bench),
    }
  }
  const { dialect } = openPostgres({ url, poolSize: CLIENTS, onError: () => {} })
  const turn = () => replay({ dialect, template, patients, seconds, clients: CLIENTS })
  return { driver: `${CLIENTS} connections of node-postgres: no pgbench here`, turn }
}

/** Bare has done its work if every check-in is there, beside the one that was recorded. */
async function checkKept(url: string, turns: readonly Loaded[]): Promise<void> {
  const sent = turns.reduce((sum, { latenciesMs }) => sum + latenciesMs.length, 0)
  const kept = await countOf(url, `select count(*) from event where type = 'check-in'`)
  if (kept !== sent + 1) throw new Error(`bare sent ${sent} check-ins, and ${kept - 1} are there`)
}

/** As on PostgreSQL, the statements one by one to a second copy of the folder, in a thread of this process. */
export async function checkInsOnEmbedded(sizes: Sizes): Promise<CheckIns> {
  const root = mkdtempSync(join(tmpdir(), 'afterglow-bench-'))
  const folder = join(root, 'ours')
  const template = await filledPlace({ folder, databaseUrl: null }, sizes)
  cpSync(databaseFolder(folder), join(root, 'bare'), { recursive: true })
  const embedded = await openEmbedded({ folder: join(root, 'bare') })
  if (!embedded.ok) throw new Error(JSON.stringify(embedded.issues))
  const dialect = embeddedDialect(embedded.value)
  const { patients, turnSeconds: seconds } = sizes
  const turn = () => replay({ dialect, template, patients, seconds, clients: 1 })
  const driver = 'the same embedded database, one caller'
  try {
    return await inTurns({ folder, databaseUrl: null }, { template, sizes, driver, turn })
  } finally {
    await embedded.value.close()
    rmSync(root, { recursive: true, force: true })
  }
}

interface Contest extends Bare {
  readonly template: Template
  readonly sizes: Sizes
}

async function inTurns(place: Place, contest: Contest): Promise<CheckIns> {
  const { template, sizes, driver, turn } = contest
  const server = await startServerProcess(place)
  try {
    const watch = watchMemory(server)
    await load(server, sizes, sizes.warmUpMs)
    const ours: Loaded[] = []
    const bare: Loaded[] = []
    let cpu = 0
    for (let round = 0; round < sizes.rounds; round++) {
      const before = server.cpuSeconds() ?? Number.NaN
      ours.push(await load(server, sizes, sizes.turnSeconds * 1000))
      cpu += (server.cpuSeconds() ?? Number.NaN) - before
      bare.push(await turn())
    }
    const count = ours.reduce((sum, { latenciesMs }) => sum + latenciesMs.length, 0)
    const cpuMs = Number.isNaN(cpu) ? null : (cpu * 1000) / count
    const statements = template.statements.length
    return { ours, bare, driver, statements, memory: watch.stop(), cpuMs }
  } finally {
    await server.stop()
  }
}

function load({ port }: ServerProcess, { patients }: Sizes, forMs: number): Promise<Loaded> {
  return loadServer({ port, patients, clients: CLIENTS, forMs, most: 1_000_000 })
}

function watchMemory({ residentMb }: ServerProcess): { readonly stop: () => Memory } {
  const idleMb = residentMb()
  let peakMb = idleMb
  const timer = setInterval(() => {
    const now = residentMb()
    if (now !== null && peakMb !== null) peakMb = Math.max(peakMb, now)
  }, 200)
  return {
    stop: () => {
      clearInterval(timer)
      return { idleMb, peakMb }
    },
  }
}
