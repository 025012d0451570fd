import type { Draft, DraftField } from './draft.ts'

/** A field that says something else than last time. */
export interface Difference {
  readonly field: DraftField
  readonly was: readonly string[]
  readonly is: readonly string[]
}

/** The end is another one each time, and so is the number of the session. */
const ALWAYS_NEW: ReadonlySet<DraftField> = new Set(['ended', 'sessionNumber'])

/** What the form says now beside what it stood at when it was opened, in the order of the form. */
export function differences(was: Draft, is: Draft): readonly Difference[] {
  // The keys of a draft.
  const fields = Object.keys(was) as DraftField[]
  return fields.flatMap((field) => {
    if (ALWAYS_NEW.has(field)) return []
    const [before, after] = [wordsOf(was[field]), wordsOf(is[field])]
    const isSame = JSON.stringify(before.toSorted()) === JSON.stringify(after.toSorted())
    return isSame ? [] : [{ field, was: before, is: after }]
  })
}

function wordsOf(value: string | readonly string[]): readonly string[] {
  if (typeof value !== 'string') return value
  return value.trim() === '' ? [] : [value.trim()]
}
