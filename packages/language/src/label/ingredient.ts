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
}

export interface Entry extends Ingredient {
  readonly synonyms: readonly string[]
}

/** By group, its rows in one text: the file is loaded with every page that reads a label. */
type Groups = Readonly<Record<string, string>>

/** Capitals throughout, in a name that is kept in small letters. */
const ABBREVIATION = /\b(?:peg|ppg|pca|hcl|edta|ci)\b/gi

/** Rows in the order in which they win: what needs care before what does not. */
const FILES: readonly Groups[] = [treatments, filters, fragrance, gentle, base, plants]

export const ENTRIES: readonly Entry[] = FILES.flatMap((file) =>
  Object.entries(file).flatMap(([group, rows]) =>
    rows.split('|').map((row) => entryOf(group, row)),
  ),
)

const BY_SKELETON: ReadonlyMap<string, Ingredient> = indexed()

/** `retinol active` and `retinol;vitamin a`: the group names class and role, the row the names. */
function entryOf(group: string, row: string): Entry {
  const [name = '', ...synonyms] = row.split(';')
  return { name: capitalised(name), synonyms, ...classAndRole(group) }
}

/** A name that has a capital is shown as it stands. */
function capitalised(name: string): string {
  if (/\p{Lu}/u.test(name)) return name
  return name
    .replaceAll(/(?<![\p{L}'’])\p{Ll}/gu, (start) => start.toUpperCase())
    .replaceAll(ABBREVIATION, (word) => word.toUpperCase())
}

/** `- plant` is a role without a class. */
export function classAndRole(group: string): Pick<Ingredient, 'class' | 'role'> {
  const [first = '', role = 'active'] = group.split(' ')
  return { class: first === '-' ? null : first, role }
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
