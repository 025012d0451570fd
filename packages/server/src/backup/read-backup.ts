import { createHash } from 'node:crypto'
import type { Result } from '@afterglow/engine'
import {
  type Footer,
  type Header,
  headerForm,
  lineForm,
  type Part,
  type PhotoLine,
  type Row,
  type TableLine,
  VERSION,
} from './backup-format.ts'
import { refusable, refuse } from './refused.ts'

/** A file that can be read again and again, and what it is called in messages. */
export interface BackupFile {
  readonly name: string
  readonly bytes: () => AsyncIterable<Uint8Array>
}

export type Entry =
  | { readonly kind: 'table'; readonly line: TableLine }
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'photo'; readonly line: PhotoLine }

/** What a whole and undamaged file says of itself. */
export interface Checked {
  readonly header: Header
  readonly tables: readonly TableLine[]
  readonly footer: Footer
}

/** Reads a file to its end before anything is done with it: cut short, changed or of another kind, it is refused. */
export async function checkFile(file: BackupFile, part: Part): Promise<Result<Checked>> {
  return refusable(async () => {
    const tables: TableLine[] = []
    const reading = readFile(file, part)
    for (;;) {
      const next = await reading.next()
      if (next.done) return { ...next.value, tables }
      if (next.value.kind === 'table') tables.push(next.value.line)
    }
  })
}

type Ends = Omit<Checked, 'tables'>

/** The entries of a file in their order. Throws `Refused` where they are not what the footer promises. */
export async function* readFile(file: BackupFile, part: Part): AsyncGenerator<Entry, Ends> {
  const tally = newTally()
  let header: Header | undefined
  let footer: Footer | undefined
  for await (const line of linesOf(file)) {
    if (footer !== undefined) refuse(file.name, 'structure', damaged('goes on after its end'))
    if (header === undefined) {
      header = headerIn(line, file, part)
      tally.line(line)
      continue
    }
    const value = lineIn(line, file)
    if ('end' in value) {
      footer = value
      continue
    }
    tally.line(line)
    const entry = entryOf(value)
    tally.entry(entry)
    yield entry
  }
  if (header === undefined || footer === undefined)
    return refuse(file.name, 'incomplete', damaged('is cut short'))
  if (!tally.is(footer))
    refuse(file.name, 'value', damaged('has been changed since it was written'))
  return { header, footer }
}

function entryOf(value: Exclude<ReturnType<typeof lineIn>, Footer>): Entry {
  if (Array.isArray(value)) return { kind: 'row', row: value }
  return 'photo' in value ? { kind: 'photo', line: value } : { kind: 'table', line: value }
}

/** What the footer is held against. */
function newTally() {
  const hash = createHash('sha256')
  const rows = new Map<string, number>()
  let table = ''
  let photos = 0
  return {
    line: (line: Uint8Array): void => void hash.update(line).update('\n'),
    entry: (entry: Entry): void => {
      if (entry.kind === 'photo') photos += 1
      if (entry.kind === 'row') rows.set(table, (rows.get(table) ?? 0) + 1)
      if (entry.kind !== 'table') return
      table = entry.line.table
      rows.set(table, 0)
    },
    is: (footer: Footer): boolean =>
      footer.sha256 === hash.digest('hex') &&
      footer.photos === photos &&
      JSON.stringify(sorted(footer.rows)) === JSON.stringify(sorted(Object.fromEntries(rows))),
  }
}

function damaged(what: string): string {
  return `is no whole backup: it ${what}. Take another copy of it, or an earlier backup`
}

function sorted(counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))
}

const NEWLINE = 0x0a

function headerIn(line: Uint8Array, { name }: BackupFile, part: Part): Header {
  const read = headerForm.safeParse(jsonIn(line))
  if (!read.success) return refuse(name, 'structure', 'is no backup that Afterglow has written')
  const header = read.data
  if (header.version > VERSION)
    refuse(name, 'not-supported', 'was written by a later release: restore it with that one')
  if (header.part !== part)
    refuse(name, 'value', `holds the ${header.part} of a backup; needed here is its ${part}`)
  return header
}

function lineIn(line: Uint8Array, { name }: BackupFile) {
  const read = lineForm.safeParse(jsonIn(line))
  if (!read.success) return refuse(name, 'structure', damaged('has a line that nobody wrote'))
  return read.data
}

function jsonIn(line: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(line).toString())
  } catch {
    return undefined
  }
}

const LONGEST_LINE = 64 * 1024 * 1024

/** Split at newlines alone: Node's own reader splits at U+2028 as well, which may stand in a text. */
async function* linesOf({ name, bytes }: BackupFile): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes()) {
    const text = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk])
    let start = 0
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE, start)) {
      yield text.subarray(start, end)
      start = end + 1
    }
    rest = text.subarray(start)
    if (rest.length > LONGEST_LINE) refuse(name, 'structure', 'is no backup of Afterglow')
  }
  if (rest.length > 0) refuse(name, 'incomplete', damaged('ends in the middle of a line'))
}
