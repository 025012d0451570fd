import { formatInstant } from '@afterglow/engine'
import { derivedId } from '../derived-id.ts'
import { remindersIn } from '../deliver/delivery-row.ts'
import { type OutboundEvent, queueWebhooks } from '../deliver/outbound.ts'
import { queueDeliveries, type Sending } from '../deliver/queue-delivery.ts'
import { addressOf, reachOf } from '../deliver/reach.ts'
import { suppressedAmong } from '../deliver/suppression.ts'
import { timeValue } from '../store/database.ts'
import { CHANNELS } from '../store/patient-record.ts'
import type { DueCare } from './due-care.ts'
import { deliveriesOf } from './due-reminders.ts'

type Due = Extract<DueCare, { readonly kind: 'due' }>

/**
 * Queues what fell due for many patients: to each on one channel, and to the systems that asked to be told of opened
 * windows. What was queued before is not queued again, also where quiet hours, a digest or the channel have changed since.
 */
export async function handOn(sending: Sending, all: readonly Due[]): Promise<void> {
  const fresh = await notTold(
    sending,
    all.filter(({ reminders }) => reminders.length > 0),
  )
  if (fresh.length === 0) return
  const reach = await reachesOf(sending, fresh)
  const deliveries = fresh.flatMap((due) => {
    const to = reach(due)
    return to === null ? [] : deliveriesOf(due.care, to, due.reminders)
  })
  await queueDeliveries(sending, deliveries)
  await tellSystems(sending, fresh)
}

async function notTold(sending: Sending, all: readonly Due[]): Promise<readonly Due[]> {
  if (all.length === 0) return []
  const { trx, clinicId } = sending
  // What was told was told after its own instant.
  const first = Math.min(
    ...all.flatMap(({ reminders }) => reminders.map(({ nominalAt }) => nominalAt)),
  )
  const rows = await trx
    .selectFrom('delivery')
    .select(['patientId', 'reminder'])
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', patientIdsOf(all))
    .where('createdAt', '>=', timeValue(first))
    .execute()
  const told = new Set(
    rows.flatMap(({ patientId, reminder }) =>
      remindersIn(reminder).map(({ id }) => `${patientId} ${id}`),
    ),
  )
  return all.flatMap((due) => {
    const { patientId } = due.care.record
    const reminders = due.reminders.filter(({ id }) => !told.has(`${patientId} ${id}`))
    return reminders.length === 0 ? [] : [{ ...due, reminders }]
  })
}

async function reachesOf({ trx, deps, clinicId }: Sending, all: readonly Due[]) {
  const rows = await trx
    .selectFrom('pushSubscription')
    .select('patientId')
    .distinct()
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', patientIdsOf(all))
    .execute()
  const havePush = new Set(rows.map(({ patientId }) => patientId))
  const addresses = all.flatMap(({ care: { record } }) =>
    CHANNELS.flatMap((channel) => {
      const address = addressOf(record, channel, false)
      return address === null ? [] : [{ clinicId, channel, address }]
    }),
  )
  const isSuppressed = await suppressedAmong(trx, deps, addresses)
  return ({ care: { record, events } }: Due) =>
    reachOf(record, {
      events,
      hasPush: havePush.has(record.patientId),
      isSuppressed: ({ channel, to }) => isSuppressed({ clinicId, channel, address: to }),
    })
}

async function tellSystems(sending: Sending, all: readonly Due[]): Promise<void> {
  const { clinicId } = sending
  const opened = all.flatMap(({ care: { record }, reminders }) =>
    reminders
      .filter(({ kind }) => kind === 'window-opened')
      .map(({ id, subject, nominalAt }): OutboundEvent => {
        const { patientId } = record
        const windowId = derivedId(clinicId, patientId, id)
        const openedAt = formatInstant(nominalAt, 'UTC')
        const data = { windowId, subject: subject ?? null, openedAt }
        return { type: 'window.opened', patientId, data }
      }),
  )
  if (opened.length > 0) await queueWebhooks(sending, ...opened)
}

function patientIdsOf(all: readonly Due[]): string[] {
  return all.map(({ care }) => care.record.patientId)
}
