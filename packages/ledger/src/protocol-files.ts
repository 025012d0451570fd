import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseProtocol, type Protocol } from '@afterglow/engine'
import { withFound } from './json-text.ts'
import { didYouMean } from './nearest.ts'
import { done, type LocatedIssue, type Outcome, refuse, trouble } from './outcome.ts'
import { cachedProtocol } from './protocol-cache.ts'
import { createPlaceFinder, type Part, valuesOf } from './protocol-parts.ts'

/** The checkout's own ledger, from wherever the command is run. */
const HOME = fileURLToPath(new URL('../../../protocols/', import.meta.url))

/** The files of a protocol's folder, and the key that each is in the protocol's JSON. */
const FILES = {
  'readings.yaml': 'readings',
  'course.yaml': 'course',
  'tasks.yaml': 'tasks',
  'series.yaml': 'series',
  'suitability.yaml': 'suitability',
  'preparation.yaml': 'preparation',
  'triage.yaml': 'triage',
  'information.yaml': 'information',
  'left-out.yaml': 'leftOut',
} as const
const TEXT_FILE = /^text\.([a-z]{2})\.yaml$/

/** One protocol as its files have it, and where each of its lines stands. */
export interface Ledger {
  readonly protocol: Protocol
  readonly folder: string
  readonly place: (expression: string) => { readonly file: string; readonly line?: number }
}

/** Whether what was checked before is taken, and who named the folder: issues say so. */
export interface ReadOptions {
  readonly cache: boolean
  readonly flag?: string
}

/** Reads and checks every protocol of a folder, the checkout's own where none is named. */
export function readLedgers(
  folder: string | undefined,
  { cache, flag = '--protocol' }: ReadOptions,
): Outcome<readonly Ledger[]> {
  const found = protocolFolders(folder, flag)
  if (!found.ok) return found
  const read = found.value.map((one) => readLedger(one, cache))
  const ledgers = read.flatMap((one) => (one.ok ? one.value : []))
  const issues = [...read.flatMap((one) => (one.ok ? [] : one.issues)), ...coveredTwice(ledgers)]
  return issues.length > 0 ? { ok: false, issues } : done(ledgers)
}

/** Of two protocols for one procedure and device only the first would ever be followed. */
function coveredTwice(ledgers: readonly Ledger[]): readonly LocatedIssue[] {
  const first = new Map<string, Ledger>()
  return ledgers.flatMap((ledger) =>
    ledger.protocol.covers.flatMap(({ code, device }, k) =>
      device.flatMap((one) => {
        const other = first.get(`${code} ${one}`)
        first.set(`${code} ${one}`, other ?? ledger)
        if (other === undefined || other === ledger) return []
        const text = `"${code}" with the device "${one}" is covered by ${other.place('covers').file} too; one protocol is accepted for each`
        const expression = `covers[${k}]`
        return [{ ...trouble(expression, 'duplicate', text), ...ledger.place(expression) }]
      }),
    ),
  )
}

/** What a device needs to plan: the checked protocol without texts, notes and what only authors read. */
export function loadCompiledProtocol(): unknown {
  const read = readLedgers(undefined, { cache: false })
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.diagnostics).join('\n'))
  // The checkout has at least one protocol: `protocolFolders` refuses a folder without.
  const [{ protocol }] = read.value as readonly [Ledger]
  return withoutNotes({ ...protocol, texts: {}, information: [], leftOut: [] })
}

function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !AUTHORS_KEYS.has(key))
      .map(([key, one]) => [key, withoutNotes(one)]),
  )
}

const AUTHORS_KEYS: ReadonlySet<string> = new Set(['note', 'locator', 'phrase', 'facts'])

/** A folder of protocols beside `sources.yaml`, or one protocol's folder below it. */
interface Found {
  readonly folder: string
  readonly sources: string
}

function protocolFolders(named: string | undefined, flag: string): Outcome<readonly Found[]> {
  const folder = named ?? (relative('', HOME) || '.')
  const shown = named ?? 'protocols'
  if (!existsSync(folder)) return refuse(trouble(flag, 'not-found', `found no folder "${shown}"`))
  if (!isFolder(folder)) {
    const text = `"${shown}" is no folder: accepted is a folder with protocol.yaml, or one above such folders`
    return refuse(trouble(flag, 'value', text))
  }
  if (existsSync(join(folder, 'protocol.yaml'))) {
    const own = join(folder, 'sources.yaml')
    return done([{ folder, sources: existsSync(own) ? own : join(folder, '..', 'sources.yaml') }])
  }
  const below = readdirSync(folder).sort()
  const found = below
    .map((name) => join(folder, name))
    .filter((one) => existsSync(join(one, 'protocol.yaml')))
  if (found.length > 0)
    return done(found.map((one) => ({ folder: one, sources: join(folder, 'sources.yaml') })))
  const text = `"${shown}" holds no protocol: accepted is a folder with protocol.yaml, or one above such folders`
  return refuse(trouble(flag, 'not-found', text))
}

function readLedger({ folder, sources }: Found, cache: boolean): Outcome<Ledger> {
  const listed = listParts(folder, sources)
  if (!listed.ok) return listed
  const parts = listed.value
  const find = createPlaceFinder(parts)
  const place = (expression: string) => find(expression) ?? { file: folder }
  const read = () => checkedProtocol(parts, place)
  const protocol = cache ? cachedProtocol(parts, read) : read()
  return protocol.ok ? done({ protocol: protocol.value, folder, place }) : protocol
}

function checkedProtocol(parts: readonly Part[], place: Ledger['place']): Outcome<Protocol> {
  const input = valuesOf(parts)
  if (!input.ok) return input
  const parsed = parseProtocol(input.value)
  if (parsed.ok) return parsed
  return {
    ok: false,
    issues: parsed.issues.map((issue) => ({
      ...withFound(input.value, issue),
      ...place(issue.expression),
    })),
  }
}

/** The files that make one protocol, each with its text; an issue for each one missing and each one that is none of them. */
function listParts(folder: string, sources: string): Outcome<readonly Part[]> {
  const files: (Omit<Part, 'text'> & { readonly file: string })[] = [
    { at: [], file: join(folder, 'protocol.yaml') },
    { at: ['sources'], file: sources },
    ...Object.entries(FILES).map(([name, key]) => ({ at: [key], file: join(folder, name) })),
    ...yamlIn(join(folder, 'subjects')).map((file, k) => ({ at: ['subjects', k], file })),
    ...yamlIn(folder).flatMap((file) => {
      const locale = TEXT_FILE.exec(nameOf(file))?.[1]
      return locale === undefined ? [] : [{ at: ['texts', locale], file }]
    }),
  ]
  const issues = [
    ...notFolder(join(folder, 'subjects')),
    ...strangers(folder),
    ...files.filter(({ file }) => !existsSync(file)).map(({ file }) => missingFile(file)),
    ...(files.some(({ at }) => at[0] === 'subjects')
      ? []
      : [missingFile(join(folder, 'subjects', '*.yaml'))]),
    ...(files.some(({ at }) => at[0] === 'texts')
      ? []
      : [missingFile(join(folder, 'text.en.yaml'))]),
  ]
  return issues.length > 0 ? { ok: false, issues } : readParts(files)
}

function readParts(files: readonly Omit<Part, 'text'>[]): Outcome<readonly Part[]> {
  const read = files.map(readPart)
  const issues = read.flatMap((one) => (one.ok ? [] : one.issues))
  return issues.length > 0
    ? { ok: false, issues }
    : done(read.flatMap((one) => (one.ok ? one.value : [])))
}

function readPart({ at, file }: Omit<Part, 'text'>): Outcome<Part> {
  if (isFolder(file))
    return refuse({ ...trouble('', 'value', 'is a folder; accepted is a YAML file'), file })
  try {
    return done({ at, file, text: readFileSync(file, 'utf8') })
  } catch {
    return refuse({ ...trouble('', 'not-found', 'cannot be read'), file })
  }
}

function notFolder(path: string): readonly LocatedIssue[] {
  if (!existsSync(path) || isFolder(path)) return []
  return [
    { ...trouble('', 'value', 'is no folder; accepted is a folder of YAML files'), file: path },
  ]
}

/** Whether it is there and a folder. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function missingFile(file: string): LocatedIssue {
  return { ...trouble('', 'required', 'is missing: every protocol has this file'), file }
}

/** A file whose name is mistyped would be rules that nobody reads. */
function strangers(folder: string): readonly LocatedIssue[] {
  const names = ['protocol.yaml', 'sources.yaml', 'text.en.yaml', ...Object.keys(FILES)]
  return yamlIn(folder).flatMap((file) => {
    const name = nameOf(file)
    if (names.includes(name) || TEXT_FILE.test(name)) return []
    const text = `"${name}" is no file of a protocol${didYouMean(name, names)}`
    return [{ ...trouble('', 'not-found', text), file }]
  })
}

function yamlIn(folder: string): readonly string[] {
  if (!isFolder(folder)) return []
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

function nameOf(file: string): string {
  return relative(resolve(file, '..'), resolve(file))
}
