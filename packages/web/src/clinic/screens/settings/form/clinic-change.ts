import type { ClinicChange } from '../../../api/settings.ts'

/** What of `after` is not as in `before`: a change names what somebody changed, and nothing else. */
export function differenceOf(before: ClinicChange, after: ClinicChange): ClinicChange {
  const { settings: had = {}, ...rest } = before
  const { settings: wanted = {}, ...wantedRest } = after
  const settings = changedIn(had, wanted)
  const hasSettings = Object.keys(settings).length > 0
  return { ...changedIn(rest, wantedRest), ...(hasSettings && { settings }) }
}

function changedIn<T extends object>(before: T, after: T): Partial<T> {
  const had = new Map(Object.entries(before))
  const changed = Object.entries(after).filter(([key, value]) => !isSame(had.get(key), value))
  // Some of the entries of `after`.
  return Object.fromEntries(changed) as Partial<T>
}

export function isNothing(change: ClinicChange): boolean {
  return Object.keys(change).length === 0
}

/** A draft over what somebody else saved meanwhile: what was not touched here is as they left it. */
export function rebased<D extends object>(base: D, draft: D, theirs: D): D {
  return { ...theirs, ...changedIn(base, draft) }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
