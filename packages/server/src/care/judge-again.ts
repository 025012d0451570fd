import { type Instant, type TriageAnswer, urgencyOf } from '@afterglow/engine'
import type { Sending } from '../deliver/queue-delivery.ts'
import type { EventType, StoredEvent } from '../store/event-log.ts'
import { hearMessage } from './hear-message.ts'
import { judgeCheckIn, timesOf } from './judge-check-in.ts'
import { lastSessionOf } from './last-session.ts'
import type { PatientCare } from './patient-care.ts'
import { FOR_THE_CLINIC, raiseAlert, raiseFurther } from './raise-alert.ts'
import { MONTH_MS } from './recent-sessions.ts'
import { withoutUndone } from './session-of.ts'

/** What can make of an earlier report more than it was judged as. */
const CHANGES: ReadonlySet<EventType> = new Set([
  'procedure',
  'patient-facts',
  'moved',
  'corrected',
  'undone',
])

export function changesJudgement({ type }: Pick<StoredEvent, 'type'>): boolean {
  return CHANGES.has(type)
}

/** Whether a check-in is of before another one, which is judged by how things go. */
export function comesLate({ events }: PatientCare, told: StoredEvent): boolean {
  return events.some(
    ({ eventId, type, at }) => type === 'check-in' && eventId !== told.eventId && at >= told.at,
  )
}

/**
 * Judges by the care as it is now what the patient reported since the session that runs, and at least in the last four weeks.
 * What is more urgent than it stands in the inbox is raised there, as if it had been told now; nothing is lowered. Answers
 * how many were raised. Whoever calls holds the patient's plan.
 */
export async function judgeAgain(sending: Sending, after: PatientCare): Promise<number> {
  const reports = reportsSince(after, sinceWhen(after, sending.at))
  if (reports.length === 0) return 0
  const standing = await standingAlerts(sending, after, reports)
  let count = 0
  for (const event of reports) {
    const answer = judged(after, event)
    const alerts = standing.get(event.eventId) ?? []
    const urgency = urgencyOf(answer.disposition)
    const isStanding = alerts.some((alert) => alert.urgency >= urgency)
    if (urgency < FOR_THE_CLINIC || isStanding) continue
    const open = alerts.find(({ resolvedAt }) => resolvedAt === null)
    const raised = { record: after.record, eventId: event.eventId, answer }
    if (open) await raiseFurther(sending, open.alertId, raised)
    else await raiseAlert(sending, raised)
    count += 1
  }
  return count
}

function sinceWhen(after: PatientCare, at: Instant): Instant {
  return Math.min(lastSessionOf(after, at)?.endedAt ?? at, at - MONTH_MS)
}

function reportsSince({ events }: PatientCare, since: Instant): readonly StoredEvent[] {
  return withoutUndone(events).filter((event) => isReport(event) && lastTimeOf(event) >= since)
}

/** As late as it may be of. */
function lastTimeOf(event: StoredEvent): Instant {
  return Math.max(...timesOf(event))
}

function isReport({ type, data }: StoredEvent): boolean {
  return type === 'check-in' || (type === 'message' && data['direction'] === 'from-patient')
}

function judged(after: PatientCare, event: StoredEvent): Pick<TriageAnswer, 'disposition'> {
  if (event.type === 'check-in') return judgeCheckIn(after, event)
  const { body } = event.data
  return hearMessage(after, typeof body === 'string' ? body : '', event.at)
}

interface StandingAlert {
  readonly alertId: string
  readonly eventId: string
  readonly urgency: number
  readonly resolvedAt: Instant | null
}

/** Held, so that nobody closes one while it is raised. */
async function standingAlerts(
  { trx, clinicId }: Sending,
  { record: { patientId } }: PatientCare,
  reports: readonly StoredEvent[],
): Promise<ReadonlyMap<string, readonly StandingAlert[]>> {
  const rows = await trx
    .selectFrom('alert')
    .select(['alertId', 'eventId', 'urgency', 'resolvedAt'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where(
      'eventId',
      'in',
      reports.map(({ eventId }) => eventId),
    )
    .orderBy('alertId')
    .forUpdate()
    .execute()
  return Map.groupBy(rows, ({ eventId }) => eventId)
}
