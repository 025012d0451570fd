import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Loaded } from './loading.ts'

export interface Pgbench {
  readonly path: string
  readonly version: string
}

/** In PATH, or where Debian has it; null where there is none. */
export function findPgbench(): Pgbench | null {
  const versions = listed('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a))
  const paths = ['pgbench', ...versions.map((one) => `/usr/lib/postgresql/${one}/bin/pgbench`)]
  for (const path of paths) {
    try {
      const told = execFileSync(path, ['--version'], { encoding: 'utf8' })
      return { path, version: /\d+(\.\d+)*/.exec(told)?.[0] ?? 'unknown' }
    } catch {
      continue
    }
  }
  return null
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

export interface Bench {
  readonly url: string
  readonly script: string
  readonly clients: number
  /** So long, or so many by each client. */
  readonly until: { readonly seconds: number } | { readonly each: number }
  /** What a client's variables are at first; they stay from one transaction to the next. */
  readonly variables?: Readonly<Record<string, number>>
}

/** Runs a script with simple statements, as written; every transaction's time is in its log. */
export async function runPgbench(
  { path }: Pgbench,
  { url, script, clients, until, variables = {} }: Bench,
): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-pgbench-'))
  writeFileSync(join(folder, 'script.sql'), script)
  const end = 'each' in until ? ['-t', String(until.each)] : ['-T', String(until.seconds)]
  const threads = ['-c', String(clients), '-j', String(Math.min(2, clients))]
  const given = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`])
  const args = [
    '-n',
    ...threads,
    ...end,
    ...given,
    '-f',
    'script.sql',
    '-l',
    '--log-prefix=times',
    url,
  ]
  try {
    const { stdout } = await promisify(execFile)(path, args, { cwd: folder, maxBuffer: 1e8 })
    const rate = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1])
    if (!(rate > 0)) throw new Error(`pgbench told no rate:\n${stdout}`)
    const latenciesMs = timesIn(folder)
    return { seconds: latenciesMs.length / rate, latenciesMs }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The third column is microseconds. */
function timesIn(folder: string): readonly number[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('times'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => Number(line.split(' ')[2]) / 1000)
}
