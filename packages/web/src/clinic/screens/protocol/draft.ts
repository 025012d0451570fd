import type { Issue } from '@afterglow/engine'
import type { AdoptionChanges, Lengthening, OwnSubject, Shortening } from '../../api/adoptions.ts'
import { isNoShorter } from './length.ts'

export const NO_CHANGES: AdoptionChanges = {
  lengthen: [],
  shorten: [],
  subjects: [],
  texts: [],
  sources: [],
}

export type Part = keyof AdoptionChanges
export const PARTS = [
  'shorten',
  'lengthen',
  'subjects',
  'texts',
  'sources',
] as const satisfies readonly Part[]

/** What a clinic does about the time of a published subject. */
export type TimeChange =
  | ({ readonly kind: 'longer' } & Omit<Lengthening, 'subject'>)
  | ({ readonly kind: 'shorter' } & Omit<Shortening, 'subject'>)

export function timeChangeOf(
  { lengthen, shorten }: Pick<AdoptionChanges, 'lengthen' | 'shorten'>,
  subject: string,
): TimeChange | null {
  const longer = lengthen.find((one) => one.subject === subject)
  if (longer) return { kind: 'longer', ...longer }
  const shorter = shorten.find((one) => one.subject === subject)
  return shorter ? { kind: 'shorter', ...shorter } : null
}

/** The same changes with this time for one subject; null gives it back to the protocol. */
export function withTimeChange(
  changes: AdoptionChanges,
  subject: string,
  change: TimeChange | null,
): AdoptionChanges {
  const others = <T extends { readonly subject: string }>(all: readonly T[]) =>
    all.filter((one) => one.subject !== subject)
  const { lengthen, shorten } = changes
  if (change === null) return { ...changes, lengthen: others(lengthen), shorten: others(shorten) }
  const { kind, ...rest } = change
  if (kind === 'longer')
    return {
      ...changes,
      lengthen: put(lengthen, 'subject', { ...rest, subject }),
      shorten: others(shorten),
    }
  return {
    ...changes,
    lengthen: others(lengthen),
    // A shortening has its reason: the kind says which of the two it is.
    shorten: put(shorten, 'subject', { ...(rest as Omit<Shortening, 'subject'>), subject }),
  }
}

/** The list with `one` in the place of the entry of the same key, or at the end. */
export function put<T>(all: readonly T[], key: keyof T, one: T): readonly T[] {
  const isKnown = all.some((other) => other[key] === one[key])
  return isKnown ? all.map((other) => (other[key] === one[key] ? one : other)) : [...all, one]
}

export function countChanges(changes: AdoptionChanges): number {
  return PARTS.reduce((sum, part) => sum + changes[part].length, 0)
}

export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

/** Keys in one order: what was typed here and what the database gives back differ in nothing else. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

/** One thing that two versions of a clinic's changes do not have alike. */
export type ChangeLine = {
  [P in Part]: {
    readonly part: P
    readonly key: string
    readonly from: AdoptionChanges[P][number] | null
    readonly to: AdoptionChanges[P][number] | null
  }
}[Part]

export function changeLines(from: AdoptionChanges, to: AdoptionChanges): readonly ChangeLine[] {
  return PARTS.flatMap((part) => {
    const [was, is] = [keyed(from, part), keyed(to, part)]
    const keys = [...new Set([...was.keys(), ...is.keys()])]
    return keys
      .filter((key) => !isSame(was.get(key), is.get(key)))
      .map((key) => {
        const line = { part, key, from: was.get(key) ?? null, to: is.get(key) ?? null }
        // Both sides come from the list that `part` names.
        return line as ChangeLine
      })
  })
}

function keyed(changes: AdoptionChanges, part: Part): ReadonlyMap<string, object> {
  return new Map(changes[part].map((one) => [keyOf(one), one]))
}

export function keyOf(one: AdoptionChanges[Part][number]): string {
  if ('subject' in one) return one.subject
  return 'id' in one ? one.id : one.code
}

/** Whether something may open earlier by `next` than now: then the server takes it from a clinician only. */
export function loosens(now: AdoptionChanges, next: AdoptionChanges): boolean {
  if (next.shorten.length > 0) return true
  const isCut = now.lengthen.some(
    ({ subject, until }) =>
      !next.lengthen.some((one) => one.subject === subject && isNoShorter(one.until, until)),
  )
  return isCut || now.subjects.some((one) => saysOtherwise(one, next.subjects))
}

function saysOtherwise(now: OwnSubject, next: readonly OwnSubject[]): boolean {
  const same = next.find(({ subject }) => subject === now.subject)
  return same !== undefined && !isSame(same.positions, now.positions)
}

/** What is wrong with one field or what is in it, as the server says it. */
export function issuesAt(issues: readonly Issue[], place: string): readonly Issue[] {
  const isWithin = (expression: string) =>
    expression === place || expression.startsWith(`${place}.`) || expression.startsWith(`${place}[`)
  return issues.filter(({ expression }) => isWithin(expression))
}

/** A code of the clinic's own from a name that somebody typed; its number where the name has no Latin letter. */
export function ownCode(name: string, taken: readonly string[]): string {
  const word = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
    .replaceAll(/-$/g, '')
  const first = `clinic-${word === '' ? '1' : word}`
  if (!taken.includes(first)) return first
  for (let k = 2; ; k++) if (!taken.includes(`${first}-${k}`)) return `${first}-${k}`
}

/** What still stands of the server's issues after a change: those of entries that are as they were. */
export function issuesAfter(
  issues: readonly Issue[],
  from: AdoptionChanges,
  to: AdoptionChanges,
): readonly Issue[] {
  return issues.filter(({ expression }) => {
    const [, name, k] = /^changes\.([a-z]+)\[(\d+)\]/.exec(expression) ?? []
    const part = PARTS.find((one) => one === name)
    return part !== undefined && isSame(from[part][Number(k)], to[part][Number(k)])
  })
}
