import { revealedBy, shapedLike } from './family.ts'
import { type Ingredient, ingredientNamed } from './ingredient.ts'
import { withoutQualifiers } from './label-words.ts'
import { ingredientNear } from './near.ts'

/** The ingredient of this name, or of the name without the words on how it was made. */
export function exactly(folded: string): Ingredient | undefined {
  if (folded === '') return undefined
  const found = ingredientNamed(folded)
  if (found) return found
  const rest = withoutQualifiers(folded)
  return rest === folded || rest === '' ? undefined : ingredientNamed(rest)
}

/**
 * What a name that is in no list most likely stands for: a slip of one letter, then what a part of it gives away, then
 * two slips, then its form. Names that need care come before those that need none.
 */
export function loosely(folded: string): Ingredient | undefined {
  if (folded.length < 4) return undefined
  return (
    ingredientNear(folded, 1) ??
    revealedBy(folded) ??
    ingredientNear(folded, 2) ??
    shapedLike(withoutQualifiers(folded))
  )
}
