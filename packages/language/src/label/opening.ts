import { assess, type CarePlan, type Instant, isOpen } from '@afterglow/engine'

/** Each turn goes on to a later change of the plan; a plan has fewer changes for the subjects of one label. */
const MOST_TURNS = 64

/** The first instant from `at` on at which all of the subjects are open; null where no time opens them. */
export function openingOf(
  plan: CarePlan,
  subjects: readonly string[],
  at: Instant,
): Instant | null {
  let candidate = at
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const verdicts = subjects.map((subject) => assess(plan, subject, candidate))
    const closed = verdicts.filter(({ status }) => !isOpen(status))
    if (closed.length === 0) return candidate
    const openings = closed.map(({ opensAt }) => opensAt)
    if (openings.includes(null)) return null
    candidate = Math.max(...openings.map((opening) => opening ?? candidate))
  }
  return null
}
