import type { Issue } from '@afterglow/engine'
import type { AdoptionChanges } from '../../api/adoptions.ts'
import type { HalfWritten } from '../../app/half-written.ts'
import { queries, useQuery } from '../../app/query.ts'

/** Changes that nobody has published. They are in this page's memory only. */
export interface Draft {
  readonly changes: AdoptionChanges
  /** The number that the clinic had when it was begun. */
  readonly startedFrom: number
  /** What the server said of them last. */
  readonly issues: readonly Issue[]
}

const KEY = ['protocol-draft'] as const
const LASTS = Number.POSITIVE_INFINITY

// With all else that was read it goes when somebody signs out.
queries.setQueryDefaults(KEY, { staleTime: LASTS, gcTime: LASTS, initialData: null })

/** Null where nothing has been changed. */
export function useDraft(): Draft | null {
  const loaded = useQuery<Draft | null>(KEY, () => Promise.resolve(heldDraft()))
  return loaded.state === 'there' ? loaded.value : null
}

export function heldDraft(): Draft | null {
  return queries.getQueryData<Draft | null>(KEY) ?? null
}

export function holdDraft(draft: Draft | null): void {
  queries.setQueryData<Draft | null>(KEY, draft)
}

const NAME = 'protocol draft'

/** Before a session that ran out takes the draft with all else that was read. */
export function leaveDraft(halfWritten: HalfWritten): void {
  halfWritten.hold(NAME, heldDraft())
}

/** The draft of whoever is back. */
export function takeDraft(halfWritten: HalfWritten): void {
  // Held by `leaveDraft` alone.
  const draft = halfWritten.take(NAME) as Draft | null | undefined
  if (draft) holdDraft(draft)
}

/** Whoever closes or reloads the page with a draft in it is asked first. */
addEventListener('beforeunload', (event) => {
  if (heldDraft() !== null) event.preventDefault()
})
