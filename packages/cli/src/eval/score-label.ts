import type { LabelAnswer, LabelFinding } from '@afterglow/language'
import type { Expected } from './expected.ts'
import type { Score } from './score.ts'

/** How many ingredients were given the class they have. */
export interface IngredientCount {
  readonly right: number
  readonly expected: number
  readonly found: number
}

const CAUTION: Readonly<Record<string, number>> = {
  ok: 0,
  caution: 1,
  'ask-clinic': 2,
  'cannot-clear': 2,
  avoid: 3,
}

export function scoreLabel({ verdict, deciding }: LabelAnswer, expected: Expected): Score {
  const above = (CAUTION[verdict] ?? 0) - (CAUTION[expected.verdict ?? ''] ?? 0)
  const isSame = verdict === expected.verdict
  const decides = deciding === null ? '' : fold(deciding.ingredient)
  const isDeciding = expected.deciding === undefined || decides === fold(expected.deciding)
  return {
    strict: isSame && isDeciding,
    lenient: isSame || above === 0 || above === 1,
    unsafe: above < 0,
    expected: expected.verdict ?? '',
    got: verdict,
  }
}

/**
 * Classes expected and found, for precision and recall. A class is right by its own name or by that of the subject it
 * stands for; what is recommended counts by its name alone.
 */
export function ingredientsRight(
  { findings, recommended }: LabelAnswer,
  { classes = {}, recommended: expectedFree = [] }: Expected,
): IngredientCount {
  const free = new Set(recommended.map(fold))
  const isFree = new Set(expectedFree.map(fold))
  const wanted = new Map(
    Object.entries(classes)
      .map(([name, kind]) => [fold(name), kind] as const)
      .filter(([name]) => !isFree.has(name)),
  )
  // The set names an ingredient as the list writes it, or by its full name.
  const names = ({ ingredient, asWritten }: LabelFinding) => [fold(ingredient), fold(asWritten)]
  const found = new Map(
    findings
      .filter(
        (one) => !free.has(fold(one.ingredient)) || !names(one).some((name) => isFree.has(name)),
      )
      .map((one) => [fold(one.ingredient), one] as const),
  )
  const right = [...found].filter(([name, one]) => {
    const kind = wanted.get(name) ?? wanted.get(fold(one.asWritten))
    return kind === one.class || kind === one.subject
  })
  return { right: right.length, expected: wanted.size, found: found.size }
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
