import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLedgers } from '@afterglow/ledger'
import { getFormat } from '@lingui/cli/api'
import ts from 'typescript'
import { list, walk } from '../modules.ts'

const ROOT = join(import.meta.dirname, '../..')

/** English is written; the others are translated from it. */
export const TRANSLATIONS = ['es', 'ar', 'ur'] as const

export type Locale = 'en' | (typeof TRANSLATIONS)[number]
export type Texts = Readonly<Record<string, string>>

/** Every text of the ledgers for patients, by key; empty where a language has no file. */
export function ledgerTexts(locale: Locale): Texts {
  const read = readLedgers(undefined, { cache: false })
  if (!read.ok) throw new Error(read.issues.map(({ diagnostics }) => diagnostics).join('\n'))
  const texts = read.value.flatMap(({ protocol }) => Object.entries(protocol.texts[locale] ?? {}))
  return Object.fromEntries(texts)
}

/** The patient's app and the clinic's console, which staff read: each has catalogs of its own. */
export const INTERFACES = ['app', 'console'] as const
type Interface = (typeof INTERFACES)[number]

const CATALOGS: Readonly<Record<Interface, string>> = {
  app: 'packages/web/src/locales',
  console: 'packages/web/src/clinic/locales',
}
const CONSOLE = 'packages/web/src/clinic/'

/** Every message of one of them in English, by id, from where it stands in the code. */
export function interfaceTexts(which: Interface = 'app'): Texts {
  const paths = list('packages/web/{src,build}/**/*.{ts,tsx}').filter(
    (path) => !isTest(path) && path.startsWith(CONSOLE) === (which === 'console'),
  )
  return Object.fromEntries(paths.flatMap(messagesIn))
}

/** What a translation says for each message that it has. */
export async function translatedInterface(
  locale: Locale,
  which: Interface = 'app',
): Promise<Texts> {
  const path = join(ROOT, CATALOGS[which], `${locale}.po`)
  const format = await getFormat('po', {}, 'en')
  const read = (await format.read(path, locale)) ?? {}
  return Object.fromEntries(
    Object.entries(read).flatMap(([id, { translation, obsolete }]) =>
      translation === '' || obsolete ? [] : [[id, translation]],
    ),
  )
}

/** The lines of comment that a ledger's file of texts starts with. */
export function headOf(locale: Locale): string {
  const file = readFileSync(join(ROOT, `protocols/microneedling/text.${locale}.yaml`), 'utf8')
  return file.slice(0, file.search(/^[^#\n]/m))
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.endsWith('.test.tsx')
}

/** `{ id: 'today.title', message: 'Today' }`: a literal message beside a literal id in one object. */
function messagesIn(path: string): readonly (readonly [string, string])[] {
  const found: [string, string][] = []
  const text = readFileSync(join(ROOT, path), 'utf8')
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  walk(source, (node) => {
    if (!ts.isObjectLiteralExpression(node)) return
    const [id, message] = [literal(node, 'id'), literal(node, 'message')]
    if (id !== undefined && message !== undefined) found.push([id, message])
  })
  return found
}

function literal(node: ts.ObjectLiteralExpression, name: string): string | undefined {
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property)) continue
    if (!ts.isIdentifier(property.name) || property.name.text !== name) continue
    if (ts.isStringLiteralLike(property.initializer)) return property.initializer.text
  }
  return undefined
}
