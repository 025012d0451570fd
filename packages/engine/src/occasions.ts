import { type CarePlan, isCurrent } from './care-plan.ts'
import { checkInOccasions, isCheckInDue } from './check-in-occasion.ts'
import { DAY_MS } from './duration.ts'
import { unreachable } from './issue.ts'
import {
  createOccasion,
  type Occasion,
  type OccasionRequest,
  type ReminderKind,
} from './occasion.ts'
import { isAsOpen, OPENING_MS, type Openness, openingsOf } from './opening.ts'
import { isRoutineDue, ROUTINE_USE_MS, routineOccasions } from './routine-occasion.ts'
import { zoneAt } from './session.ts'
import { addToDate, type Instant, instantOf, localDate } from './time.ts'
import { assess } from './verdict.ts'

/** How long what has no end of its own is of use. */
const USE_MS = DAY_MS

/** How many days before a planned session it is brought to mind: time to prepare, then time to arrange the day. */
const NOTICE_DAYS = [14, 2] as const

/** All there is to remind of, of one kind, that can be of use in the span. */
export function occasionsOf(kind: ReminderKind, within: OccasionRequest): readonly Occasion[] {
  const { from, until } = within.span
  const request = { ...within, span: { from: from - USE_MS, until } }
  switch (kind) {
    case 'routine':
      return routineOccasions({ ...within, span: { from: from - ROUTINE_USE_MS, until } })
    case 'window-opened':
    case 'window-caution':
      return openings(kind, request)
    case 'check-in-due':
      return checkInOccasions(within)
    case 'session-due':
      return sessionNotices(request)
    case 'milestone':
      return milestones(request)
    default:
      return unreachable(kind)
  }
}

/** Whether an occasion still holds at `at`: what has been done, shut, moved or taken back by then is not reminded of. */
export function isStillDue(plan: CarePlan, occasion: Occasion, at: Instant): boolean {
  if (at >= occasion.expiresAt) return false
  switch (occasion.kind) {
    case 'routine':
      return isRoutineDue(plan, occasion, at)
    case 'window-opened':
    case 'window-caution':
      return isStillOpen(plan, occasion, at)
    case 'check-in-due':
      return isCheckInDue(plan, occasion.nominalAt, at)
    case 'session-due':
      return isStillPlanned(plan, occasion, at)
    case 'milestone':
      return plan.milestones.some(
        (one) =>
          one.milestone === occasion.milestone &&
          instantOfMilestone(plan, one) === occasion.nominalAt,
      )
    default:
      return unreachable(occasion.kind)
  }
}

/** How open a subject has to be for what is told of it. */
export function opennessOf(kind: ReminderKind): Openness {
  return kind === 'window-opened' ? 'free' : 'caution'
}

function openings(kind: ReminderKind, { plan, span }: OccasionRequest): readonly Occasion[] {
  return openingsOf(plan, span, opennessOf(kind)).map(({ subject, at }) =>
    createOccasion(kind, { subject, nominalAt: at, expiresAt: at + OPENING_MS }),
  )
}

function isStillOpen(plan: CarePlan, { kind, subject }: Occasion, at: Instant): boolean {
  return subject !== undefined && isAsOpen(assess(plan, subject, at).status, opennessOf(kind))
}

/** For each planned procedure that a protocol covers, on the mornings of the days before it. */
function sessionNotices({ planner, plan, span }: OccasionRequest): readonly Occasion[] {
  const morning = planner.shelves[0]?.compiled.protocol.routine.morning
  if (morning === undefined) return []
  const planned = plan.procedures.filter(({ protocol }) => protocol !== null)
  return planned.flatMap(({ id, endedAt }) =>
    NOTICE_DAYS.flatMap((days) => {
      // Where the person is before that morning: no journey after it may move it.
      const zone = zoneAt(plan.zone, plan.events, endedAt - (days + 1) * DAY_MS)
      const date = addToDate(localDate(endedAt, zone), { kind: 'days', days: -days })
      const nominalAt = instantOf(date, morning, zone)
      if (nominalAt < span.from || nominalAt >= span.until) return []
      const expiresAt = nominalAt + USE_MS
      return [
        createOccasion('session-due', { procedure: id, sessionAt: endedAt, nominalAt, expiresAt }),
      ]
    }),
  )
}

function isStillPlanned(plan: CarePlan, occasion: Occasion, at: Instant): boolean {
  return plan.procedures.some(
    (one) =>
      one.id === occasion.procedure &&
      one.endedAt === occasion.sessionAt &&
      at < one.endedAt &&
      isCurrent(one, at),
  )
}

/** From when a source expects something; by when, where it says only that. */
function milestones({ plan, span }: OccasionRequest): readonly Occasion[] {
  return plan.milestones.flatMap((one) => {
    const nominalAt = instantOfMilestone(plan, one)
    if (nominalAt === null || nominalAt < span.from || nominalAt >= span.until) return []
    const { milestone, procedure } = one
    return [
      createOccasion('milestone', {
        milestone,
        ...(procedure !== undefined && { procedure }),
        nominalAt,
        expiresAt: nominalAt + USE_MS,
      }),
    ]
  })
}

function instantOfMilestone(
  { anchor }: CarePlan,
  { from, until }: CarePlan['milestones'][number],
): Instant | null {
  const elapsed = from ?? until
  return elapsed === null ? null : anchor + elapsed
}
