/** A source of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export type Random = () => number

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(random: Random, from: readonly T[]): T {
  // Never empty: every list of the generators is written out.
  return from[Math.floor(random() * from.length)] as T
}

/** Some of a list, each with the same chance, in the list's order. */
export function some<T>(random: Random, from: readonly T[], chance: number): readonly T[] {
  return from.filter(() => random() < chance)
}

/** One of the keys, each as likely as its weight says. */
export function weighted<K extends string>(
  random: Random,
  weights: Readonly<Record<K, number>>,
): K {
  const keys = Object.keys(weights) as K[]
  const total = keys.reduce((sum, key) => sum + weights[key], 0)
  let left = random() * total
  for (const key of keys) {
    left -= weights[key]
    if (left < 0) return key
  }
  return keys[keys.length - 1] as K
}

export function wholeNumber(random: Random, below: number): number {
  return Math.floor(random() * below)
}
