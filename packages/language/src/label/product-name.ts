import kinds from '../../data/product-words.json' with { type: 'json' }
import type { Ingredient } from './ingredient.ts'
import { isDenied } from './label-words.ts'
import { exactly } from './resolve.ts'
import { foldName, skeletonOf } from './skeleton.ts'

/** What the name of a product says is in it or what it is. */
export interface NamedKind {
  readonly words: string
  readonly class: string
  /** What the name promises as its active: the list has to hold it. */
  readonly isPromise: boolean
}

const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([kind, words]) =>
    words.map((word) => [skeletonOf(foldName(word)), kind] as const),
  ),
)
const MOST_WORDS = 6
const LONGEST_NAME = 300

const PROMISES = new Set([
  'sunscreen',
  'tinted-sunscreen',
  'chemical-filter',
  'mineral-filter',
  'retinol',
  'retinoid',
  'prescription-retinoid',
  'adapalene',
  'vitamin-c',
  'vitamin-c-derivative',
  'glycolic-acid',
  'lactic-acid',
  'aha',
  'salicylic-acid',
  'bha',
  'pha',
  'other-acid',
  'azelaic-acid',
  'benzoyl-peroxide',
  'acne-treatment',
  'self-tanner',
  'lightener',
  'antibiotic',
  'steroid',
  'anti-inflammatory',
  'minoxidil',
  'medicine',
  'depilatory',
  'hair-dye',
])

/** The kinds and classes that a product's name tells, the longest words first; `fragrance free` tells nothing. */
export function kindsNamed(product: string): readonly NamedKind[] {
  const words = foldName(product.slice(0, LONGEST_NAME))
    .split(' ')
    .filter((word) => word !== '')
  const found: NamedKind[] = []
  for (let from = 0; from < words.length; ) {
    const until = endOfKind(words, from)
    const name = words.slice(from, until).join(' ')
    const kind = kindOf(name)
    if (kind !== undefined && !isDenied(words, from, until))
      found.push({ words: name, class: kind, isPromise: PROMISES.has(kind) })
    from = Math.max(until, from + 1)
  }
  return found
}

function endOfKind(words: readonly string[], from: number): number {
  for (let until = Math.min(words.length, from + MOST_WORDS); until > from; until--)
    if (kindOf(words.slice(from, until).join(' ')) !== undefined) return until
  return from + 1
}

function kindOf(name: string): string | undefined {
  return KINDS.get(skeletonOf(name)) ?? sunFactor(name) ?? classOf(exactly(name))
}

function sunFactor(name: string): string | undefined {
  return /^spf ?\d{1,3}$/.test(name) ? 'sunscreen' : undefined
}

function classOf(ingredient: Ingredient | undefined): string | undefined {
  return ingredient?.class ?? undefined
}
