import type { Change, Elapsed, Step } from '../../packages/engine/src/index.ts'
import { STATUS_BY_RANK } from './ranks.ts'

/** What the floor's generated code calls for a subject whose stretches differ from person to person. */

const MOST = 64
const FROM = new Float64Array(MOST)
const TO = new Float64Array(MOST)
const RANK = new Uint8Array(MOST)
const MASK = new Uint8Array(MOST)
const FIGURE = new Uint8Array(MOST)
const WHO = new Uint16Array(MOST)
let used = 0

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
  const count = used
  let last = -1
  for (let at = 0; at !== Number.POSITIVE_INFINITY; ) {
    let next = Number.POSITIVE_INFINITY
    let best = -1
    let mask = 0
    for (let k = 0; k < count; k++) {
      const from = FROM[k] as number
      const to = TO[k] as number
      if (from > at) next = from < next ? from : next
      else if (to > at) {
        next = to < next ? to : next
        const higher = best < 0 ? 1 : (RANK[k] as number) - (RANK[best] as number)
        if (higher < 0) continue
        mask = higher > 0 ? (MASK[k] as number) : mask | (MASK[k] as number)
        if (higher > 0 || lastsLonger(k, best)) best = k
      }
    }
    const answer = best < 0 ? 0 : answerOf(best, mask)
    if (answer !== last) steps.push(stepOf(answer, at, ids))
    last = answer
    at = next
  }
  return steps
}

/** Of two alike, the one that lasts longer governs, then the one with a figure of its own. */
function lastsLonger(k: number, best: number): boolean {
  const to = TO[k] as number
  const bestTo = TO[best] as number
  return to > bestTo || (to === bestTo && (FIGURE[k] as number) > (FIGURE[best] as number))
}

function answerOf(best: number, mask: number): number {
  return ((WHO[best] as number) + 1) * 256 + mask * 8 + (RANK[best] as number)
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
