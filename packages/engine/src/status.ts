import type { Status } from './codes.ts'

const CAUTION: Readonly<Record<Status, number>> = {
  recommended: 0,
  allowed: 1,
  caution: 2,
  unknown: 3,
  'ask-clinic': 3.5,
  avoid: 4,
}

/** How cautious an answer is. `unknown` and `ask-clinic` send a person to the same place; of the two, asking is named. */
export function cautionOf(status: Status): number {
  return CAUTION[status]
}

/** The more cautious of two answers; the first on a tie. */
export function stricter(a: Status, b: Status): Status {
  return CAUTION[b] > CAUTION[a] ? b : a
}

/** Whether a person may go ahead, with care or without: what `opensAt` waits for. */
export function isOpen(status: Status): boolean {
  return status === 'caution' || status === 'allowed' || status === 'recommended'
}
