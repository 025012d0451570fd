import { type FactBits, type Gate, gateStates, stateCount } from './applicability.ts'
import type { Clock } from './clock.ts'
import type { CompiledProtocol, DurationIndex } from './compiled.ts'
import { createMemo, keep, type Memo, REMEMBERED, stepOn } from './memo.ts'

/**
 * A part of a plan that is merged once for each key: how its own lengths fall on the clock, and what is known of the tests
 * it turns on. Only equal keys share a value, so a part's memory changes no answer.
 */
export interface Part<T> {
  /** Its place among the parts, and so in `Clock.numbers`. */
  readonly number: number
  readonly lengths: readonly DurationIndex[]
  /** The same lengths on two clocks have one number. */
  readonly clocks: Memo<number>
  readonly numbered: { count: number }
  readonly words: readonly Word[]
  readonly memo: Memo<T>
}

/** Several tests as one small integer: the places of their states, and how many states each may be in. */
interface Word {
  readonly places: readonly number[]
  readonly bases: readonly number[]
}

/** What is known of one procedure and one person, laid on its clock. */
export interface Known {
  readonly clock: Clock
  readonly facts: FactBits
  /** The state of each gate by number, then for each whether it holds for certain. */
  readonly states: readonly number[]
}

/** The largest number in a path: beyond it a JavaScript number is kept less cheaply. */
const WORD_AT_MOST = 1 << 30

/** What a part turns on: tests, each read as it may hold or only for certain, and lengths. */
export interface Dependencies {
  readonly gates: readonly { readonly gate: Gate | undefined; readonly certain: boolean }[]
  readonly lengths: readonly (DurationIndex | undefined)[]
}

export function createPart<T>(
  number: number,
  { gates, lengths }: Dependencies,
  { durations, atoms }: CompiledProtocol,
): Part<T> {
  const own = new Set(lengths.filter((one) => one !== undefined))
  return {
    number,
    // Hours are the same on every clock.
    lengths: [...own].filter((one) => durations[one]?.kind !== 'elapsed').sort((a, b) => a - b),
    clocks: createMemo(REMEMBERED),
    numbered: { count: 0 },
    words: wordsOf(digitsOf(gates, atoms.distinct.length)),
    memo: createMemo(REMEMBERED),
  }
}

/** Parts with the same key turn on the same tests and lengths: they can be one. */
export function keyOf({ lengths, words }: Part<unknown>): string {
  return JSON.stringify([lengths, words])
}

interface Digit {
  readonly place: number
  readonly base: number
}

function digitsOf(gates: Dependencies['gates'], gateCount: number): readonly Digit[] {
  const digits = new Map<number, Digit>()
  const read = gates.toSorted((a, b) => Number(a.certain) - Number(b.certain))
  for (const { gate, certain } of read) {
    // The whole state tells what holds for certain too.
    if (gate === undefined || digits.has(gate.number)) continue
    digits.set(
      gate.number,
      certain
        ? { place: gateCount + gate.number, base: 2 }
        : { place: gate.number, base: stateCount(gate) },
    )
  }
  return [...digits.values()].sort((a, b) => a.place - b.place)
}

/** As many digits to a word as one small integer holds. */
function wordsOf(digits: readonly Digit[]): readonly Word[] {
  const words: { places: number[]; bases: number[] }[] = []
  let size = WORD_AT_MOST
  for (const { place, base } of digits) {
    size *= base
    if (size >= WORD_AT_MOST) {
      words.push({ places: [], bases: [] })
      size = base
    }
    words.at(-1)?.places.push(place)
    words.at(-1)?.bases.push(base)
  }
  return words
}

export function knownOf({ atoms }: CompiledProtocol, clock: Clock, facts: FactBits): Known {
  return { clock, facts, states: gateStates(facts, atoms) }
}

/** The part's value for what is known, made by `make` the first time. */
export function partOf<T>({ number, words, memo }: Part<T>, known: Known, make: () => T): T {
  // A clock has a number for each part.
  let branch = stepOn(memo.root, known.clock.numbers[number] as number)
  for (let k = 0; k < words.length; k++)
    branch = stepOn(branch, keyIn(words[k] as Word, known.states))
  return branch.leaf ?? keep(memo, branch, make())
}

function keyIn({ places, bases }: Word, states: readonly number[]): number {
  let key = 0
  // Both lists of a word are of one length, and its places are among the states.
  for (let k = 0; k < places.length; k++)
    key = key * (bases[k] as number) + (states[places[k] as number] as number)
  return key
}
