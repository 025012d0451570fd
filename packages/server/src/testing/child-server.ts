import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The server as it is run, in a process of its own that a test may kill. */
export interface ChildServer {
  /** `http://localhost:PORT` */
  readonly url: string
  /** The token of the set-up link that it prints on an empty database. */
  readonly setupToken: () => Promise<string>
  /** What was written to the log. */
  readonly log: () => string
  /** As a power cut: nothing is told, nothing is written out. */
  readonly kill: () => Promise<void>
  /** As a service manager ends it; the exit code. */
  readonly stop: () => Promise<number | null>
}

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

/** Starts it with these settings alone and waits until it answers. */
export async function startChildServer(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<ChildServer> {
  const { PATH = '', HOME = '', TZ = 'UTC' } = process.env
  const env = { PATH, HOME, TZ, PORT: '0', ...environment }
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text))
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const port = await heard(
    child,
    () => /^Listening on port (\d+)/m.exec(said)?.[1] ?? null,
    () => log,
  )
  const url = `http://localhost:${port}`
  const setupToken = () =>
    heard(
      child,
      () => /#\/set-up\/(\S+)/.exec(said)?.[1] ?? null,
      () => log,
    )
  return { url, setupToken, log: () => log, ...endings(child) }
}

function endings(child: ChildProcess): Pick<ChildServer, 'kill' | 'stop'> {
  const exited = once(child, 'exit')
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal)
    await exited
    return child.exitCode
  }
  return {
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** What `find` sees in the output, as soon as it does; the process may end before. */
async function heard(
  child: ChildProcess,
  find: () => string | null,
  log: () => string,
): Promise<string> {
  for (;;) {
    const found = find()
    if (found !== null) return found
    if (child.exitCode !== null) throw new Error(`the server ended before it answered:\n${log()}`)
    await new Promise((next) => setTimeout(next, 10))
  }
}
