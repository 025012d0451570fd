import type { Issue } from '@afterglow/engine'
import { checkShape } from './json-shape.ts'
import { done, type Outcome, refuse, trouble } from './outcome.ts'
import { pathOf } from './protocol-parts.ts'
import { withKeyHint } from './session-keys.ts'

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

/** Issues of a session's JSON, each with what was found there and what may have been meant. */
export function hinted<T extends Issue>(root: unknown, issues: readonly T[]): readonly T[] {
  return issues.map((issue) => withKeyHint(withFound(root, issue)))
}

/** `found 15; too large: at most 5`, where the value is one that can be shown. */
export function withFound<T extends Issue>(root: unknown, issue: T): T {
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
