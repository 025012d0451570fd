import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSession, type Session } from '@afterglow/engine'

/** One patient's story: the words a clinician reads, the tables worked out by hand, and the session they are about. */
export interface Story {
  readonly name: string
  readonly session: Session
  readonly tables: readonly Table[]
}

export interface Table {
  readonly kind: TableKind
  readonly rows: readonly Row[]
}

/** One line of a table, by column. */
export type Row = Readonly<Record<string, string>>

/** The columns of each kind of table, in order. */
const COLUMNS = {
  verdict: ['asked at (local)', 'subject', 'answer', 'opens or changes (local)', 'because'],
  triage: ['asked at (local)', 'signs', 'who to contact', 'because'],
  series: ['asked at (local)', 'sessions', 'dates', 'upkeep', 'because'],
  plan: ['asked at (local)', 'part of the plan', 'what it says', 'because'],
} as const
type TableKind = keyof typeof COLUMNS

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

/** Every folder beside this file, in order of its name. */
export function readStories(): readonly Story[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readStory(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function readStory(name: string): Story {
  const file = (part: string) => {
    const path = join(FOLDER, name, part)
    if (!existsSync(path)) throw new Error(`${name} has no ${part}`)
    return readFileSync(path, 'utf8')
  }
  const session = parseSession(JSON.parse(file('session.json')))
  if (!session.ok) throw new Error(`${name}: ${JSON.stringify(session.issues)}`)
  return { name, session: session.value, tables: parseTables(name, file('story.md')) }
}

/** The tables of a story. None, an empty one, a column that no table has or a line that does not fit is an error. */
export function parseTables(name: string, text: string): readonly Table[] {
  const blocks = text.split(/\n(?!\|)/).map((block) => block.trim().split('\n'))
  const tables = blocks
    .map((lines) => lines.filter((line) => line.startsWith('|')).map(cellsOf))
    .filter((lines) => lines.length > 0)
    .map(([header = [], , ...lines]) => parseTable(name, header, lines))
  if (tables.length === 0) throw new Error(`${name} has no table`)
  return tables
}

function parseTable(
  name: string,
  header: readonly string[],
  lines: readonly (readonly string[])[],
): Table {
  const kind = kindOf(name, header)
  if (lines.length === 0) throw new Error(`${name} has an empty table`)
  const rows = lines.map((line) => {
    if (line.length !== header.length)
      throw new Error(`${name}: ${line.length} cells in "${line.join(' | ')}"`)
    return Object.fromEntries(header.map((column, k) => [column, line[k] ?? '']))
  })
  return { kind, rows }
}

function kindOf(name: string, header: readonly string[]): TableKind {
  // The keys of a constant are its own.
  const kinds = Object.keys(COLUMNS) as TableKind[]
  const kind = kinds.find((one) => COLUMNS[one].join() === header.join())
  if (kind === undefined) throw new Error(`${name}: no table has the columns ${header.join(' | ')}`)
  return kind
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}
