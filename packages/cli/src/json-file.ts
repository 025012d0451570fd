import type { Issue } from '@afterglow/engine'
import { done, lineOf, type LocatedIssue, type Outcome, parseJson, pathOf } from '@afterglow/ledger'
import type { Io } from './io.ts'
import { fileText, streamText } from './given-text.ts'

/** A JSON text as it was given, with the name that messages call it by. */
export interface JsonFile {
  readonly name: string
  readonly text: string
  readonly value: unknown
}

/** Reads a JSON file; `-` is stdin. */
export async function readJsonFile(path: string, io: Io): Promise<Outcome<JsonFile>> {
  const name = path === '-' ? 'stdin' : path
  const read = path === '-' ? await streamText(io.stdin) : fileText(path)
  if (!read.ok) return { ok: false, issues: read.issues.map((one) => ({ ...one, file: name })) }
  const parsed = parseJson(read.value)
  return parsed.ok
    ? done({ name, text: read.value, value: parsed.value })
    : { ok: false, issues: parsed.issues.map((issue) => ({ ...issue, file: name })) }
}

/** Issues of a file's content in order of its lines. */
export function inFile(file: JsonFile, issues: readonly Issue[]): readonly LocatedIssue[] {
  return issues
    .map((issue) => ({
      ...issue,
      file: file.name,
      line: lineOf(file.text, pathOf(issue.expression)),
    }))
    .toSorted((a, b) => a.line - b.line)
}
