import { parseInstant } from '@afterglow/engine'
import type { Asker } from './ask.ts'
import { run } from './run.ts'

/** What a run printed, and its exit code. */
export interface Printed {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface World {
  readonly stdin?: string | AsyncIterable<Uint8Array>
  readonly now?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly asker?: Asker
  readonly columns?: number
  readonly colour?: boolean
}

export const NOW = '2026-11-22T11:45:00+04:00'
export const EXAMPLE = 'examples/session.json'

/** Runs a command line as `main` does, with another world around it. */
export async function afterglow(args: readonly string[], world: World = {}): Promise<Printed> {
  let stdout = ''
  let stderr = ''
  const code = await run(args, {
    stdin: typeof world.stdin === 'object' ? world.stdin : chunks(world.stdin ?? ''),
    write: async (text) => void (stdout += text),
    complain: (text) => void (stderr += text),
    now: () => parseInstant(world.now ?? NOW) ?? 0,
    environment: world.environment ?? {},
    zone: 'Asia/Dubai',
    columns: world.columns ?? 100,
    colour: world.colour ?? false,
    asker: world.asker,
  })
  return { code, stdout, stderr }
}

/** The one JSON value that `--json` printed. */
export function jsonOf(printed: Printed): Record<string, unknown> {
  // Every command prints one object or list with --json; tests look at its keys.
  return JSON.parse(printed.stdout) as Record<string, unknown>
}

/** The JSON values that `--jsonl` printed. */
export function linesIn(printed: Printed): readonly Record<string, unknown>[] {
  return printed.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
