import type { Io } from './io.ts'
import { run } from './run.ts'

/** The process's own stdin, clock and terminal: the only place that reads them. */
function processIo(): Io {
  const { stdin, stdout, env } = process
  const colour = env['FORCE_COLOR']
    ? env['FORCE_COLOR'] !== '0'
    : stdout.isTTY && stdout.hasColors()
  return {
    stdin,
    write: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error ? reject(error) : resolve()))
      }),
    complain: (text) => void process.stderr.write(text),
    now: () => Date.now(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    columns: stdout.columns ?? 80,
    colour: colour && !env['NO_COLOR'],
    asker: undefined,
  }
}

process.exitCode = await run(process.argv.slice(2), processIo())
