import { cautionOf, type Status } from '@afterglow/engine'

/** What one mark for several things says: none of them is more open than it. `unknown` of nothing. */
export function strictestOf(statuses: readonly Status[]): Status {
  const sorted = statuses.toSorted((a, b) => cautionOf(b) - cautionOf(a))
  return sorted[0] ?? 'unknown'
}
