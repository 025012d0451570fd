import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  SETTINGS,
} from './codes.ts'
import { KNOWN_SIGNS } from './sign-history.ts'
import type { Session } from './session.ts'

/** A word of a session that is in no list, and the field it stands in. */
export interface UnmappedWord {
  readonly field: string
  readonly word: string
}

type Words = string | readonly string[] | undefined

const PROCEDURE_LISTS = {
  device: new Set<string>(DEVICES),
  setting: new Set<string>(SETTINGS),
  bodySites: new Set<string>(BODY_SITES),
  adjuncts: new Set<string>(ADJUNCTS),
  indications: new Set<string>(INDICATIONS),
} as const
const PATIENT_LISTS = {
  medicines: new Set<string>(MEDICINES),
  history: new Set<string>(HISTORY),
} as const

/** Every word of a session that is in no list. */
export function unmappedWords(session: Session): readonly UnmappedWord[] {
  const found: UnmappedWord[] = []
  session.procedures.forEach((procedure, k) =>
    addUnmapped(found, procedure, { lists: PROCEDURE_LISTS, at: ['procedures', k] }),
  )
  addUnmapped(found, session.patient, { lists: PATIENT_LISTS, at: ['patient'] })
  session.events.forEach((event, k) => {
    if (event.type !== 'check-in') return
    const told = { signs: event.signs.map((sign) => sign.code), settled: event.settled }
    addUnmapped(found, told, { lists: SIGN_LISTS, at: ['events', k] })
  })
  return found
}

const SIGN_LISTS = { signs: KNOWN_SIGNS, settled: KNOWN_SIGNS } as const

function addUnmapped<Key extends string>(
  found: UnmappedWord[],
  told: Partial<Readonly<Record<NoInfer<Key>, Words>>>,
  {
    lists,
    at,
  }: {
    readonly lists: Readonly<Record<Key, ReadonlySet<string>>>
    readonly at: readonly [string, number?]
  },
): void {
  for (const key in lists) {
    const words: Words = told[key]
    if (words === undefined) continue
    for (const word of typeof words === 'string' ? [words] : words)
      if (!lists[key].has(word)) found.push({ field: fieldOf(at, key), word })
  }
}

function fieldOf([root, index]: readonly [string, number?], key: string): string {
  return index === undefined ? `${root}.${key}` : `${root}[${index}].${key}`
}
