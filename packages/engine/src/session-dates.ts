import type { Range } from './series-rules.ts'

/** Where sessions may lie. Days are whole numbers counted from one first day; spans include both ends. */
export interface SessionSpace {
  readonly count: number
  readonly preferredGap: Range
  readonly allowableGap: Range
  /** The days on which the first one may lie. */
  readonly firstDay: Range
  /** The day that the gap to the first one is counted from; undefined where there is none before. */
  readonly before: number | undefined
  readonly isBlocked: (day: number) => boolean
  /** No session after this day. */
  readonly lastDay: number
  /** The last session should lie on the latest day up to this one; undefined where the earliest dates are best. */
  readonly aimFor: number | undefined
}

interface Reached {
  readonly day: number
  /** How many days its gaps lie outside the preferred span. */
  readonly cost: number
  readonly previous: Reached | undefined
}

/**
 * The best days for as many of `count` sessions as fit: every gap inside the allowable span and no day blocked; then
 * gaps as near the preferred span as can be, then the aim. Dynamic programming over days, so the best and always the same.
 */
export function fitSessions(space: SessionSpace): readonly number[] {
  let reached = firstDays(space)
  let best = choose(reached, space)
  for (let n = 1; n < space.count && best; n++) {
    reached = nextDays(reached, space)
    const next = choose(reached, space)
    if (!next) break
    best = next
  }
  return space.count > 0 ? daysOf(best) : []
}

function firstDays(space: SessionSpace): readonly Reached[] {
  const found: Reached[] = []
  for (
    let day = space.firstDay.atLeast;
    day <= Math.min(space.firstDay.atMost, space.lastDay);
    day++
  ) {
    if (space.isBlocked(day)) continue
    const cost = space.before === undefined ? 0 : outside(day - space.before, space.preferredGap)
    found.push({ day, cost, previous: undefined })
  }
  return found
}

function nextDays(reached: readonly Reached[], space: SessionSpace): readonly Reached[] {
  const byDay = new Map<number, Reached>()
  for (const previous of reached) {
    for (let gap = space.allowableGap.atLeast; gap <= space.allowableGap.atMost; gap++) {
      const day = previous.day + gap
      if (day > space.lastDay || space.isBlocked(day)) continue
      const cost = previous.cost + outside(gap, space.preferredGap)
      const known = byDay.get(day)
      if (!known || cost < known.cost) byDay.set(day, { day, cost, previous })
    }
  }
  return [...byDay.values()].sort((a, b) => a.day - b.day)
}

function choose(reached: readonly Reached[], { aimFor }: SessionSpace): Reached | undefined {
  const [first, ...others] = reached
  if (!first) return undefined
  return others.reduce((best, next) => (isBetter(next, best, aimFor) ? next : best), first)
}

/** In time for the aim first; then spacing; then near the aim, or early where there is none. */
function isBetter(next: Reached, best: Reached, aimFor: number | undefined): boolean {
  const late = (one: Reached) => (aimFor === undefined ? 0 : Math.max(0, one.day - aimFor))
  if (late(next) !== late(best)) return late(next) < late(best)
  if (next.cost !== best.cost) return next.cost < best.cost
  return aimFor === undefined ? next.day < best.day : next.day > best.day
}

function outside(gap: number, preferred: Range): number {
  return Math.max(0, preferred.atLeast - gap, gap - preferred.atMost)
}

function daysOf(last: Reached | undefined): readonly number[] {
  const days: number[] = []
  for (let one = last; one; one = one.previous) days.unshift(one.day)
  return days
}
