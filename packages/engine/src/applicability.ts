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

/** Any one of the groups, each a set of bits by word, besides the bits that must all hold. Equal tests are one gate. */
export interface Gate {
  /** Its place among the protocol's gates. */
  readonly number: number
  readonly all: Bits
  readonly anyOf: readonly Bits[]
  /** Every bit it names, in order. */
  readonly places: readonly number[]
  /** The facts it asks for, each once, and for each of `places` the fact's place among them. */
  readonly keys: readonly string[]
  readonly keyPlaces: readonly number[]
}

/**
 * What is known of a gate, as one number: 0 where it does not hold, 1 where it holds for certain, else 1 and the set of
 * its facts that are not known, as bits.
 */
type GateState = number
const CERTAIN: GateState = 1

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
  /** Every gate once, by number. */
  readonly distinct: readonly Gate[]
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

const WORD_BITS = 30
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
    ...numberedGates(rules, list),
  }
}

function numberedGates(
  rules: readonly (Applicability | undefined)[],
  atoms: readonly Atom[],
): Pick<Atoms, 'gates' | 'distinct'> {
  const byContent = new Map<string, Gate>()
  const gates = new Map<Applicability, Gate>()
  for (const rule of rules) {
    if (!rule) continue
    const gate = createGate(rule, atoms, byContent.size)
    const content = JSON.stringify([gate.all, gate.anyOf])
    const known = byContent.get(content) ?? gate
    byContent.set(content, known)
    gates.set(rule, known)
  }
  return { gates, distinct: [...byContent.values()] }
}

/** The bits a rule of the protocol needs; undefined where it has no test. */
export function gateOf(rule: Applicability | undefined, { gates }: Atoms): Gate | undefined {
  return rule && gates.get(rule)
}

function createGate(rule: Applicability, atoms: readonly Atom[], number: number): Gate {
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
  const keys = named.map((place) => (atoms[place] as Atom).key)
  const distinct = [...new Set<string>(keys)]
  const keyPlaces = keys.map((key) => distinct.indexOf(key))
  return { number, all, anyOf, places: named, keys: distinct, keyPlaces }
}

export function holds(gate: Gate | undefined, bits: Bits): boolean {
  if (!gate) return true
  return (
    covers(bits, gate.all) &&
    (gate.anyOf.length === 0 || gate.anyOf.some((group) => covers(bits, group)))
  )
}

/** The facts for which the gate holds only because nothing is known of them. */
export function unconfirmedKeys(gate: Gate | undefined, facts: FactBits): readonly string[] {
  const state = gate === undefined ? CERTAIN : gateState(gate, facts)
  return gate === undefined || state <= CERTAIN ? NONE : keysIn(gate, state - CERTAIN)
}

const NONE: readonly string[] = []

function keysIn({ keys }: Gate, set: number): readonly string[] {
  return keys.filter((_, k) => (set >> k) % 2 === 1)
}

/** The state of every gate of a protocol, by number, and behind them for each 1 where it holds for certain, else 0. */
export function gateStates(facts: FactBits, { distinct }: Atoms): readonly number[] {
  const count = distinct.length
  const states = new Array<number>(2 * count)
  for (let k = 0; k < count; k++) {
    const state = gateState(distinct[k] as Gate, facts)
    states[k] = state
    states[count + k] = state === CERTAIN ? 1 : 0
  }
  return states
}

/** The tests of only those facts that some gates ask for: enough to know whether these gates hold. */
export function testsOf(
  gates: readonly (Gate | undefined)[],
  { words, keys }: Atoms,
): Pick<Atoms, 'words' | 'keys'> {
  const asked = new Set(gates.flatMap((gate) => gate?.keys ?? []))
  return { words, keys: keys.filter(({ key }) => asked.has(key)) }
}

/** How many states a gate may be in. */
export function stateCount({ keys }: Gate): number {
  return CERTAIN + (1 << keys.length)
}

function gateState(gate: Gate, { certain, possible }: FactBits): GateState {
  if (!holds(gate, possible)) return 0
  if (holds(gate, certain)) return CERTAIN
  const { places, keyPlaces } = gate
  let set = 0
  for (let k = 0; k < places.length; k++) {
    // Both lists of a gate are of one length.
    const place = places[k] as number
    if (bitAt(certain, place) === 0 && bitAt(possible, place) === 1)
      set |= 1 << (keyPlaces[k] as number)
  }
  return CERTAIN + set
}

/** What is told of one procedure and one person, as bits. A fact that is missing, or `unknown`, may hold every test. */
export function factBits(facts: Facts, { words, keys }: Pick<Atoms, 'words' | 'keys'>): FactBits {
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
function bitAt(bits: Bits, place: number): 0 | 1 {
  return (((bits[(place / WORD_BITS) | 0] ?? 0) >> (place % WORD_BITS)) & 1) as 0 | 1
}
