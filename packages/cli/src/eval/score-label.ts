import type { LabelAnswer } from '@afterglow/language'
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

/** Classes expected and found, for precision and recall; what is recommended counts by its name alone. */
export function ingredientsRight(
  { findings, recommended }: LabelAnswer,
  expected: Expected,
): IngredientCount {
  const wanted = new Set(
    Object.entries(expected.classes ?? {}).map(([name, kind]) => `${fold(name)}: ${kind}`),
  )
  const free = new Set(recommended.map(fold))
  const isWanted = (name: string) => (expected.recommended ?? []).some((one) => fold(one) === name)
  const found = findings
    .filter(({ ingredient }) => !free.has(fold(ingredient)) || !isWanted(fold(ingredient)))
    .map((one) => `${fold(one.ingredient)}: ${one.class}`)
  const right = [...new Set(found)].filter((one) => wanted.has(one)).length
  return { right, expected: wanted.size, found: new Set(found).size }
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
