import type { Verdict } from '@afterglow/engine'

/** What an open answer depends on. The condition and the reason are keys of the protocol's texts. */
export type Note =
  | { readonly kind: 'condition'; readonly condition: string }
  | { readonly kind: 'settled'; readonly signs: readonly string[] | 'all' }
  | { readonly kind: 'why'; readonly why: string }
  | { readonly kind: 'careful' }

/** The governing source's condition, else what a caution waits for; null where an answer depends on nothing or is shut. */
export function noteOf({ status, governing }: Pick<Verdict, 'status' | 'governing'>): Note | null {
  if (!governing || status === 'avoid' || status === 'ask-clinic' || status === 'unknown')
    return null
  const { condition, window, why } = governing
  if (condition !== undefined) return { kind: 'condition', condition }
  if (status !== 'caution') return null
  if (window?.and?.includes('settled')) return { kind: 'settled', signs: window.signs ?? 'all' }
  return why === undefined ? { kind: 'careful' } : { kind: 'why', why }
}
