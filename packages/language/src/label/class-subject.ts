import type { CarePlan } from '@afterglow/engine'
import subjects from '../../data/classes.json' with { type: 'json' }

/** Every class with the ledger's subject that answers for it. */
export const SUBJECT_OF_CLASS: Readonly<Record<string, string>> = subjects

/** What a ledger that has no word for a class is asked about instead: everything put on the skin, its strictest. */
const FALLBACK = 'skin-products'

export function subjectOf(ingredientClass: string, { subjects: known }: CarePlan): string {
  const subject = SUBJECT_OF_CLASS[ingredientClass] ?? FALLBACK
  return Object.hasOwn(known, subject) ? subject : FALLBACK
}
