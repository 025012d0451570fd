import { itemsOf } from './label-items.ts'
import { type Section, sectionsOf } from './label-sections.ts'
import { isSunPurpose, type Place } from './label-words.ts'
import { readItem, type Reading } from './read-item.ts'
import { foldName } from './skeleton.ts'
import { isTrace, setsAcidity, traceLineOf } from './trace.ts'

/** A name on a label, in the order of the label. */
export interface LabelIngredient {
  readonly name: string
  readonly asWritten: string
  /** Null where no source of ours speaks of it. */
  readonly class: string | null
  readonly role: string
  readonly stands: 'listed' | 'active' | 'inactive' | 'may-contain'
  /** From 1 on. */
  readonly position: number
  readonly percent?: number
  /** In no more than a hundredth, by its place in the list; what has its percentage told is none. */
  readonly trace: boolean
  /** Citric or lactic acid at the very end: it sets the acidity. */
  readonly setsAcidity: boolean
}

export interface LabelReading {
  readonly ingredients: readonly LabelIngredient[]
  readonly unrecognised: readonly string[]
  /** The text says that the product is a sunscreen. */
  readonly claimsSunscreen: boolean
  /** The text has a heading for active or inactive ingredients and names no active one. */
  readonly lacksActives: boolean
}

const LONGEST_READ = 100_000
const LONGEST_SHOWN = 80
const STANDS = {
  list: 'listed',
  noise: 'listed',
  active: 'active',
  inactive: 'inactive',
  may: 'may-contain',
} as const satisfies Record<Place, LabelIngredient['stands']>

interface Placed extends Reading {
  readonly place: Place
  readonly isActive: boolean
  readonly isInactive: boolean
}

/** Reads an ingredient list or a drug-facts panel, pasted or from a photo. Total, and linear in the text's length. */
export function readLabel(text: string): LabelReading {
  const sections = sectionsOf(text.slice(0, LONGEST_READ))
  const readings = sections.flatMap(readingsIn)
  const known = withoutRepeats(readings)
  const line = traceLineOf(known)
  return {
    ingredients: known.map((_, k) => labelIngredient(known, k, line)),
    unrecognised: [
      ...unrecognisedIn(readings),
      ...(text.length > LONGEST_READ
        ? [text.slice(LONGEST_READ, LONGEST_READ + LONGEST_SHOWN)]
        : []),
    ],
    claimsSunscreen: sections.some(saysSunscreen),
    lacksActives: lacksActives(sections, known),
  }
}

function readingsIn({ place, text }: Section): readonly Placed[] {
  return itemsOf(text)
    .flatMap((item) => readItem(item, place === 'noise'))
    .map((reading) => ({
      ...reading,
      place,
      isActive: place === 'active',
      isInactive: place === 'inactive',
    }))
}

/** Each ingredient once, where it stands first; what is active comes before what is not. */
function withoutRepeats(readings: readonly Placed[]): readonly Placed[] {
  const seen = new Set<string>()
  const known = readings.filter(({ ingredient }) => ingredient !== null)
  const actives = known.filter(({ isActive }) => isActive)
  return [...actives, ...known.filter(({ isActive }) => !isActive)].filter(({ ingredient }) => {
    const name = ingredient?.name ?? ''
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function labelIngredient(known: readonly Placed[], k: number, line: number): LabelIngredient {
  // Only what was recognised is among the known, and `k` is one of their places.
  const { ingredient, asWritten, percent, place } = known[k] as Placed & {
    readonly ingredient: NonNullable<Reading['ingredient']>
  }
  return {
    name: ingredient.name,
    asWritten,
    class: ingredient.class,
    role: ingredient.role,
    stands: STANDS[place],
    position: k + 1,
    ...(percent !== undefined && { percent }),
    trace: isTrace(known, k, line),
    setsAcidity: setsAcidity(known, k, line),
  }
}

function unrecognisedIn(readings: readonly Placed[]): readonly string[] {
  const names = readings
    .filter(({ ingredient }) => ingredient === null)
    .map(({ asWritten }) => asWritten.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_SHOWN))
  return [...new Set(names)]
}

/** `SPF 50` before the list, or `Sunscreen` beside an active ingredient. */
function saysSunscreen({ place, text }: Section): boolean {
  if (place === 'noise') return /\bspf\s?\d|helps prevent sunburn/i.test(text)
  if (place === 'list') return /\bspf\s?\d/i.test(text)
  return place === 'active' && text.split(/[\n,;.%]/).some((part) => isSunPurpose(foldName(part)))
}

function lacksActives(sections: readonly Section[], known: readonly Placed[]): boolean {
  const isDrug = sections.some(({ place }) => place === 'active' || place === 'inactive')
  return isDrug && !known.some(({ isActive }) => isActive)
}
