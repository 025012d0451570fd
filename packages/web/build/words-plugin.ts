import type { Plugin } from 'vite'
import { compiledMessages, messagesOf } from './catalog.ts'

/**
 * Compiles the interface's words while building, so that no parser of messages goes to the phone: the English ones where
 * they stand in the code (`i18n._({ id, message })`), every other language as one module from its .po file.
 */
export function wordsPlugin(): Plugin {
  return {
    name: 'afterglow-words',
    enforce: 'post',
    async load(id) {
      const [file = ''] = id.split('?')
      if (!file.endsWith('.po')) return undefined
      this.addWatchFile(file)
      return {
        code: `export const MESSAGES = ${JSON.stringify(await messagesOf(file))}`,
        moduleType: 'js',
      }
    },
    transform: {
      filter: { id: /packages\/web\/src\/.*\.tsx?$/ },
      handler(code) {
        const spots = messagesIn(this.parse(code))
        return spots.length === 0 ? undefined : { code: compiledInto(code, spots), map: null }
      },
    },
  }
}

/** The text of a message in the code, and where it stands. */
interface Spot {
  readonly start: number
  readonly end: number
  readonly message: string
}

/** Any node of a syntax tree in ESTree's form. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** Every literal `message` beside a literal `id` in one object. */
function messagesIn(root: unknown): readonly Spot[] {
  const found: Spot[] = []
  walk(root, (node) => {
    const message = literalOf(node, 'message')
    if (message && literalOf(node, 'id')) found.push(message)
  })
  return found.toSorted((a, b) => a.start - b.start)
}

function literalOf({ type, properties }: Node, name: string): Spot | undefined {
  if (type !== 'ObjectExpression') return undefined
  for (const property of nodesIn(properties)) {
    const [[key], [value]] = [nodesIn([property['key']]), nodesIn([property['value']])]
    const text = value?.type === 'Literal' ? value['value'] : undefined
    if (value && key?.['name'] === name && typeof text === 'string')
      return { start: value.start, end: value.end, message: text }
  }
  return undefined
}

function nodesIn(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit)
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) visit(value)
    for (const one of Object.values(value)) walk(one, visit)
  }
}

function compiledInto(code: string, spots: readonly Spot[]): string {
  const messages = Object.fromEntries(spots.map(({ message }, k) => [`m${k}`, message]))
  const compiled = compiledMessages('en', messages)
  const parts = spots.map(({ end }, k) => {
    const text = JSON.stringify(compiled[`m${k}`])
    return text + code.slice(end, spots[k + 1]?.start)
  })
  return code.slice(0, spots[0]?.start) + parts.join('')
}
