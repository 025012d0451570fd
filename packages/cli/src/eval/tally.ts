import type { IngredientCount } from './score-label.ts'
import type { Score } from './score.ts'

/** One line of a set, answered and scored. */
export interface Scored extends Score {
  readonly id: string
  readonly lang: string
  /** What a line is a case of, by its writer's word; empty where nothing is said. */
  readonly class: string
  readonly said: string
  readonly ingredients?: IngredientCount
}

/** The counts of some scored lines. */
export interface Counts {
  readonly name: string
  readonly count: number
  readonly strict: number
  readonly lenient: number
  readonly unsafe: number
}

/** What a file's lines came to. */
export interface Tally extends Counts {
  readonly byExpected: readonly Counts[]
  readonly byLanguage: readonly Counts[]
  readonly byClass: readonly Counts[]
  /** What came where something else was expected, most often first. */
  readonly confusion: readonly {
    readonly expected: string
    readonly got: string
    readonly count: number
  }[]
  readonly ingredients: { readonly precision: number; readonly recall: number } | null
  /** Lines that are not even lenient, or unsafe. */
  readonly misses: readonly Scored[]
}

export function tallyOf(name: string, scored: readonly Scored[]): Tally {
  return {
    ...countsOf(name, scored),
    byExpected: grouped(scored, ({ expected }) => expected),
    byLanguage: grouped(scored, ({ lang }) => lang),
    byClass: grouped(
      scored.filter((one) => one.class !== ''),
      (one) => one.class,
    ),
    confusion: confusionOf(scored),
    ingredients: ingredientsOf(scored),
    misses: scored.filter(({ lenient, unsafe }) => unsafe || !lenient),
  }
}

function countsOf(name: string, scored: readonly Scored[]): Counts {
  const counted = (isIt: (one: Scored) => boolean) => scored.filter(isIt).length
  return {
    name,
    count: scored.length,
    strict: counted(({ strict }) => strict),
    lenient: counted(({ lenient }) => lenient),
    unsafe: counted(({ unsafe }) => unsafe),
  }
}

function grouped(scored: readonly Scored[], keyOf: (one: Scored) => string): readonly Counts[] {
  const groups = Map.groupBy(scored, keyOf)
  return [...groups]
    .map(([key, all]) => countsOf(key, all))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function confusionOf(scored: readonly Scored[]): Tally['confusion'] {
  const other = scored.filter(({ expected, got }) => expected !== got)
  const groups = Map.groupBy(other, ({ expected, got }) => JSON.stringify([expected, got]))
  return [...groups.values()]
    .flatMap(([first, ...rest]) =>
      first ? [{ expected: first.expected, got: first.got, count: rest.length + 1 }] : [],
    )
    .toSorted((a, b) => b.count - a.count || (a.expected < b.expected ? -1 : 1))
}

function ingredientsOf(scored: readonly Scored[]): Tally['ingredients'] {
  const all = scored.flatMap(({ ingredients }) => ingredients ?? [])
  if (all.length === 0) return null
  const sum = (key: keyof IngredientCount) => all.reduce((total, one) => total + one[key], 0)
  return {
    precision: sum('right') / Math.max(1, sum('found')),
    recall: sum('right') / Math.max(1, sum('expected')),
  }
}
