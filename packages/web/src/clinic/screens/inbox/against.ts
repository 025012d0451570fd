import {
  applyPlan,
  datePlan,
  daysBetween,
  type Instant,
  localDate,
  parseInstant,
  type Planner,
  type Session,
  type TriageReason,
} from '@afterglow/engine'
import type { LastSession } from '../../api/alerts.ts'

/** Why one sign is judged as it is; the last day on which it is usual, where the same figures say so here. */
export interface Against {
  readonly code: TriageReason['code']
  readonly sign: string | null
  readonly usualToDay: number | null
}

interface Judged {
  readonly reasons: readonly TriageReason[]
  readonly procedure: LastSession | null
}

/** What was reported beside what is expected: of each sign the most urgent reason alone, in the server's order. Without the protocols no day is said. */
export function againstOf(
  planner: Planner | null,
  { reasons, procedure }: Judged,
): readonly Against[] {
  const seen = new Set<string | null>()
  return reasons.flatMap((reason) => {
    const { code, sign } = reason
    if (seen.has(sign)) return []
    seen.add(sign)
    return [
      {
        code,
        sign,
        usualToDay: planner === null ? null : usualDay(planner, { reason, procedure }),
      },
    ]
  })
}

/**
 * The day is worked out here, and the reason by the server: where the two do not rest on the very same figures, as with a plan
 * that is pinned to an older version, no day is said.
 */
function usualDay(
  planner: Planner,
  {
    reason: { sign, basis },
    procedure,
  }: { readonly reason: TriageReason; readonly procedure: LastSession | null },
): number | null {
  const endedAt = procedure === null ? undefined : parseInstant(procedure.endedAt)
  if (procedure === null || endedAt === undefined) return null
  const course = courseAfter(planner, procedure, endedAt).find((one) => one.sign === sign)
  if (course === undefined || course.expectations.join() !== basis.join()) return null
  return daysBetween(localDate(endedAt, ZONE), localDate(course.typicalEnd, ZONE))
}

/** Lengths alone are asked for: they are the same in any zone. */
const ZONE = 'UTC'

function courseAfter(planner: Planner, procedure: LastSession, endedAt: Instant) {
  const { code, device, needleDepthMm, bodySites } = procedure
  const session: Session = {
    zone: ZONE,
    procedures: [
      {
        id: 'last',
        code,
        endedAt,
        bodySites: [...bodySites],
        ...(device !== null && { device }),
        ...(needleDepthMm !== null && { needleDepthMm }),
      },
    ],
    patient: {},
    events: [],
  }
  return datePlan(applyPlan(planner, session)).course
}
