import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Issue, Result } from '@afterglow/engine'
import { KEY_BYTES, type KeyRing, type RandomBytes } from './key-ring.ts'

/** The keys of the installation, kept in a file apart from the database and its backups. */
export interface MasterKeys extends KeyRing {
  readonly kind: 'master'
}

const KEY_NAME = /^[a-z0-9-]{1,32}$/
/** Random bytes have some 30; fewer is a placeholder somebody typed. */
const DIFFERENT_BYTES_AT_LEAST = 12

/**
 * Reads `{ "current": "k1", "keys": { "k1": base64 of 32 bytes } }`. Issue codes: structure, required, value, duplicate,
 * not-found. No issue repeats anything of the text: names and keys may have changed places.
 */
export function parseMasterKeys(text: string, randomBytes: RandomBytes): Result<MasterKeys> {
  const file = recordOf(parsedJson(text))
  const texts = recordOf(file?.['keys'])
  if (file === undefined || texts === undefined) return { ok: false, issues: [NO_KEY_FILE] }
  const keys = new Map<string, KeyObject>()
  const issues = Object.keys(file)
    .filter((name) => name !== 'current' && name !== 'keys')
    .map(
      (): Issue => issue('', 'structure', 'only "current" and "keys" are known: remove the rest'),
    )
  for (const [index, [name, value]] of Object.entries(texts).entries()) {
    const bytes = keyBytes(value)
    if (bytes !== undefined) keys.set(name, createSecretKey(bytes))
    issues.push(...keyIssues(name, bytes, `keys[${index}]`))
  }
  issues.push(...ringIssues(file['current'], keys))
  const current = file['current']
  if (issues.length > 0 || typeof current !== 'string') return { ok: false, issues }
  return { ok: true, value: { kind: 'master', current, keys, randomBytes } }
}

export function createMasterKeys(randomBytes: RandomBytes): MasterKeys {
  return {
    kind: 'master',
    current: 'k1',
    keys: new Map([['k1', newKey(randomBytes)]]),
    randomBytes,
  }
}

/** One key more, which is current from now on; the old ones go on opening until everything is sealed anew. */
export function rotatedMasterKeys(masterKeys: MasterKeys): MasterKeys {
  const numbers = [...masterKeys.keys.keys()].map((name) =>
    Number(/^k(\d{1,9})$/.exec(name)?.[1] ?? 0),
  )
  const current = `k${Math.max(...numbers) + 1}`
  const key = newKey(masterKeys.randomBytes)
  return { ...masterKeys, current, keys: new Map([...masterKeys.keys, [current, key]]) }
}

/** The text of the key file. The only place where keys leave the process: write it with mode 0600. */
export function masterKeysText({ current, keys }: MasterKeys): string {
  const texts: Readonly<Record<string, string>> = Object.fromEntries(
    [...keys].map(([name, key]) => [name, key.export().toString('base64')]),
  )
  return `${JSON.stringify({ current, keys: texts }, null, 2)}\n`
}

function newKey(randomBytes: RandomBytes): KeyObject {
  const bytes = randomBytes(KEY_BYTES)
  if (bytes.length !== KEY_BYTES) throw new Error('a key of another length')
  return createSecretKey(bytes)
}

/** The parser's own message would repeat a part of the text. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  // Any object that is no list is a record of unknown values.
  return value as Readonly<Record<string, unknown>>
}

/** Node reads any text as base64; only what it would write itself is taken. */
function keyBytes(value: unknown): Buffer | undefined {
  if (typeof value !== 'string') return undefined
  const bytes = Buffer.from(value, 'base64')
  return bytes.length === KEY_BYTES && bytes.toString('base64') === value ? bytes : undefined
}

function keyIssues(name: string, bytes: Buffer | undefined, at: string): readonly Issue[] {
  if (!KEY_NAME.test(name))
    return [issue(at, 'value', 'a key is named by at most 32 of a-z, 0-9 and "-"')]
  if (bytes === undefined) return [issue(at, 'value', 'a key is the base64 of 32 bytes')]
  if (new Set(bytes).size < DIFFERENT_BYTES_AT_LEAST)
    return [issue(at, 'value', 'this is no random key: make one')]
  return []
}

function ringIssues(current: unknown, keys: ReadonlyMap<string, KeyObject>): readonly Issue[] {
  const all = [...keys.values()]
  const same = all.some((key, k) => all.slice(k + 1).some((other) => key.equals(other)))
  return [
    ...(same ? [issue('keys', 'duplicate', 'two names for one key: make another')] : []),
    ...(current === undefined ? [issue('current', 'required', 'is missing: name a key')] : []),
    ...(current !== undefined && !(typeof current === 'string' && keys.has(current))
      ? [issue('current', 'not-found', 'names no key that is there')]
      : []),
  ]
}

function issue(expression: string, code: Issue['code'], diagnostics: string): Issue {
  return { severity: 'error', code, diagnostics, expression }
}

const NO_KEY_FILE = issue(
  '',
  'structure',
  'no key file: {"current": "k1", "keys": {"k1": "<base64 of 32 bytes>"}} is expected',
)
