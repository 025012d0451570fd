import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type DatabaseKind, openTestServer, type TestServer } from '../testing/harness.ts'

/** What `afterglow` said and how it ended. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const MAIN = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url))

/** A server whose database a command can be run on, in a process of its own, while the server is paused. */
export function openForCommands(kind: DatabaseKind): Promise<TestServer> {
  return openTestServer(kind, {
    onDisk: true,
    environment: { AFTERGLOW_URL: 'https://clinic.example' },
  })
}

/** Runs `afterglow` as people do, on the database and in the folder of a server. */
export async function afterglow(server: TestServer, ...args: readonly string[]): Promise<Ran> {
  const { child, ended } = started(server, args)
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)]
  const code = await ended
  return { code, out: out(), err: err() }
}

/** The same, for a test that does not let it come to its end. */
export function started(
  { deps: { config }, folder }: TestServer,
  args: readonly string[],
): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const { PATH = '', HOME = '', TZ = 'UTC' } = process.env
  const { DATABASE_URL, AFTERGLOW_URL } = config
  const env = {
    PATH,
    HOME,
    TZ,
    AFTERGLOW_DATA: folder,
    ...(AFTERGLOW_URL && { AFTERGLOW_URL }),
    ...(DATABASE_URL && { DATABASE_URL }),
  }
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close').then(() => child.exitCode)
  return { child, ended }
}

function textOf(stream: ChildProcess['stdout']): () => string {
  let text = ''
  stream?.setEncoding('utf8').on('data', (more: string) => (text += more))
  return () => text
}

/** The files of a folder, those that a command left half-written among them. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).sort()
}
