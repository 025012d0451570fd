/**
 * What the built app's first screen fetches as script, gzipped, against its budget: the entry and everything that it
 * imports statically. Fails over the budget, and where the schema library has slipped in. Run after `npm run build:web`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const DIST = join(import.meta.dirname, '../dist')
const BUDGET_BYTES = 60 * 1024
/** What reads people's words, and what reads labels: each comes when somebody asks for it. */
const LANGUAGE = ['ask-language', 'label-language'] as const
const LANGUAGE_BUDGET_BYTES = 60 * 1024

const page = readFileSync(join(DIST, 'index.html'), 'utf8')
const [, boot = ''] = /<script[^>]* src="\.\/([^"]+\.js)"/.exec(page) ?? []
const [, entry = ''] = /<link[^>]* id="first-script"[^>]* href="\.\/([^"]+\.js)"/.exec(page) ?? []
const initial = withImports(entry, withImports(boot))
const initialBytes = initial.reduce((sum, file) => sum + report(file), 0)

console.log('\nlater, as needed')
for (const name of readdirSync(join(DIST, 'assets')).toSorted()) {
  const file = `assets/${name}`
  if (/\.(js|css|json)$/.test(name) && !initial.includes(file)) report(file)
}

const hasSchemas = initial.some((file) => /ZodType|\$ZodCheck/.test(read(file)))
if (hasSchemas) console.log('\nthe schema library is in the first script')
console.log(`\nfirst script ${initialBytes} bytes of ${BUDGET_BYTES}`)
const language = LANGUAGE.map(languageBytes)
console.log(`both ${language.reduce((sum, bytes) => sum + bytes, 0)} bytes, for who uses both`)
const isTooMuchLanguage = language.some((bytes) => bytes === 0 || bytes > LANGUAGE_BUDGET_BYTES)
process.exitCode = !isTooMuchLanguage && initialBytes <= BUDGET_BYTES && !hasSchemas ? 0 : 1

/** What a part of the language package fetches beside the first script; 0 where there is no such part. */
function languageBytes(part: string): number {
  const file = readdirSync(join(DIST, 'assets')).find((name) => name.startsWith(`${part}-`))
  if (file === undefined) return 0
  const fetched = withImports(`assets/${file}`, initial).filter((one) => !initial.includes(one))
  const bytes = fetched.reduce((sum, one) => sum + gzipped(one), 0)
  console.log(`${part} ${bytes} bytes of ${LANGUAGE_BUDGET_BYTES}: ${fetched.join(', ')}`)
  return bytes
}

function withImports(file: string, seen: readonly string[] = []): readonly string[] {
  if (seen.includes(file)) return seen
  const imported = [
    ...read(file).matchAll(/(?:^|[;}])import(?:[^"'();]*from)?\s*["']\.\/([^"']+)["']/gm),
  ]
  return imported.reduce<readonly string[]>(
    (files, [, name = '']) => withImports(`assets/${name}`, files),
    [...seen, file],
  )
}

function read(file: string): string {
  return readFileSync(join(DIST, file), 'utf8')
}

function report(file: string): number {
  const bytes = gzipped(file)
  console.log(`${file.padEnd(44)} ${String(bytes).padStart(7)} bytes gzipped`)
  return bytes
}

function gzipped(file: string): number {
  return gzipSync(read(file), { level: 9 }).length
}
