import type { PlanQuestion } from './questions.ts'

/** What a person answers: a value, one step back, or that they stop here. */
export type Reply =
  | { readonly kind: 'said'; readonly value: readonly string[] }
  | { readonly kind: 'back' }
  | { readonly kind: 'stop' }

/** Puts questions to a person. */
export interface Asker {
  readonly ask: (question: PlanQuestion, place: string) => Promise<Reply>
  /** Where to save to, after what went wrong with the name before; undefined where nothing is to be saved. */
  readonly askWhereToSave: (
    suggestion: string,
    trouble: string | undefined,
  ) => Promise<string | undefined>
}
