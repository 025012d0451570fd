import { assess, type CarePlan, type Instant, isOpen, type Status } from '@afterglow/engine'
import { subjectOf } from './class-subject.ts'
import type { NamedKind } from './product-name.ts'
import type { LabelIngredient, LabelReading } from './read-label.ts'

/** What the plan says of one ingredient, or of what the product's name says it is. */
export interface LabelFinding {
  readonly ingredient: string
  readonly asWritten: string
  readonly from: 'list' | 'name'
  readonly class: string
  readonly subject: string
  readonly status: Status
  readonly opensAt: Instant | null
  readonly nextChangeAt: Instant | null
  readonly trace: boolean
}

/** A product that is nothing but its base is held to what the ledger says of a plain moisturiser. */
const PLAIN = 'panthenol'
const UNSOURCED = 'other-active'
const UNSOURCED_ROLES = new Set(['plant', 'active'])
/** An ingredient of a base is none of these; urea is more than a base from this percentage on. */
const PEELS_FROM: Readonly<Record<string, number>> = { Urea: 10 }

/** The plan and the instant asked about. */
export interface Asked {
  readonly plan: CarePlan
  readonly at: Instant
}

export function findingsOf(
  asked: Asked,
  { ingredients }: LabelReading,
  kinds: readonly NamedKind[],
): readonly LabelFinding[] {
  const listed = ingredients.flatMap((one) => {
    const ingredientClass = classOf(one)
    if (ingredientClass === null) return []
    const names = { ingredient: one.name, asWritten: one.asWritten, trace: one.trace }
    return [findingOf(asked, { ...names, class: ingredientClass, from: 'list' })]
  })
  return [
    ...listed,
    ...tintedIn(asked, ingredients, kinds),
    ...namedFindings(asked, listed, kinds),
    ...plainIn(asked),
  ]
}

/** A lye or strong acid is no help for the acidity where it is a main part or has a percentage. */
function isCaustic({ name, position, percent }: LabelIngredient): boolean {
  const isMuch = position <= 2 || (percent !== undefined && percent >= 1)
  return (
    isMuch &&
    /^(?:Sodium|Potassium|Calcium|Lithium) Hydroxide$|^(?:Hydrochloric|Sulfuric|Phosphoric|Nitric) Acid$/i.test(
      name,
    )
  )
}

/** Acids that only set the acidity peel nothing; a base that peels by its strength does. */
function classOf(one: LabelIngredient): string | null {
  const { name, class: own, percent, setsAcidity } = one
  if (isCaustic(one)) return 'irritant'
  if (setsAcidity) return null
  const from = PEELS_FROM[name]
  return from !== undefined && percent !== undefined && percent >= from ? 'exfoliant' : own
}

function findingOf(
  { plan, at }: Asked,
  about: Pick<LabelFinding, 'ingredient' | 'asWritten' | 'from' | 'class' | 'trace'>,
): LabelFinding {
  const subject = subjectOf(about.class, plan)
  const { status, opensAt, nextChangeAt } = assess(plan, subject, at)
  return { ...about, subject, status, opensAt, nextChangeAt }
}

/** Filters and iron oxides in one list are a tinted sunscreen, which the ledger holds to be makeup, as makeup itself is. */
function tintedIn(
  asked: Asked,
  ingredients: readonly LabelIngredient[],
  kinds: readonly NamedKind[],
): readonly LabelFinding[] {
  const pigment = ingredients.find(({ name }) => name === 'Iron Oxides')
  const isMakeup = kinds.some((kind) => kind.class === 'makeup')
  if (!pigment || isMakeup || !ingredients.some(isFilter)) return []
  const { name, asWritten, trace } = pigment
  return [
    findingOf(asked, {
      ingredient: name,
      asWritten,
      trace,
      class: 'tinted-sunscreen',
      from: 'list',
    }),
  ]
}

export function isFilter({ class: own }: Pick<LabelIngredient, 'class'>): boolean {
  return own === 'chemical-filter' || own === 'mineral-filter'
}

/** What only the name tells. A sunscreen's name adds nothing: its filters decide, or their lack. */
function namedFindings(
  asked: Asked,
  listed: readonly LabelFinding[],
  kinds: readonly NamedKind[],
): readonly LabelFinding[] {
  return kinds
    .filter(({ class: kind }) => kind !== 'sunscreen' && kind !== 'gentle')
    .filter(({ class: kind }) => !listed.some((one) => one.class === kind))
    .map(({ words, class: kind }) =>
      findingOf(asked, {
        ingredient: words,
        asWritten: words,
        class: kind,
        from: 'name',
        trace: false,
      }),
    )
}

/** The base itself, where it is not open: before a session, or after one that no protocol covers. */
function plainIn(asked: Asked): readonly LabelFinding[] {
  const plain = findingOf(asked, {
    ingredient: 'base',
    asWritten: '',
    class: PLAIN,
    from: 'name',
    trace: false,
  })
  return isOpen(plain.status) ? [] : [plain]
}

/** Plants and actives that no source of ours speaks of, while a product of no particular kind is not yet free. */
export function unsourcedIn({ ingredients }: LabelReading, { plan, at }: Asked): readonly string[] {
  if (isFree(assess(plan, subjectOf(UNSOURCED, plan), at).status)) return []
  return ingredients
    .filter((one) => one.class === null && UNSOURCED_ROLES.has(one.role))
    .map(({ name }) => name)
}

/** Open, and no care is asked for. */
export function isFree(status: Status): boolean {
  return status === 'allowed' || status === 'recommended'
}

/** The subjects that have to be open before the product is. */
export function subjectsOf(findings: readonly LabelFinding[], plan: CarePlan): readonly string[] {
  return [...new Set([...findings.map(({ subject }) => subject), subjectOf(PLAIN, plan)])]
}
