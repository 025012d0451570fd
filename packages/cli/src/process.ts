import { clackAsker } from './clack-asker.ts'
import type { Io } from './io.ts'
import { run } from './run.ts'
import { timeForm } from './time-words.ts'

function now(): number {
  return Date.now()
}

/** The process's own stdin, clock and terminal: the only place that reads them. */
function processIo(): Io {
  const { stdin, stdout, stderr } = process
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const readTime = (text: string) => timeForm(text, { zone, now: now() })
  return {
    stdin,
    write,
    complain: (text) => void stderr.write(text),
    now,
    environment: process.env,
    zone,
    columns: stdout.isTTY ? stdout.columns : pipedColumns(process.env['COLUMNS']),
    colour: wantsColour(),
    asker: stdin.isTTY && stdout.isTTY ? clackAsker(readTime) : undefined,
  }
}

const PIPED_COLUMNS = 100

/** What COLUMNS says, as for other programs; else wide enough for a file. */
function pipedColumns(said: string | undefined): number {
  return said !== undefined && /^[1-9]\d{0,3}$/.test(said) ? Number(said) : PIPED_COLUMNS
}

/** Resolves once more may be written, so that a long answer is never held in memory. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

/** NO_COLOR and FORCE_COLOR as everywhere; else where the terminal has it. */
function wantsColour(): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env
  if (no !== undefined && no !== '') return false
  if (force !== undefined) return force !== '0'
  return process.stdout.isTTY && process.stdout.hasColors()
}

/** The system's word for why nothing more can be written; undefined for a mistake of ours. */
function unwritable(error: unknown): string | undefined {
  const isWriting = error instanceof Error && 'syscall' in error && error.syscall === 'write'
  return isWriting && 'code' in error ? String(error.code) : undefined
}

/** Whoever reads us may stop reading, as `head` does: then there is nothing left to do. A full disk is told. */
function stopWriting(code: string): never {
  if (code === 'EPIPE') process.exit(0)
  process.stderr.write(`afterglow: could not write the answer (${code})\n`)
  process.exit(1)
}

/** Runs the command line of this process; its exit code is the answer's. */
export async function runProcess(): Promise<void> {
  process.stdout.on('error', (error) => {
    const code = unwritable(error)
    if (code === undefined) throw error
    stopWriting(code)
  })
  try {
    process.exitCode = await run(process.argv.slice(2), processIo())
  } catch (error) {
    const code = unwritable(error)
    if (code !== undefined) stopWriting(code)
    process.exitCode = 1
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`afterglow: a mistake of ours, please report it: ${said}\n`)
  }
}
