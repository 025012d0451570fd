import type { Status } from '../../packages/engine/src/index.ts'

/** Statuses from the least cautious to the most: the floor's numbers for them. */
export const STATUS_BY_RANK: readonly Status[] = [
  'recommended',
  'allowed',
  'caution',
  'unknown',
  'ask-clinic',
  'avoid',
]
export const ALLOWED_RANK = 1
export const OPEN_RANK = 2
export const ASK_RANK = 4

export function rankOf(status: Status): number {
  return STATUS_BY_RANK.indexOf(status)
}
