import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Protocol } from '@afterglow/engine'
import { done, type Outcome } from './outcome.ts'
import type { Part } from './protocol-parts.ts'

/** Beside the installed packages: whoever can write there can change the program itself. */
const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/afterglow/', import.meta.url))
/** What reads and checks a protocol: another reader may read it differently. */
const READERS = [
  fileURLToPath(new URL('.', import.meta.resolve('@afterglow/engine'))),
  fileURLToPath(new URL('.', import.meta.url)),
]
const KEPT = 8

/**
 * The protocol of these very files, checked in an earlier run: reading and checking takes longer than everything else.
 * The name is the hash of every file's text and of every source file that reads it, so another text or another reader
 * is another name. Without a place to keep it, it is read anew.
 */
export function cachedProtocol(
  parts: readonly Part[],
  read: () => Outcome<Protocol>,
): Outcome<Protocol> {
  const name = `${hashOf(parts)}.json`
  const kept = keptProtocol(name)
  if (kept) return done(kept)
  const fresh = read()
  if (fresh.ok) keep(name, fresh.value)
  return fresh
}

function hashOf(parts: readonly Part[]): string {
  const hash = createHash('sha256')
  for (const folder of READERS) {
    for (const file of readdirSync(folder).sort()) {
      if (/(?<!\.test)\.ts$/.test(file)) hash.update(file).update(readFileSync(folder + file))
    }
  }
  for (const { at, text } of parts) hash.update(JSON.stringify([at, text]))
  return hash.digest('hex')
}

function keptProtocol(name: string): Protocol | undefined {
  try {
    // Written by `keep` from a checked protocol, under a name that nothing else hashes to.
    return JSON.parse(readFileSync(FOLDER + name, 'utf8')) as Protocol
  } catch {
    return undefined
  }
}

/** Written aside and then renamed: another run sees all of it or nothing. */
function keep(name: string, protocol: Protocol): void {
  try {
    mkdirSync(FOLDER, { recursive: true })
    const old = readdirSync(FOLDER)
    if (old.length >= KEPT) for (const one of old) rmSync(FOLDER + one, { force: true })
    const aside = `${FOLDER}${name}.${process.pid}`
    writeFileSync(aside, JSON.stringify(protocol))
    renameSync(aside, FOLDER + name)
  } catch {
    // A checkout that cannot be written to works all the same, only slower.
  }
}
