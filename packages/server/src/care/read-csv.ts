import { errorAt, fail, type Result, succeed } from '@afterglow/engine'

/** One record of a file, with the line that it begins in. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads RFC 4180: values in quotation marks where they need them, a comma or a semicolon between them, as the first line
 * has it. A byte order mark is passed over, empty lines too. Strict: a mark in the wrong place is an issue with its line.
 */
export function readCsv(bytes: Uint8Array): Result<readonly CsvRow[]> {
  const text = decoded(bytes)
  if (text === null) return fail([errorAt('line 1', 'structure', 'is not UTF-8')])
  const separator = separatorOf(text)
  const rows: CsvRow[] = []
  let [at, line] = [0, 1]
  while (at < text.length) {
    const record = readRecord(text, at, separator)
    if (record.fault !== undefined) {
      const place = `line ${line + record.lines}`
      return fail([errorAt(place, 'structure', record.fault)])
    }
    if (record.cells.length > 1 || record.cells[0] !== '') rows.push({ line, cells: record.cells })
    at = record.end
    line += record.lines
  }
  return succeed(rows)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Spreadsheets of half the world write semicolons: their comma is in numbers. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"/g, '')
  return first.includes(';') && !first.includes(',') ? ';' : ','
}

interface ReadRecord {
  readonly cells: readonly string[]
  readonly end: number
  /** Line ends passed over, those in quotation marks included. */
  readonly lines: number
  readonly fault?: string
}

function readRecord(text: string, start: number, separator: string): ReadRecord {
  const cells: string[] = []
  let [at, lines] = [start, 0]
  for (;;) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at, separator)
    if (cell.fault !== undefined) return { cells, end: at, lines, fault: cell.fault }
    cells.push(cell.value)
    lines += cell.value.split(/\r\n|\r|\n/).length - 1
    at = cell.end
    if (text[at] === separator) at++
    else if (at >= text.length || text[at] === '\r' || text[at] === '\n') break
    else return { cells, end: at, lines, fault: 'has something after a quotation mark that closes' }
  }
  const end = text.startsWith('\r\n', at) ? at + 2 : at + 1
  return { cells, end, lines: lines + 1 }
}

interface ReadCell {
  readonly value: string
  readonly end: number
  readonly fault?: string
}

function quoted(text: string, start: number): ReadCell {
  let from = start + 1
  let value = ''
  for (;;) {
    const mark = text.indexOf('"', from)
    if (mark < 0)
      return { value, end: text.length, fault: 'opens a quotation mark and never closes it' }
    value += text.slice(from, mark)
    if (text[mark + 1] !== '"') return { value, end: mark + 1 }
    value += '"'
    from = mark + 2
  }
}

function plain(text: string, start: number, separator: string): ReadCell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n')
    end++
  const value = text.slice(start, end)
  if (value.includes('"'))
    return { value, end, fault: 'has a quotation mark inside a value without them' }
  return { value, end }
}
