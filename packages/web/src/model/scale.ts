import type { Instant } from '@afterglow/engine'

/** What bars are measured by: from an instant to a later one. */
export interface Scale {
  readonly start: Instant
  readonly end: Instant
}

/** Where an instant stands on a bar, from 0 to 100; what is past its ends stands at them. */
export function percentOf({ start, end }: Scale, at: Instant): number {
  return Math.max(0, Math.min(100, ((at - start) / (end - start)) * 100))
}
