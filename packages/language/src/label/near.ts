import { type Ingredient, skeletons } from './ingredient.ts'
import { slipsBetween } from './slips.ts'
import { skeletonOf } from './skeleton.ts'

const MOST_SLIPS = 2
/** A name with at most two slips keeps one of its three parts whole, moved by at most two places. */
const PARTS = MOST_SLIPS + 1
const SHORTEST = 5
/** From this length on two slips are still the same word. */
const LONG = 10
const LONGEST = 60

interface Named {
  readonly skeleton: string
  readonly ingredient: Ingredient
}

const BY_PART: ReadonlyMap<string, readonly Named[]> = indexed()

/** The ingredient whose name is written here with one or two slips; of several as near, one that needs care. */
export function ingredientNear(folded: string, mostSlips: 1 | 2): Ingredient | undefined {
  const written = skeletonOf(folded)
  if (written.length < SHORTEST || written.length > LONGEST) return undefined
  const most = written.length < LONG ? 1 : mostSlips
  let best: { readonly ingredient: Ingredient; readonly slips: number } | undefined
  for (const { skeleton, ingredient } of candidates(written, most)) {
    if (digitsOf(skeleton) !== digitsOf(written)) continue
    const slips = slipsBetween(written, skeleton, most)
    if (slips > most) continue
    if (!best || slips < best.slips || (slips === best.slips && needsMoreCare(ingredient, best)))
      best = { ingredient, slips }
  }
  return best?.ingredient
}

/** `Ceteareth-20` is no mistyped `Ceteareth-25`. */
function digitsOf(skeleton: string): string {
  return skeleton.replaceAll(/\D/g, '')
}

function needsMoreCare(
  one: Ingredient,
  { ingredient }: { readonly ingredient: Ingredient },
): boolean {
  return one.class !== null && ingredient.class === null
}

function candidates(written: string, most: number): ReadonlySet<Named> {
  const found = new Set<Named>()
  for (let length = written.length - most; length <= written.length + most; length++)
    for (let part = 0; part < PARTS; part++)
      for (const key of keysAround(written, length, part))
        for (const named of BY_PART.get(key) ?? []) found.add(named)
  return found
}

function keysAround(written: string, length: number, part: number): readonly string[] {
  const [from, until] = bounds(length, part)
  const keys: string[] = []
  for (let shift = -MOST_SLIPS; shift <= MOST_SLIPS; shift++)
    if (from + shift >= 0 && until + shift <= written.length)
      keys.push(keyOf(length, part, written.slice(from + shift, until + shift)))
  return keys
}

function bounds(length: number, part: number): readonly [number, number] {
  return [Math.floor((length * part) / PARTS), Math.floor((length * (part + 1)) / PARTS)]
}

function keyOf(length: number, part: number, text: string): string {
  return `${length} ${part} ${text}`
}

function indexed(): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>()
  for (const [skeleton, ingredient] of skeletons()) {
    if (skeleton.length < SHORTEST) continue
    for (let part = 0; part < PARTS; part++) {
      const key = keyOf(skeleton.length, part, skeleton.slice(...bounds(skeleton.length, part)))
      const named = found.get(key) ?? []
      named.push({ skeleton, ingredient })
      found.set(key, named)
    }
  }
  return found
}
