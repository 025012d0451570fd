import base from '../../data/ingredients/base.json' with { type: 'json' }
import filters from '../../data/ingredients/filters.json' with { type: 'json' }
import fragrance from '../../data/ingredients/fragrance.json' with { type: 'json' }
import gentle from '../../data/ingredients/gentle.json' with { type: 'json' }
import plants from '../../data/ingredients/plants.json' with { type: 'json' }
import treatments from '../../data/ingredients/treatments.json' with { type: 'json' }
import { foldName, skeletonOf } from './skeleton.ts'

/** What a name on a label stands for. */
export interface Ingredient {
  readonly name: string
  /** The class that has a subject in the ledger; null where no source of ours speaks of it. */
  readonly class: string | null
  readonly role: string
  /** CAS or Colour Index number, where we are sure of it. */
  readonly number?: string
  /** Where the fact that this name is this thing comes from. */
  readonly provenance: Provenance
}

export interface Entry extends Ingredient {
  readonly synonyms: readonly string[]
}

const PROVENANCE = {
  e: 'EU Cosmetics Regulation annex',
  m: 'US FDA OTC monograph',
  w: 'WHO INN',
  n: 'name in common use on packs',
  i: 'INCI name in common use on packs',
} as const

type Provenance = (typeof PROVENANCE)[keyof typeof PROVENANCE] | 'form of the name'

type Groups = Readonly<Record<string, readonly string[]>>

/** Rows in the order in which they win: what needs care before what does not. */
const FILES: readonly Groups[] = [treatments, filters, fragrance, gentle, base, plants]

export const ENTRIES: readonly Entry[] = FILES.flatMap((file) =>
  Object.entries(file).flatMap(([group, rows]) => rows.map((row) => entryOf(group, row))),
)

const BY_SKELETON: ReadonlyMap<string, Ingredient> = indexed()

/** `retinol active` and `Retinol; vitamin a | 68-26-8 | e`: the group names class and role, the row the rest. */
function entryOf(group: string, row: string): Entry {
  const [names = '', number = '', from = 'i'] = row.split('|').map((part) => part.trim())
  const [name = '', ...synonyms] = names.split(';').map((one) => one.trim())
  return {
    name,
    synonyms,
    ...classAndRole(group),
    ...(number !== '' && { number }),
    provenance: PROVENANCE[isProvenance(from) ? from : 'i'],
  }
}

/** `- plant` is a role without a class. */
export function classAndRole(group: string): Pick<Ingredient, 'class' | 'role'> {
  const [first = '', role = 'active'] = group.split(' ')
  return { class: first === '-' ? null : first, role }
}

function isProvenance(key: string): key is keyof typeof PROVENANCE {
  return Object.hasOwn(PROVENANCE, key)
}

function indexed(): ReadonlyMap<string, Ingredient> {
  const found = new Map<string, Ingredient>()
  for (const { synonyms, ...ingredient } of ENTRIES)
    for (const name of [ingredient.name, ...synonyms]) {
      const key = skeletonOf(foldName(name))
      if (!found.has(key)) found.set(key, ingredient)
    }
  return found
}

/** The ingredient of exactly this name, scanners' slips aside. */
export function ingredientNamed(folded: string): Ingredient | undefined {
  return BY_SKELETON.get(skeletonOf(folded))
}

export function skeletons(): Iterable<readonly [string, Ingredient]> {
  return BY_SKELETON
}
