import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import { derivedId } from '../derived-id.ts'
import type { Deps } from '../deps.ts'
import type { QueuedJob } from '../queue.ts'
import { type Clinic, readClinic } from '../store/clinic-settings.ts'
import { inScope, timestampOf, timeValue, type Trx } from '../store/database.ts'
import { recipientsOf } from './alert-recipients.ts'
import { queueDelivery, type Sending } from './queue-delivery.ts'

export interface AlertPlace {
  readonly clinicId: string
  readonly alertId: string
}

/** So often people are told of an alert that nobody acknowledges; then it stays in the inbox, at the top. */
const MOST_ROUNDS = 6
const MINUTE_MS = 60_000

/**
 * Tells more people of an urgent alert that nobody has acknowledged in the clinic's time, and comes again after as long.
 * Acknowledged or resolved: nothing.
 */
export async function escalate(deps: Deps, place: AlertPlace): Promise<void> {
  const { clinicId } = place
  const at = deps.now()
  const jobs: QueuedJob[] = []
  await inScope(deps.db, { clinicId }, async (trx) => {
    const clinic = await readClinic(trx, clinicId)
    const waitMs = clinic.settings.acknowledgeWithinMin * MINUTE_MS
    const open = await openAlert(trx, place)
    if (open === null) return
    const before = await roundsBefore(trx, place, open.raisedAt)
    // The same job again, after a crash between our commit and the queue's.
    if (before.lastAt !== null && at < before.lastAt + waitMs / 2) return
    const round = before.count + 1
    const to = await recipientsOf(trx, clinic, clinic.settings.escalationEmails)
    const sending = { trx, deps, clinicId, at, enqueue: (job: QueuedJob) => void jobs.push(job) }
    await tell(sending, { clinic, alertId: place.alertId, round, to })
    await markEscalated(trx, place, at)
    if (to.length === 0) deps.log.error({ clinicId, code: 'nobody-to-tell' }, 'an alert escalates')
    if (round < MOST_ROUNDS && to.length > 0) jobs.push(nextRound(place, round + 1, at + waitMs))
    await deps.queue.send(trx, jobs)
  })
}

function nextRound(place: AlertPlace, round: number, startAfter: Instant): QueuedJob {
  const id = derivedId(place.clinicId, 'escalate', place.alertId, round)
  return { id, job: { queue: 'escalate', data: { ...place } }, startAfter }
}

/** Held until the end, so that nobody acknowledges it while others are being told. */
async function openAlert(
  trx: Trx,
  { clinicId, alertId }: AlertPlace,
): Promise<{ readonly raisedAt: Instant } | null> {
  const row = await trx
    .selectFrom('alert')
    .select(['raisedAt', 'acknowledgedAt', 'resolvedAt'])
    .where('clinicId', '=', clinicId)
    .where('alertId', '=', alertId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || row.acknowledgedAt !== null || row.resolvedAt !== null) return null
  return row
}

async function roundsBefore(
  trx: Trx,
  { clinicId, alertId }: AlertPlace,
  raisedAt: Instant,
): Promise<{ readonly count: number; readonly lastAt: Instant | null }> {
  const row = await trx
    .selectFrom('delivery')
    .select([
      sql<number>`coalesce(max((reminder ->> 'round')::int), 0)`.as('count'),
      sql<Instant | null>`max(created_at)`.as('lastAt'),
    ])
    .where('clinicId', '=', clinicId)
    .where('patientId', 'is', null)
    .where('createdAt', '>=', timeValue(raisedAt))
    .where('kind', '=', 'escalation')
    .where(sql<string>`reminder ->> 'alertId'`, '=', alertId)
    .executeTakeFirstOrThrow()
  return row
}

interface Round {
  readonly clinic: Clinic
  readonly alertId: string
  readonly round: number
  readonly to: readonly string[]
}

async function tell(sending: Sending, { clinic, alertId, round, to }: Round): Promise<void> {
  const { clinicId, at, deps } = sending
  for (const address of to) {
    await queueDelivery(sending, {
      deliveryId: derivedId(clinicId, 'escalation', alertId, round, address),
      record: null,
      kind: 'escalation',
      channel: 'email',
      dueAt: at,
      expiresAt: null,
      reminder: { alertId, round },
      content: {
        to: address,
        locale: clinic.locale,
        values: { link: `${deps.baseUrl}/#/inbox/${alertId}` },
      },
    })
  }
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
