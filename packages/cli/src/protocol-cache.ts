import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { done, type Outcome } from './outcome.ts'
import type { Part } from './protocol-parts.ts'

/** Beside the installed packages: whoever can write there can change the program itself. */
const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/afterglow/', import.meta.url))
/** Counts up when the JSON of the same files would differ. */
const FORM = 1
const KEPT = 8

/**
 * The JSON of these very files, kept from an earlier run: YAML takes longer to read than everything else. The name is
 * the hash of every file's place and text, so another text is another name. Without a place to keep it, it is read anew.
 */
export function cachedJson(
  parts: readonly Part[],
  read: (parts: readonly Part[]) => Outcome<unknown>,
): Outcome<unknown> {
  const name = `${hashOf(parts)}.json`
  const kept = keptJson(name)
  if (kept !== undefined) return done(kept)
  const fresh = read(parts)
  if (fresh.ok) keep(name, fresh.value)
  return fresh
}

function hashOf(parts: readonly Part[]): string {
  const hash = createHash('sha256').update(`${FORM}\n`)
  for (const { at, text } of parts) hash.update(JSON.stringify([at, text]))
  return hash.digest('hex')
}

function keptJson(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))
  } catch {
    return undefined
  }
}

/** Written aside and then renamed: another run sees all of it or nothing. */
function keep(name: string, value: unknown): void {
  try {
    mkdirSync(FOLDER, { recursive: true })
    const old = readdirSync(FOLDER)
    if (old.length >= KEPT) for (const one of old) rmSync(join(FOLDER, one), { force: true })
    const aside = join(FOLDER, `${name}.${process.pid}`)
    writeFileSync(aside, JSON.stringify(value))
    renameSync(aside, join(FOLDER, name))
  } catch {
    // A checkout that cannot be written to works all the same, only slower.
  }
}
