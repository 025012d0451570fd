import type { Issue } from '@afterglow/engine'
import type { Io } from './io.ts'
import { fileText, streamText } from './given-text.ts'
import { checkShape } from './json-shape.ts'
import { done, type LocatedIssue, type Outcome, refuse, trouble } from './outcome.ts'
import { lineOf, pathOf } from './protocol-parts.ts'
import { withKeyHint } from './session-keys.ts'

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

/** Parses JSON without repeated keys; the message says what is wrong, and the line where it can be told. */
export function parseJson(text: string): Outcome<unknown> {
  const parsed = parseAnyJson(text)
  const shape = parsed.ok ? checkShape(text) : parsed
  return shape.ok ? parsed : shape
}

function parseAnyJson(text: string): Outcome<unknown> {
  try {
    return done(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const position = /at position (\d+)/.exec(said)?.[1]
    const why = text.trim() === '' ? 'it is empty' : said.replace(/ in JSON at position.*$/, '')
    const line = position === undefined ? [] : [text.slice(0, Number(position)).split('\n').length]
    return refuse({
      ...trouble('', 'structure', `is not JSON: ${why}`),
      ...(line[0] !== undefined && { line: line[0] }),
    })
  }
}

/** Issues of a file's content in order of its lines, each with what was found there. */
export function inFile(file: JsonFile, issues: readonly Issue[]): readonly LocatedIssue[] {
  return issues
    .map((issue) => ({
      ...withKeyHint(withFound(file.value, issue)),
      file: file.name,
      line: lineOf(file.text, pathOf(issue.expression)),
    }))
    .toSorted((a, b) => a.line - b.line)
}

/** `found 15; too large: at most 5`, where the value is one that can be shown. */
export function withFound(root: unknown, issue: Issue): Issue {
  const found = pathOf(issue.expression).reduce<unknown>(childOf, root)
  const isShown = ['string', 'number', 'boolean'].includes(typeof found) || found === null
  const text = JSON.stringify(found)
  if (!isShown || text.length > 80 || saysFound(issue, found)) return issue
  return { ...issue, diagnostics: `found ${text}; ${issue.diagnostics}` }
}

/** Messages that quote what was found need no second telling. */
function saysFound({ diagnostics }: Issue, found: unknown): boolean {
  return typeof found === 'string' && diagnostics.includes(`"${found}"`)
}

function childOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  // Just seen to be an object that has the key.
  return (value as Record<string | number, unknown>)[key]
}
