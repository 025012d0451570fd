import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The server as it is run, in a process of its own that a test may kill. */
export interface ChildServer {
  /** `http://localhost:PORT` */
  readonly url: string
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
  const port = await listening(child, () => log)
  const exited = once(child, 'exit')
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal)
    await exited
    return child.exitCode
  }
  return {
    url: `http://localhost:${port}`,
    log: () => log,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

async function listening(child: ChildProcess, log: () => string): Promise<number> {
  if (child.stdout === null) throw new Error('a server without output')
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^Listening on port (\d+)/.exec(line)?.[1]
    if (port !== undefined) {
      child.stdout.resume()
      return Number(port)
    }
  }
  throw new Error(`the server ended before it answered:\n${log()}`)
}
