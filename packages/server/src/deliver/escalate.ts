import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import { derivedId } from '../derived-id.ts'
import type { Deps } from '../deps.ts'
import type { QueuedJob } from '../queue.ts'
import { type Clinic, readClinic } from '../store/clinic-settings.ts'
import { inScope, timestampOf, type Trx } from '../store/database.ts'
import { recipientsOf, responsibleOf } from './alert-recipients.ts'
import {
  type AlertPlace,
  holdOpenAlert,
  lastRound,
  MOST_ROUNDS,
  type Round,
} from './alert-rounds.ts'
import { queueStaffMail } from './staff-mail.ts'

const MINUTE_MS = 60_000

/**
 * Tells more people of an urgent alert that nobody has acknowledged in the clinic's time, and comes again after as long.
 * Acknowledged or resolved: nothing.
 */
export async function escalate(deps: Deps, place: AlertPlace): Promise<void> {
  const { clinicId } = place
  const jobs: QueuedJob[] = []
  await inScope(deps.db, { clinicId }, async (trx) => {
    const open = await holdOpenAlert(trx, place)
    if (open === null) return
    const clinic = await readClinic(trx, clinicId)
    const last = await lastRound(trx, place, open.raisedAt)
    const next = await oneRound({ trx, deps, jobs }, { place, clinic, last, ...open })
    if (next !== null) jobs.push(escalation(place, next))
    await deps.queue.send(trx, jobs)
  })
}

interface Telling {
  readonly trx: Trx
  readonly deps: Deps
  readonly jobs: QueuedJob[]
}

interface Escalating {
  readonly place: AlertPlace
  readonly clinic: Clinic
  readonly raisedAt: Instant
  readonly last: Round | null
}

/** The round that is due, and when the next one is: null after the last. */
async function oneRound(
  { trx, deps, jobs }: Telling,
  { place, clinic, raisedAt, last }: Escalating,
): Promise<Instant | null> {
  const at = deps.now()
  const waitMs = clinic.settings.acknowledgeWithinMin * MINUTE_MS
  const told = last === null || last.round === 0 ? null : last
  const since = told?.at ?? raisedAt
  // The same job again, after a crash between our commit and the queue's; or one of before the alert was raised further; or
  // the clinic waits longer than it did.
  if (at < since + waitMs / 2)
    return told === null || told.round < MOST_ROUNDS ? since + waitMs : null
  const round = (told?.round ?? 0) + 1
  const to = await toldIn(trx, clinic, last)
  const enqueue = (job: QueuedJob) => void jobs.push(job)
  const sending = { trx, deps, clinicId: place.clinicId, at, enqueue }
  await queueStaffMail(sending, { clinic, alertId: place.alertId, raisedAt, round, to })
  if (to.length > 0) await markEscalated(trx, place, at)
  else deps.log.error({ ...place, code: 'nobody-to-tell' }, 'an alert escalates')
  // Where there is nobody, no round is counted: then the time ends it.
  const isLast = to.length > 0 ? round >= MOST_ROUNDS : at >= raisedAt + MOST_ROUNDS * waitMs
  return isLast ? null : at + waitMs
}

/** Those whom the clinic named; its clinicians and owners too where no mail of the round before has left. */
async function toldIn(trx: Trx, clinic: Clinic, last: Round | null): Promise<readonly string[]> {
  const named = await recipientsOf(trx, clinic, clinic.settings.escalationEmails)
  if (last !== null && last.taken > 0) return named
  return [...new Set([...named, ...(await responsibleOf(trx, clinic))])]
}

/** Named by its time: one that came too early queues itself again, one that came twice queues the next once. */
export function escalation(place: AlertPlace, startAfter: Instant): QueuedJob {
  const id = derivedId(place.clinicId, 'escalate', place.alertId, startAfter)
  return { id, job: { queue: 'escalate', data: { ...place } }, startAfter }
}

async function markEscalated(
  trx: Trx,
  { clinicId, alertId }: AlertPlace,
  at: Instant,
): Promise<void> {
  await trx
    .updateTable('alert')
    .set(({ eb }) => ({
      escalatedAt: sql<string>`coalesce(escalated_at, ${timestampOf(at)}::timestamptz)`,
      revision: eb('revision', '+', 1),
    }))
    .where('clinicId', '=', clinicId)
    .where('alertId', '=', alertId)
    .execute()
}
