import type { Instant, Reminder } from '@afterglow/engine'
import type { Selectable } from 'kysely'
import type { Deps } from '../deps.ts'
import { unsealJson } from '../seal/index.ts'
import type { Trx } from '../store/database.ts'
import { openPatient, type PatientRecord } from '../store/patient-record.ts'
import type { Tables } from '../store/tables.ts'
import { type DeliveryContent, sealOf } from './queue-delivery.ts'

export interface DeliveryPlace {
  readonly clinicId: string
  readonly deliveryId: string
}

export type DeliveryRow = Readonly<Selectable<Tables['delivery']>>

/** A queued delivery with what opens it. */
export interface OpenDelivery {
  readonly row: DeliveryRow
  /** Null for what goes to staff or to a system. */
  readonly record: PatientRecord | null
  readonly content: DeliveryContent
  /** What it reminds of; none where it is no reminder. */
  readonly reminders: readonly Reminder[]
}

export type Opened =
  | { readonly kind: 'open'; readonly delivery: OpenDelivery }
  /** Settled before, or erased. */
  | { readonly kind: 'nothing' }
  /** Its patient is there no more, or what is sealed does not open. */
  | { readonly kind: 'closed'; readonly row: DeliveryRow; readonly reason: string }

/** Reads a delivery that is to be sent. */
export async function openDelivery(
  trx: Trx,
  deps: Pick<Deps, 'masterKeys' | 'now'>,
  { clinicId, deliveryId }: DeliveryPlace,
): Promise<Opened> {
  const row = await trx
    .selectFrom('delivery')
    .selectAll()
    .where('clinicId', '=', clinicId)
    .where('deliveryId', '=', deliveryId)
    .executeTakeFirst()
  if (row === undefined || row.state !== 'queued') return { kind: 'nothing' }
  const { patientId, sealed } = row
  const record = patientId === null ? null : await openPatient(trx, deps, { clinicId, patientId })
  if (patientId !== null && record === null) return { kind: 'closed', row, reason: 'patient-gone' }
  const { key, place } = sealOf(deps, { clinicId, record, deliveryId })
  const content = sealed === null ? null : unsealJson(key, sealed, place)
  if (content === null || !content.ok) return { kind: 'closed', row, reason: 'content-not-open' }
  // Sealed by `queueDelivery` from a DeliveryContent.
  const delivery = { row, record, content: content.value as DeliveryContent }
  return { kind: 'open', delivery: { ...delivery, reminders: remindersIn(row.reminder) } }
}

/** What a delivery reminds of; none where it is no reminder. */
export function remindersIn(reminder: unknown): readonly Reminder[] {
  if (typeof reminder !== 'object' || reminder === null) return []
  const reminders: unknown = Reflect.get(reminder, 'reminders')
  // Written by the worker from reminders.
  return Array.isArray(reminders) ? (reminders as readonly Reminder[]) : []
}

/** The alert that a mail to staff tells of; null where it tells of none. */
export function alertIn(reminder: unknown): string | null {
  if (typeof reminder !== 'object' || reminder === null) return null
  const alertId: unknown = Reflect.get(reminder, 'alertId')
  return typeof alertId === 'string' ? alertId : null
}

export function isExpired({ expiresAt }: Pick<DeliveryRow, 'expiresAt'>, at: Instant): boolean {
  return expiresAt !== null && at >= expiresAt
}
