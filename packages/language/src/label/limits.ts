import type { CarePlan } from '@afterglow/engine'
import { subjectOf } from './class-subject.ts'
import { isFilter } from './findings.ts'
import type { NamedKind } from './product-name.ts'
import type { LabelIngredient, LabelReading } from './read-label.ts'

/** Why an answer is no better than it is, apart from the findings. */
export type LabelLimit =
  /** There is nothing to read but a name, or nothing at all. */
  | 'no-list'
  | 'lacks-filters'
  | 'lacks-actives'
  /** The name promises what the list does not hold. */
  | 'lacks-named'
  | 'unrecognised'
  /** More of it is unknown than known: a bad photo, or no list at all. */
  | 'unreadable'
  /** Plants and other actives that no source of ours speaks of. */
  | 'unsourced'
  /** The pack's own words speak against it. */
  | 'warned'

/** Two names that nobody knows are two names; more of them than known ones are a text that was not read. */
const FEWEST_UNKNOWN = 3

interface Evidence {
  readonly read: LabelReading
  readonly kinds: readonly NamedKind[]
  readonly unsourced: readonly string[]
  readonly plan: CarePlan
  readonly isWarned: boolean
}

export function limitsOf({
  read,
  kinds,
  unsourced,
  plan,
  isWarned,
}: Evidence): readonly LabelLimit[] {
  const { ingredients } = read
  const isSunscreen =
    read.claimsSunscreen ||
    kinds.some((one) => one.class === 'sunscreen' || one.class === 'tinted-sunscreen')
  const limits: readonly (readonly [LabelLimit, boolean])[] = [
    ['no-list', ingredients.length === 0],
    ['lacks-filters', isSunscreen && !ingredients.some(isFilter)],
    ['lacks-actives', read.lacksActives],
    [
      'lacks-named',
      ingredients.length > 0 && kinds.some((kind) => isMissing(kind, ingredients, plan)),
    ],
    ['unrecognised', read.unrecognised.length > 0],
    ['unreadable', isUnreadable(read)],
    ['unsourced', unsourced.length > 0],
    ['warned', isWarned],
  ]
  return limits.flatMap(([limit, holds]) => (holds ? [limit] : []))
}

function isUnreadable({ ingredients, unrecognised }: LabelReading): boolean {
  return unrecognised.length >= FEWEST_UNKNOWN && unrecognised.length > ingredients.length
}

/** Whether the list has nothing of the kind that the name promises, be it broader or narrower. */
function isMissing(
  { class: kind, isPromise }: NamedKind,
  ingredients: readonly LabelIngredient[],
  plan: CarePlan,
): boolean {
  if (!isPromise || kind === 'sunscreen' || kind === 'tinted-sunscreen') return false
  const promised = subjectOf(kind, plan)
  return !ingredients.some(
    (one) => one.class !== null && isSameLine(promised, subjectOf(one.class, plan), plan),
  )
}

function isSameLine(one: string, other: string, { subjects }: CarePlan): boolean {
  const above = (subject: string): readonly string[] => subjects[subject]?.broader ?? []
  return one === other || above(one).includes(other) || above(other).includes(one)
}

/** The list cannot be all there is to the product. */
export function isIncomplete(limits: readonly LabelLimit[]): boolean {
  return limits.some((limit) => limit.startsWith('lacks-') || limit === 'unreadable')
}
