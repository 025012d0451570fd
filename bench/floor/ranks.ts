import type { Status } from '../../packages/engine/src/index.ts'

/** Statuses by weight where positions meet, the floor's numbers for them: a recommendation goes before a permission. */
export const STATUS_BY_RANK: readonly Status[] = [
  'allowed',
  'recommended',
  'caution',
  'unknown',
  'ask-clinic',
  'avoid',
]
export const ALLOWED_RANK = 0

export function rankOf(status: Status): number {
  return STATUS_BY_RANK.indexOf(status)
}
