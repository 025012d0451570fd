import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { done, type LocatedIssue, type Outcome, refuse, trouble } from './outcome.ts'

/** One file of a protocol and where its content stands in the protocol's JSON. */
export interface Part {
  readonly at: readonly (string | number)[]
  readonly file: string
  readonly text: string
}

/** Every part's content, each at its place, as one object; issues where a file is no YAML or says a key twice. */
export function valuesOf(parts: readonly Part[]): Outcome<unknown> {
  const issues: LocatedIssue[] = []
  const root: Record<string, unknown> = {}
  for (const part of parts) {
    const value = valueOf(part)
    if (value.ok) place(root, part.at, value.value)
    else issues.push(...value.issues)
  }
  return issues.length > 0 ? { ok: false, issues } : done(root)
}

function valueOf({ file, text }: Part): Outcome<unknown> {
  try {
    const { document, lines } = documentOf(text)
    const issues = document.errors.map((error) => ({
      ...noYaml(file, error.message),
      line: lines.linePos(error.pos[0]).line,
    }))
    if (issues.length > 0) return { ok: false, issues }
    const alias = firstAlias(document)
    if (alias === undefined) return done(document.toJS({ maxAliasCount: 0 }))
    return refuse({
      ...noYaml(file, 'aliases (*name) are not accepted; write the value out'),
      line: lines.linePos(alias).line,
    })
  } catch (error) {
    // Thousands of lists inside one another: the library runs out of stack.
    return refuse(noYaml(file, error instanceof Error ? error.message : String(error)))
  }
}

function noYaml(file: string, why: string): LocatedIssue {
  return { ...trouble('', 'structure', `is no YAML that can be read: ${firstLine(why)}`), file }
}

/** Where the first alias stands: a reader of the ledger must not have to look a value up elsewhere. */
function firstAlias(document: Read['document']): number | undefined {
  let start: number | undefined
  visit(document, {
    Alias: (_, alias) => {
      start = startOf(alias)
      return visit.BREAK
    },
  })
  return start
}

/** Finds the file and line of a place; `undefined` where no file holds it. */
export type PlaceFinder = (
  expression: string,
) => { readonly file: string; readonly line: number } | undefined

/**
 * Finds places such as `subjects[3].positions[0].window.until`, each file read once; names stand for places in lists
 * too: `subjects.makeup`.
 */
export function createPlaceFinder(parts: readonly Part[]): PlaceFinder {
  const read = new Map<Part, Read>()
  const readPart = (part: Part) => {
    const found = read.get(part) ?? documentOf(part.text)
    read.set(part, found)
    return found
  }
  return (expression) => {
    const path = pathOf(expression)
    const part = partOf(parts, path)
    if (!part) return undefined
    const rest = part.at[0] === 'texts' ? [path.slice(2).join('.')] : path.slice(part.at.length)
    return { file: part.file, line: lineIn(readPart(part), rest) }
  }
}

function partOf(parts: readonly Part[], path: readonly (string | number)[]): Part | undefined {
  return (
    parts.findLast((one) => one.at.length > 0 && one.at.every((key, k) => key === path[k])) ??
    subjectNamed(parts, path) ??
    parts.find((one) => one.at.length === 0)
  )
}

/** The line that the deepest part of a path that exists stands on, counted from 1. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  return lineIn(documentOf(text), path)
}

function lineIn({ document, lines }: Read, path: readonly (string | number)[]): number {
  let node: unknown = document.contents
  let at = 0
  for (const key of path) {
    const next = childOf(node, key)
    if (!next) break
    at = next.start
    node = next.value
  }
  return lines.linePos(at).line
}

/** `procedures[0].needleDepthMm` taken apart. */
export function pathOf(expression: string): readonly (string | number)[] {
  return [...expression.matchAll(/[^.[\]]+/g)].map(([part]) =>
    /^\d+$/.test(part) ? Number(part) : part,
  )
}

type Read = ReturnType<typeof documentOf>

function documentOf(text: string) {
  const lines = new LineCounter()
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines }
}

interface Child {
  readonly start: number
  readonly value: unknown
}

function childOf(node: unknown, key: string | number): Child | undefined {
  if (isSeq(node)) {
    const item =
      typeof key === 'number' ? node.items[key] : node.items.find((one) => isNamed(one, key))
    return item === undefined ? undefined : { start: startOf(item), value: item }
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key))
  return pair ? { start: startOf(pair.key), value: pair.value } : undefined
}

function isNamed(item: unknown, name: string): boolean {
  return isMap(item) && ['id', 'subject', 'fact'].some((key) => item.get(key) === name)
}

function startOf(node: unknown): number {
  // Every node of a parsed document has its range; one made by hand has none and counts as the start.
  return (node as Node | undefined)?.range?.[0] ?? 0
}

/** `subjects.makeup`: the part whose own subject is that. */
function subjectNamed(
  parts: readonly Part[],
  path: readonly (string | number)[],
): Part | undefined {
  if (path[0] !== 'subjects') return parts.find((one) => one.at[0] === path[0])
  return parts.find(
    ({ at, text }) =>
      at[0] === 'subjects' && new RegExp(`^subject: ${path[1]}\\s*$`, 'm').test(text),
  )
}

function place(
  root: Record<string, unknown>,
  at: readonly (string | number)[],
  value: unknown,
): void {
  const [key, inner] = at
  if (typeof key !== 'string') {
    // protocol.yaml is a list of keys; what is no such list is refused by the engine, under its own name.
    Object.assign(root, typeof value === 'object' ? value : { protocol: value })
  } else if (inner === undefined) root[key] = value
  else if (typeof inner === 'number') root[key] = [...listAt(root, key), value]
  else root[key] = { ...recordAt(root, key), [inner]: value }
}

function listAt(root: Record<string, unknown>, key: string): readonly unknown[] {
  const value = root[key]
  return Array.isArray(value) ? value : []
}

function recordAt(root: Record<string, unknown>, key: string): object {
  const value = root[key]
  return typeof value === 'object' && value !== null ? value : {}
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text
}
