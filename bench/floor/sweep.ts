import type { Change, Elapsed, Step } from '../../packages/engine/src/index.ts'
import { ALLOWED_RANK, STATUS_BY_RANK } from './ranks.ts'

/** What the floor's generated code calls for a subject whose stretches differ from person to person. */

const MOST = 64
const FROM = new Float64Array(MOST)
const TO = new Float64Array(MOST)
const RANK = new Uint8Array(MOST)
const MASK = new Uint8Array(MOST)
const FIGURE = new Uint8Array(MOST)
const WHO = new Uint16Array(MOST)
let used = 0
/** What `look` found: the place of the governing stretch (-1 for none), all that would change it, and the next boundary. */
let best = -1
let mask = 0
let next = 0

const ALL_CHANGES: readonly Change[] = ['time', 'report', 'clearance', 'fact']
/** What would change an answer, by bits: time 1, report 2, clearance 4, fact 8. */
export const CHANGES: readonly (readonly Change[])[] = Array.from({ length: 16 }, (_, bits) =>
  ALL_CHANGES.filter((_change, k) => (bits & (1 << k)) !== 0),
)

export function begin(): void {
  used = 0
}

/** One stretch of one position; `packed` holds who (from bit 8), figure (7), mask (3 to 6) and rank (0 to 2). */
export function add(from: Elapsed, to: Elapsed, packed: number): void {
  if (from >= to) return
  FROM[used] = from
  TO[used] = to
  RANK[used] = packed & 7
  MASK[used] = (packed >> 3) & 15
  FIGURE[used] = (packed >> 7) & 1
  WHO[used] = packed >> 8
  used++
}

/** Walks from one boundary to the next, the strictest stretch governing in between; `ids` are the positions' by number. */
export function sweep(steps: Step[], ids: readonly string[]): Step[] {
  let since = 0
  let at = 0
  let last = NaN
  for (;;) {
    look(at)
    const answer = packedAnswer()
    if (answer !== last) {
      if (at > 0) steps.push(stepOf(last, since, ids))
      since = at
      last = answer
    }
    if (next === Number.POSITIVE_INFINITY) break
    at = next
  }
  steps.push(stepOf(last, since, ids))
  return steps
}

function look(at: Elapsed): void {
  best = -1
  next = Number.POSITIVE_INFINITY
  for (let k = 0; k < used; k++) {
    const from = FROM[k] as number
    const to = TO[k] as number
    if (from > at) {
      if (from < next) next = from
    } else if (to > at) {
      if (to < next) next = to
      hear(k)
    }
  }
}

function hear(k: number): void {
  const higher = best < 0 ? 1 : (RANK[k] as number) - (RANK[best] as number)
  if (higher > 0) {
    best = k
    mask = MASK[k] as number
  } else if (higher === 0) {
    mask |= MASK[k] as number
    const longer = (TO[k] as number) - (TO[best] as number)
    if (longer > 0 || (!(longer < 0) && (FIGURE[k] as number) > (FIGURE[best] as number))) best = k
  }
}

function packedAnswer(): number {
  return best < 0
    ? ALLOWED_RANK
    : ((WHO[best] as number) + 1) * 256 + mask * 8 + (RANK[best] as number)
}

function stepOf(answer: number, start: Elapsed, ids: readonly string[]): Step {
  const who = (answer >> 8) - 1
  return {
    start,
    status: STATUS_BY_RANK[answer & 7] as Step['status'],
    governing: who < 0 ? null : (ids[who] as string),
    changedBy: CHANGES[(answer >> 3) & 15] as Step['changedBy'],
  }
}
