import { type Instant, urgencyOf } from '@afterglow/engine'
import type { Queue, QueuedJob } from '../queue.ts'
import { timestampOf, type Trx } from '../store/database.ts'
import { enterTable, statement } from './table-shape.ts'

export interface Requeued {
  readonly dropped: number
  readonly queued: number
}

const DAY_MS = 86_400_000
const PAGE = 500

/**
 * The job queue is not in a backup. What had been waiting for more than a day is dropped, nobody wants yesterday's
 * reminders; the rest is queued again. Whoever restores cannot know who was told of what: each urgent alert that nobody
 * has acknowledged is told again, and the first mail of one, however old, still goes out.
 */
export async function requeue(
  trx: Trx,
  { send, at }: { readonly send: Queue['send']; readonly at: Instant },
): Promise<Requeued> {
  await enterTable(trx, 'delivery')
  const dropped = await statement(
    trx,
    `update delivery set state = 'dropped', reason = 'restored', settled_at = $1::timestamptz
     where state = 'queued' and due_at < $2::timestamptz and not (${FIRST_MAIL_OF_OPEN}) returning 1`,
    [timestampOf(at), timestampOf(at - DAY_MS)],
  )
  const deliveries = await sendAll(trx, send, {
    table: 'delivery',
    text: DELIVERIES,
    jobOf: delivery,
  })
  const text = `${ALERTS} and urgency >= ${urgencyOf('urgent')}`
  const alerts = await sendAll(trx, send, { table: 'alert', text, jobOf: escalation })
  return { dropped: dropped.length, queued: deliveries + alerts }
}

interface Waiting {
  readonly clinicId: string
  readonly id: string
  readonly at: Instant
}

interface Kind {
  readonly table: 'delivery' | 'alert'
  /** Selects clinic, id and time of what waits; the page follows. */
  readonly text: string
  readonly jobOf: (waiting: Waiting) => QueuedJob
}

const DELIVERIES = `select clinic_id as "clinicId", delivery_id as id, due_at as at from delivery
  where (clinic_id, delivery_id) > ($1::uuid, $2::uuid) and state = 'queued'`
const ALERTS = `select clinic_id as "clinicId", alert_id as id, raised_at as at from alert
  where (clinic_id, alert_id) > ($1::uuid, $2::uuid) and acknowledged_at is null and resolved_at is null`
const FIRST_MAIL_OF_OPEN = `kind = 'urgent-check-in' and patient_id is null and exists (
  select from alert where alert.clinic_id = delivery.clinic_id and acknowledged_at is null and resolved_at is null
    and alert_id::text = reminder ->> 'alertId')`

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

async function sendAll(
  trx: Trx,
  send: Queue['send'],
  { table, text, jobOf }: Kind,
): Promise<number> {
  let after: readonly string[] = [BEFORE_ALL, BEFORE_ALL]
  let count = 0
  for (;;) {
    // Sending leaves the role.
    await enterTable(trx, table)
    const page = await statement<Waiting>(
      trx,
      `${text} order by clinic_id, ${table}_id limit ${PAGE}`,
      after,
    )
    const last = page.at(-1)
    if (last === undefined) return count
    await send(trx, page.map(jobOf))
    count += page.length
    after = [last.clinicId, last.id]
  }
}

function delivery({ clinicId, id, at }: Waiting): QueuedJob {
  return { id, job: { queue: 'deliver', data: { clinicId, deliveryId: id } }, startAfter: at }
}

function escalation({ clinicId, id }: Waiting): QueuedJob {
  return { id, job: { queue: 'escalate', data: { clinicId, alertId: id } } }
}
