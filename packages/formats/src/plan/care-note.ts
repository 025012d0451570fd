import { isOpen, type Reason, type Status } from '@afterglow/engine'

/** What an open answer depends on. Texts are keys of the protocol's own. */
export type CareNote =
  | { readonly kind: 'condition'; readonly text: string }
  | { readonly kind: 'why'; readonly text: string }
  /** These signs must be gone; `all` is every sign of the course but pigment. */
  | { readonly kind: 'settled'; readonly signs: readonly string[] | 'all' }
  | { readonly kind: 'careful' }

/** The governing position's condition; of a `caution` without one the signs that must be gone, else why. */
export function careNoteOf(status: Status, governing: Reason | null): CareNote | null {
  if (!governing || !isOpen(status)) return null
  const { condition, why, window } = governing
  if (condition !== undefined) return { kind: 'condition', text: `condition.${condition}` }
  if (status !== 'caution') return null
  if (window?.and?.includes('settled'))
    return { kind: 'settled', signs: Array.isArray(window.signs) ? window.signs : 'all' }
  return why === undefined ? { kind: 'careful' } : { kind: 'why', text: `why.${why}` }
}
