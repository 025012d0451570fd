/** `npm start`: opens the database, brings it up to date, serves the app and the API, sends reminders. The only clock. */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Logger, pino } from 'pino'
import { readConfig } from './config.ts'
import { addDemo, demoBar } from './demo.ts'
import type { Deps } from './deps.ts'
import { greeting, mailWarning } from './greeting.ts'
import { openServer, type World } from './open-server.ts'
import { readArguments } from './server-arguments.ts'
import { databaseFault, listenFault, unlessFault } from './start-fault.ts'
import { startServer } from './start-server.ts'

const DIST = fileURLToPath(new URL('../../web/dist/', import.meta.url))
const LEVEL_IN_A_TERMINAL = 'warn'

async function main(): Promise<number | null> {
  const given = readArguments(process.argv.slice(2))
  if (!given.ok) return refuse(given.issues)
  const config = readConfig(process.env)
  if (!config.ok) return refuse(config.issues)
  const log = createLog(config.value.AFTERGLOW_LOG)
  const reached = await unlessFault(openServer(config.value, { ...WORLD, log }), databaseFault)
  if (!reached.ok) return refuse(reached.issues)
  const opened = reached.value
  if (!opened.ok) return refuse(opened.issues)
  const { deps, close } = opened.value
  const barred = given.value.demo ? await demoBar(deps) : []
  if (barred.length > 0) {
    await close()
    return refuse(barred)
  }
  const running = await unlessFault(startServer(deps, existsSync(DIST) ? DIST : null), listenFault)
  if (!running.ok) return refuse(running.issues)
  endOnSignal(async () => {
    await running.value.stop()
    await close()
  })
  say(`Listening on port ${running.value.port}`)
  warn(deps)
  say(await greeting(deps, given.value.demo ? await addDemo(deps) : null))
  return null
}

const WORLD: Omit<World, 'log'> = {
  now: () => Date.now(),
  randomBytes: (count) => randomBytes(count),
  createId: () => randomUUID(),
  fetch: globalThis.fetch,
}

/** Whoever reads only the log learns of it there; a person in a terminal reads it once, in words. */
function warn(deps: Deps): void {
  if (process.stdout.isTTY) return
  for (const warning of mailWarning(deps)) deps.log.warn(warning)
}

/** A second signal does not wait. */
function endOnSignal(stop: () => Promise<void>): void {
  const end = (): void => {
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

/** For people in a terminal only what they should see; for a service everything, as lines of JSON. */
function createLog(level: string): Logger {
  const chosen = process.stdout.isTTY && level === 'info' ? LEVEL_IN_A_TERMINAL : level
  return pino(
    { level: chosen, redact: ['*.token', '*.password', '*.email', '*.phone', '*.detail'] },
    pino.destination(2),
  )
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function refuse(
  issues: readonly { readonly expression: string; readonly diagnostics: string }[],
): number {
  for (const { expression, diagnostics } of issues)
    process.stderr.write(`${expression}: ${diagnostics}\n`)
  return 2
}

/** Runs until a signal ends it; exit code 2 where it cannot start as it was told to. */
export async function runProcess(): Promise<void> {
  const code = await main()
  if (code !== null) process.exit(code)
}
