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
  /** Every bit it names, in order. */
  readonly places: readonly number[]
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
  /** The bits each of the protocol's rules needs. */
  readonly gates: ReadonlyMap<Applicability, Gate>
  /** The tests of each fact, ready to be looked up by what is told. */
  readonly keys: readonly KeyTests[]
}

/** The tests of one fact: which bits each word sets; a word that is missing here is in no list, and unknown. */
interface KeyTests {
  readonly key: TestKey
  /** Every bit of this fact: what may hold while it is not known. */
  readonly all: Bits
  readonly byWord: ReadonlyMap<string, Bits>
  readonly numbers: readonly { readonly atom: Atom; readonly bits: Bits }[]
}

/** The code lists, so that a word that is in none of them is seen to be unknown. */
type KnownCodes = Readonly<Record<TestKey, readonly string[]>>

type TestKey = Exclude<keyof Applicability, 'anyOf'>
type Tests = Omit<Applicability, 'anyOf'>

export const WORD_BITS = 30
const PATIENT_KEYS: ReadonlySet<TestKey> = new Set<TestKey>([
  'fitzpatrickSkinType',
  'medicines',
  'history',
])

/** Numbers every distinct test of the rules given, in the order met. */
export function collectAtoms(
  rules: readonly (Applicability | undefined)[],
  known: KnownCodes,
): Atoms {
  const atoms = new Map<string, Atom>()
  for (const rule of rules) {
    if (!rule) continue
    for (const tests of [rule, ...(rule.anyOf ?? [])]) {
      for (const atom of atomsOf(tests)) atoms.set(keyOf(atom), atom)
    }
  }
  const list = [...atoms.values()]
  const keys = [...new Set(list.map((atom) => atom.key))]
  return {
    atoms: list,
    words: Math.ceil(list.length / WORD_BITS),
    keys: keys.map((key) => keyTestsOf(key, list, known)),
    gates: new Map(
      rules.flatMap((rule) => (rule ? [[rule, createGate(rule, list)] as const] : [])),
    ),
  }
}

/** The bits a rule of the protocol needs; undefined where it has no test. */
export function gateOf(rule: Applicability | undefined, { gates }: Atoms): Gate | undefined {
  return rule && gates.get(rule)
}

/** Every bit that any of the gates names. */
export function relevantBits(gates: readonly (Gate | undefined)[], words: number): Bits {
  const bits = new Array<number>(words).fill(0)
  for (const gate of gates) {
    if (!gate) continue
    for (const group of [gate.all, ...gate.anyOf]) add(bits, group)
  }
  return bits
}

function createGate(rule: Applicability, atoms: readonly Atom[]): Gate {
  const places = new Map(atoms.map((atom, k) => [keyOf(atom), k]))
  const words = Math.ceil(atoms.length / WORD_BITS)
  // Every test of the rule was collected among the atoms.
  const bits = (tests: Tests) =>
    bitsOf(
      atomsOf(tests).map((atom) => places.get(keyOf(atom)) as number),
      words,
    )
  const [all, anyOf] = [bits(rule), (rule.anyOf ?? []).map(bits)]
  const named = [...places.values()].filter((place) =>
    [all, ...anyOf].some((group) => bitAt(group, place) === 1),
  )
  return { all, anyOf, places: named }
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
  { atoms }: Atoms,
): readonly string[] {
  if (!gate || holds(gate, facts.certain)) return NONE
  const keys = new Set<string>()
  for (const place of gate.places) {
    // A gate's places are of the protocol's atoms.
    if (bitAt(facts.certain, place) === 0 && bitAt(facts.possible, place) === 1)
      keys.add((atoms[place] as Atom).key)
  }
  return [...keys]
}

const NONE: readonly string[] = []

/** What is told of one procedure and one person, as bits. A fact that is missing, or `unknown`, may hold every test. */
export function factBits(facts: Facts, { words, keys }: Atoms): FactBits {
  const certain = new Array<number>(words).fill(0)
  const possible = new Array<number>(words).fill(0)
  for (const tests of keys) {
    const value = valueOf(tests.key, facts)
    if (value === undefined || value === 'unknown') add(possible, tests.all)
    else if (typeof value === 'number') addNumber(certain, value, tests)
    else if (typeof value === 'string') addWord(certain, possible, { word: value, tests })
    else for (const word of value) addWord(certain, possible, { word, tests })
  }
  add(possible, certain)
  return { certain, possible }
}

function addNumber(certain: number[], value: number, { numbers }: KeyTests): void {
  for (const { atom, bits } of numbers) {
    const { atLeast, below } = atom
    if ((atLeast === undefined || value >= atLeast) && (below === undefined || value < below))
      add(certain, bits)
  }
}

/** A word that is in no list may be any of the list's codes. */
function addWord(
  certain: number[],
  possible: number[],
  told: { readonly word: string; readonly tests: KeyTests },
): void {
  const bits = told.tests.byWord.get(told.word)
  if (bits) add(certain, bits)
  else add(possible, told.tests.all)
}

function add(bits: number[], more: Bits): void {
  // Every list of bits of one protocol has the same number of words.
  for (let w = 0; w < more.length; w++) bits[w] = (bits[w] as number) | (more[w] as number)
}

function keyTestsOf(key: TestKey, atoms: readonly Atom[], known: KnownCodes): KeyTests {
  const words = Math.ceil(atoms.length / WORD_BITS)
  const indexes = atoms.flatMap((atom, k) => (atom.key === key ? [k] : []))
  const bitsWhere = (holding: (atom: Atom) => boolean) =>
    bitsOf(
      indexes.filter((k) => holding(atoms[k] as Atom)),
      words,
    )
  return {
    key,
    all: bitsOf(indexes, words),
    byWord: new Map(
      known[key].map((word) => [word, bitsWhere((atom) => atom.values.includes(word))]),
    ),
    numbers: indexes.map((k) => ({ atom: atoms[k] as Atom, bits: bitsOf([k], words) })),
  }
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

/** 1 where the bit at a place is set, else 0. */
export function bitAt(bits: Bits, place: number): 0 | 1 {
  return (((bits[(place / WORD_BITS) | 0] ?? 0) >> (place % WORD_BITS)) & 1) as 0 | 1
}
