import { type CarePlan, isCurrent, type PlanProcedure } from './care-plan.ts'
import { DAY_MS } from './duration.ts'
import { createOccasion, type Occasion, type OccasionRequest } from './occasion.ts'
import type { Span } from './occurrence.ts'
import { type Planner, zoneTableOf } from './planner.ts'
import { requireDuration } from './protocol.ts'
import { zoneAt } from './session.ts'
import { addDuration, type Instant, localDate } from './time.ts'
import { nextShowing, type OffsetAt, offsetsOf } from './wall-clock.ts'

/** A local day and a journey: no check-in is of use for longer. */
const LONGEST_DAY_MS = 3 * DAY_MS

/**
 * One check-in each local day while a recovery lasts: from a procedure's end until the typical recovery end. Where a
 * journey shows its time twice on a day, the first counts.
 */
export function checkInOccasions(request: OccasionRequest): readonly Occasion[] {
  const { planner, plan, span } = request
  const clock = request.checkInAt ?? planner.shelves[0]?.compiled.protocol.routine.evening
  if (clock === undefined) return []
  const offsetAt = offsetsOf(planner, plan)
  const near = recoveriesOf(planner, plan).filter(
    ({ from, until }) => from < span.until && until > span.from - LONGEST_DAY_MS,
  )
  const byDay = new Map<string, Instant>()
  for (const at of showings(near, clock, { offsetAt, until: span.until })) {
    const day = localDate(at, zoneAt(plan.zone, plan.events, at))
    if (!byDay.has(day) && near.some((one) => isIn(one, at))) byDay.set(day, at)
  }
  return [...byDay.values()]
    .filter((at) => at >= span.from - LONGEST_DAY_MS)
    .map((at) =>
      createOccasion('check-in-due', {
        nominalAt: at,
        expiresAt: nextShowing(at + 1, '00:00', offsetAt),
      }),
    )
}

/** Whether that local day's check-in is still to be given at `at`. */
export function isCheckInDue({ zone, events }: CarePlan, due: Instant, at: Instant): boolean {
  const day = (one: Instant) => localDate(one, zoneAt(zone, events, one))
  const given = events.filter((event) => event.type === 'check-in' && event.at <= at)
  // Any check-in that far back is of another day.
  const near = given.filter((event) => event.at > due - LONGEST_DAY_MS)
  return near.length === 0 || !near.some((event) => day(event.at) === day(due))
}

interface Recovery extends Span {
  readonly procedure: PlanProcedure
}

function isIn({ procedure, from, until }: Recovery, at: Instant): boolean {
  return at >= from && at < until && isCurrent(procedure, at)
}

/** After a procedure that no protocol covers the first one's reading stands in: to ask is the safe side. */
function recoveriesOf(planner: Planner, plan: CarePlan): readonly Recovery[] {
  return plan.procedures.flatMap((procedure) => {
    const { endedAt, zone, protocol: code } = procedure
    const shelf =
      planner.shelves.find(({ compiled }) => compiled.protocol.code === code) ?? planner.shelves[0]
    if (!shelf) return []
    const { until } = shelf.compiled.protocol.readings.typicalRecoveryEnd
    const table = zoneTableOf(planner, zone, endedAt)
    return [
      { procedure, from: endedAt, until: addDuration(table, endedAt, requireDuration(until)) },
    ]
  })
}

function showings(
  recoveries: readonly Recovery[],
  clock: string,
  { offsetAt, until }: { readonly offsetAt: OffsetAt; readonly until: Instant },
): readonly Instant[] {
  const found = new Set<Instant>()
  for (const recovery of recoveries) {
    const end = Math.min(recovery.until, until)
    let at = nextShowing(recovery.from, clock, offsetAt)
    for (; at < end; at = nextShowing(at + 1, clock, offsetAt)) found.add(at)
  }
  return [...found].sort((a, b) => a - b)
}
