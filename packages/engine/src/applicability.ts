import type { Applicability } from './protocol-schema.ts'
import type { PatientFacts, Procedure } from './session.ts'

/** What a rule may test: the session's facts of one procedure and one person, by name. */
export interface Facts {
  readonly procedure: Procedure
  readonly patient: PatientFacts
}

/** One test of the ledger with a bit of its own. */
interface Atom {
  readonly key: TestKey
  readonly values: readonly string[]
  readonly atLeast: number | undefined
  readonly below: number | undefined
}

/** Any one of the groups, each a set of bits by word, besides the bits that must all hold. */
export interface Gate {
  readonly all: Bits
  readonly anyOf: readonly Bits[]
}

/** Bits in words of 30, so that each stays a small integer. */
export type Bits = readonly number[]

/** The bits that hold for certain, and those that hold or are not known. */
export interface FactBits {
  readonly certain: Bits
  readonly possible: Bits
}

export interface Atoms {
  readonly atoms: readonly Atom[]
  readonly words: number
  /** The code lists, so that a word that is in none of them is seen to be unknown. */
  readonly known: Readonly<Record<TestKey, ReadonlySet<string>>>
}

type TestKey = Exclude<keyof Applicability, 'anyOf'>
type Tests = Omit<Applicability, 'anyOf'>

const WORD_BITS = 30
const PATIENT_KEYS: ReadonlySet<TestKey> = new Set<TestKey>([
  'fitzpatrickSkinType',
  'medicines',
  'history',
])

/** Numbers every distinct test of the rules given, in the order met. */
export function collectAtoms(
  rules: readonly (Applicability | undefined)[],
  known: Atoms['known'],
): Atoms {
  const atoms = new Map<string, Atom>()
  for (const rule of rules) {
    if (!rule) continue
    for (const tests of [rule, ...(rule.anyOf ?? [])]) {
      for (const atom of atomsOf(tests)) atoms.set(keyOf(atom), atom)
    }
  }
  return { atoms: [...atoms.values()], words: Math.ceil(atoms.size / WORD_BITS), known }
}

/** The bits a rule needs; undefined where it has no test. */
export function gateOf(rule: Applicability | undefined, atoms: Atoms): Gate | undefined {
  if (!rule) return undefined
  const index = new Map(atoms.atoms.map((atom, k) => [keyOf(atom), k]))
  const bits = (tests: Tests) =>
    bitsOf(
      atomsOf(tests).map((atom) => index.get(keyOf(atom)) ?? -1),
      atoms.words,
    )
  return { all: bits(rule), anyOf: (rule.anyOf ?? []).map(bits) }
}

export function holds(gate: Gate | undefined, bits: Bits): boolean {
  if (!gate) return true
  return (
    covers(bits, gate.all) &&
    (gate.anyOf.length === 0 || gate.anyOf.some((group) => covers(bits, group)))
  )
}

/** The tests of the gate that hold only because nothing is known of them, by key. */
export function unconfirmedKeys(
  gate: Gate | undefined,
  facts: FactBits,
  atoms: Atoms,
): readonly string[] {
  if (!gate || holds(gate, facts.certain)) return []
  const named = [gate.all, ...gate.anyOf]
  const keys = atoms.atoms
    .filter(
      (_, k) =>
        named.some((bits) => hasBit(bits, k)) &&
        !hasBit(facts.certain, k) &&
        hasBit(facts.possible, k),
    )
    .map((atom) => atom.key)
  return [...new Set(keys)]
}

export function factBits(facts: Facts, { atoms, words, known }: Atoms): FactBits {
  const certain = new Array<number>(words).fill(0)
  const possible = new Array<number>(words).fill(0)
  for (let k = 0; k < atoms.length; k++) {
    // k stays inside the list, and the word inside both masks.
    const atom = atoms[k] as Atom
    const word = (k / WORD_BITS) | 0
    const bit = 1 << (k % WORD_BITS)
    const answer = test(atom, facts, known[atom.key])
    if (answer === true) certain[word] = (certain[word] as number) | bit
    if (answer !== false) possible[word] = (possible[word] as number) | bit
  }
  return { certain, possible }
}

/** True, false, or undefined for unknown: the key is missing, says `unknown`, or holds a word in no list. */
function test(atom: Atom, facts: Facts, known: ReadonlySet<string>): boolean | undefined {
  const value = valueOf(atom.key, facts)
  if (value === undefined || value === 'unknown') return undefined
  if (typeof value === 'number') {
    return (
      (atom.atLeast === undefined || value >= atom.atLeast) &&
      (atom.below === undefined || value < atom.below)
    )
  }
  if (typeof value === 'string')
    return atom.values.includes(value) ? true : known.has(value) ? false : undefined
  for (const one of value) if (atom.values.includes(one)) return true
  for (const one of value) if (!known.has(one)) return undefined
  return false
}

function valueOf(key: TestKey, facts: Facts): string | number | readonly string[] | undefined {
  return PATIENT_KEYS.has(key)
    ? facts.patient[key as keyof PatientFacts]
    : facts.procedure[key as Exclude<TestKey, keyof PatientFacts>]
}

function atomsOf(tests: Tests): readonly Atom[] {
  const { needleDepthMm, ...lists } = tests
  const depth: readonly Atom[] = needleDepthMm
    ? [
        {
          key: 'needleDepthMm',
          values: [],
          atLeast: needleDepthMm.atLeast,
          below: needleDepthMm.below,
        },
      ]
    : []
  const listed = LIST_KEYS.flatMap((key): readonly Atom[] => {
    const values = lists[key]
    return values ? [{ key, values: [...values].sort(), atLeast: undefined, below: undefined }] : []
  })
  return [...listed, ...depth]
}

const LIST_KEYS = [
  'device',
  'bodySites',
  'adjuncts',
  'setting',
  'indications',
  'fitzpatrickSkinType',
  'medicines',
  'history',
] as const

function keyOf(atom: Atom): string {
  return `${atom.key}|${atom.values.join(',')}|${atom.atLeast ?? ''}|${atom.below ?? ''}`
}

function bitsOf(indexes: readonly number[], words: number): Bits {
  const bits = new Array<number>(words).fill(0)
  for (const k of indexes)
    bits[(k / WORD_BITS) | 0] = (bits[(k / WORD_BITS) | 0] ?? 0) | (1 << (k % WORD_BITS))
  return bits
}

function covers(bits: Bits, needed: Bits): boolean {
  for (let w = 0; w < needed.length; w++)
    if (((bits[w] ?? 0) & (needed[w] ?? 0)) !== needed[w]) return false
  return true
}

function hasBit(bits: Bits, k: number): boolean {
  return (((bits[(k / WORD_BITS) | 0] ?? 0) >> (k % WORD_BITS)) & 1) === 1
}
