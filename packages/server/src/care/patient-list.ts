import { errorAt, type Issue } from '@afterglow/engine'
import type { z } from '@hono/zod-openapi'
import type { Identity } from '../store/patient-record.ts'
import type { CsvRow } from './read-csv.ts'

/** A patient of a list, with the line that they stand in. */
export interface ListedPatient {
  readonly line: number
  readonly identity: Identity
  readonly zone: string | undefined
  readonly locale: string | undefined
}

export interface PatientList {
  readonly patients: readonly ListedPatient[]
  /** Each with its line and its column. */
  readonly issues: readonly Issue[]
}

const COLUMNS = ['name', 'email', 'phone', 'reference', 'locale', 'zone'] as const

/** What a line may hold, as the routes read a patient. */
export type LineForm = z.ZodType<
  Identity & { readonly zone?: string | undefined; readonly locale?: string | undefined }
>

/** Reads the lines of a list under its first, which names the columns; every line that is wrong is told. */
export function readPatientList(rows: readonly CsvRow[], form: LineForm): PatientList {
  const [head, ...lines] = rows
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const issues = headIssues(columns)
  if (issues.length > 0) return { patients: [], issues }
  const read = lines.map((row) => readLine(row, columns, form))
  return {
    patients: read.flatMap((one) => ('patient' in one ? [one.patient] : [])),
    issues: read.flatMap((one) => ('issues' in one ? one.issues : [])),
  }
}

function headIssues(columns: readonly string[]): readonly Issue[] {
  const known: readonly string[] = COLUMNS
  const strange = columns.filter((one, k) => !known.includes(one) || columns.indexOf(one) !== k)
  const accepted = `accepted once each are ${COLUMNS.join(', ')}`
  return [
    ...strange.map((one) => errorAt('line 1', 'structure', `column "${one}": ${accepted}`)),
    ...(columns.includes('name') ? [] : [errorAt('line 1', 'required', 'has no column name')]),
  ]
}

type ReadLine = { readonly patient: ListedPatient } | { readonly issues: readonly Issue[] }

function readLine({ line, cells }: CsvRow, columns: readonly string[], form: LineForm): ReadLine {
  if (cells.length !== columns.length) {
    const found = `has ${cells.length} values, and the first line ${columns.length}`
    return { issues: [errorAt(`line ${line}`, 'structure', found)] }
  }
  const told = columns.map((column, k) => [column, cells[k]?.trim() ?? ''] as const)
  const read = form.safeParse(Object.fromEntries(told.filter(([, cell]) => cell !== '')))
  if (!read.success) return { issues: read.error.issues.map((issue) => issueAt(line, issue)) }
  const { zone, locale, ...identity } = read.data
  return { patient: { line, identity, zone, locale } }
}

function issueAt(
  line: number,
  { path, message, code }: { path: PropertyKey[]; message: string; code: string },
): Issue {
  const column = String(path[0] ?? '')
  const missing = code === 'invalid_type'
  const place = `line ${line}, column ${column}`
  return errorAt(place, missing ? 'required' : 'value', missing ? 'is missing' : message)
}
