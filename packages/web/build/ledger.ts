import { readFileSync } from 'node:fs'
import { createPlanner, type Protocol } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { LOCALES } from '../src/words/locale.ts'
import type { EmergencyNumber } from '../src/data/emergency-number.ts'

/** What the app fetches beside its script: the rules, and the words in each language in two halves. */
export interface DataFile {
  readonly name: string
  readonly content: string
}

/** The texts that Today and the answers need; the rest comes with the first other screen. */
const FIRST_TEXTS =
  /^(subject|why|condition|sign|disposition|care-card|safety-net|expectation|task)\./

export function readProtocols(): readonly Protocol[] {
  const read = readLedgers(undefined, { cache: true })
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.diagnostics).join('\n'))
  return read.value.map(({ protocol }) => protocol)
}

/** `ledger`, then `texts.en.first` and `texts.en.rest` for every language that the ledger has. */
export function dataFiles(protocols: readonly Protocol[]): readonly DataFile[] {
  const { versions } = createPlanner(protocols)
  const ledger = protocols.map((one, k) => ({
    ...forDevice({ ...one, texts: {}, leftOut: [] }),
    // Of the whole protocol, so that a plan made here and one made from the folder name the same.
    hash: versions[k]?.hash,
  }))
  return [
    { name: 'ledger', content: JSON.stringify(ledger) },
    ...LOCALES.flatMap((locale) => textFiles(protocols, locale)),
    { name: 'emergency-numbers', content: JSON.stringify(emergencyNumbers()) },
    { name: 'subject-names', content: JSON.stringify(subjectNames(protocols)) },
  ]
}

/** The numbers without their sources, which stay in the repository. */
export function emergencyNumbers(): readonly EmergencyNumber[] {
  const file = new URL('../src/data/emergency-numbers.json', import.meta.url)
  // Our own file, in the form that `EmergencyNumber` names.
  const numbers = JSON.parse(readFileSync(file, 'utf8')) as readonly EmergencyNumber[]
  return numbers.map(({ country, emergency, ambulance }) => ({
    country,
    emergency,
    ...(ambulance !== undefined && { ambulance }),
  }))
}

function textFiles(protocols: readonly Protocol[], locale: string): readonly DataFile[] {
  const texts = textsIn(protocols, locale)
  if (texts.length === 0) return []
  const half = (isFirst: boolean) =>
    JSON.stringify(Object.fromEntries(texts.filter(([key]) => FIRST_TEXTS.test(key) === isFirst)))
  return [
    { name: `texts.${locale}.first`, content: half(true) },
    { name: `texts.${locale}.rest`, content: half(false) },
  ]
}

/** What every subject is called in each language: people ask in one and read in another. */
export function subjectNames(
  protocols: readonly Protocol[],
): Readonly<Record<string, readonly string[]>> {
  const texts = LOCALES.map((locale) => new Map(textsIn(protocols, locale)))
  const codes = protocols.flatMap((one) => one.subjects.map(({ subject }) => subject))
  return Object.fromEntries(
    codes.map((code) => [code, texts.flatMap((one) => one.get(`subject.${code}`) ?? [])]),
  )
}

/** Of two protocols with one key the first has the word, as everywhere. */
export function textsIn(
  protocols: readonly Protocol[],
  locale: string,
): readonly (readonly [string, string])[] {
  const entries = protocols.flatMap((one) => Object.entries(one.texts[locale] ?? {}))
  return [...new Map(entries.toReversed())]
}

/** Without what only authors read. */
function forDevice(record: object): object {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key]) => !AUTHORS_KEYS.has(key))
      .map(([key, one]) => [key, valueForDevice(one)]),
  )
}

function valueForDevice(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(valueForDevice)
  return typeof value === 'object' && value !== null ? forDevice(value) : value
}

const AUTHORS_KEYS: ReadonlySet<string> = new Set(['note', 'locator', 'facts'])
