import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { derivedId } from '../derived-id.ts'
import { isId, isInstant, OTHER_CURSOR, pageOf, pageQuery, readCursor } from '../http/page.ts'
import { done, notFound, problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, DESK, param, type Route, STAFF } from '../http/route.ts'
import { isUuid, timestampOf } from '../store/database.ts'
import { openPatients } from '../store/patient-record.ts'
import { alertIn, isExpired } from '../deliver/delivery-row.ts'
import { anyForm, listForm } from './forms.ts'
import { patientOf } from './patient-of.ts'

const STATES = ['queued', 'accepted', 'gone', 'dead', 'dropped'] as const
/** What a clinic has to see to: somebody was not told. */
const UNDELIVERED = ['gone', 'dead'] as const

const iso = (at: number | null) => (at === null ? null : timestampOf(at))

const COLUMNS = [
  'deliveryId',
  'patientId',
  'kind',
  'channel',
  'state',
  'attempts',
  'reason',
  'dueAt',
  'expiresAt',
  'createdAt',
  'settledAt',
  'reminder',
] as const

interface Row {
  readonly deliveryId: string
  readonly patientId: string | null
  readonly kind: string
  readonly channel: string
  readonly state: (typeof STATES)[number]
  readonly attempts: number
  readonly reason: string | null
  readonly dueAt: number
  readonly expiresAt: number | null
  readonly createdAt: number
  readonly settledAt: number | null
  readonly reminder: unknown
}

function deliveryJson({ reminder, ...row }: Row): object {
  const { dueAt, expiresAt, createdAt, settledAt } = row
  return {
    ...row,
    /** Of a mail to staff: what they were to be told of. */
    alertId: alertIn(reminder),
    dueAt: iso(dueAt),
    expiresAt: iso(expiresAt),
    createdAt: iso(createdAt),
    settledAt: iso(settledAt),
  }
}

interface Asked {
  readonly states: readonly (typeof STATES)[number][]
  readonly patientId?: string
  readonly cursor: string | undefined
  readonly limit: number
}

/** The newest first. Null where the cursor is none of ours. */
async function rowsOf(
  { trx, clinicId }: Call,
  { states, patientId, cursor, limit }: Asked,
): Promise<readonly Row[] | null> {
  const place = readCursor(cursor, [isInstant, isId])
  if (place === undefined) return null
  const [createdAt, id] = place ?? []
  return trx
    .selectFrom('delivery')
    .select([...COLUMNS])
    .where('clinicId', '=', clinicId)
    .where('state', 'in', [...states])
    .$if(patientId !== undefined, (all) => all.where('patientId', '=', patientId ?? ''))
    .$if(createdAt !== undefined, (all) =>
      all.where(
        sql<boolean>`(created_at, delivery_id) < (${timestampOf(Number(createdAt))}::timestamptz, ${String(id)}::uuid)`,
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('deliveryId', 'desc')
    .limit(limit + 1)
    .execute()
}

const placeOf = ({ createdAt, deliveryId }: Row) => [createdAt, deliveryId] as const

const list = defineRoute(
  {
    method: 'get',
    path: '/deliveries',
    summary: 'Messages that did not arrive, the newest first; with a state, the messages in it',
    tag: 'Messages',
    access: STAFF,
    action: 'delivery.list',
    query: pageQuery.extend({ state: z.enum(STATES).optional() }),
    replies: { 200: listForm },
  },
  async (call): Promise<Reply> => {
    const { trx, deps, clinicId, query } = call
    const { state, cursor, limit } = query
    const rows = await rowsOf(call, { states: state ? [state] : UNDELIVERED, cursor, limit })
    if (rows === null) return OTHER_CURSOR
    const page = pageOf(rows, limit, placeOf)
    const patientIds = [...new Set(page.items.flatMap(({ patientId }) => patientId ?? []))]
    const records = await openPatients(trx, deps, { clinicId, patientIds })
    const names = new Map(records.map((one) => [one.patientId, one.identity.name]))
    const items = page.items.map((row) => ({
      ...deliveryJson(row),
      name: names.get(row.patientId ?? '') ?? null,
    }))
    return done({ ...page, items })
  },
)

const ofPatient = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/deliveries',
    summary: 'What was sent to a patient, or was to be, the newest first',
    tag: 'Messages',
    access: STAFF,
    action: 'delivery.list-patient',
    query: pageQuery,
    replies: { 200: listForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { patientId } = found.record
    const { cursor, limit } = call.query
    const rows = await rowsOf(call, { states: STATES, patientId, cursor, limit })
    if (rows === null) return OTHER_CURSOR
    const page = pageOf(rows, limit, placeOf)
    return done({ ...page, items: page.items.map(deliveryJson) })
  },
)

const retry = defineRoute(
  {
    method: 'post',
    path: '/deliveries/{deliveryId}/retry',
    summary: 'Try a dead letter again, under the same Message-ID',
    tag: 'Messages',
    access: DESK,
    action: 'delivery.retry',
    body: z.strictObject({}),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { trx, clinicId, at } = call
    const deliveryId = param(call, 'deliveryId')
    const row = isUuid(deliveryId) ? await heldRow(call, deliveryId) : undefined
    if (row === undefined) return notFound('delivery')
    if (row.state !== 'dead') return problem(409, 'conflict', NOT_DEAD)
    if (isExpired(row, at)) return problem(409, 'conflict', EXPIRED)
    await trx
      .updateTable('delivery')
      .set({ state: 'queued', settledAt: null })
      .where('clinicId', '=', clinicId)
      .where('deliveryId', '=', deliveryId)
      .execute()
    const id = derivedId(deliveryId, 'retry', row.attempts)
    call.enqueue({ id, job: { queue: 'deliver', data: { clinicId, deliveryId } } })
    call.note({ deliveryId, attempts: row.attempts })
    return done(deliveryJson({ ...row, state: 'queued', settledAt: null }))
  },
)

const putAway = defineRoute(
  {
    method: 'post',
    path: '/deliveries/{deliveryId}/put-away',
    summary:
      'Somebody has seen that it did not arrive: it stands among them no more, and is not sent',
    tag: 'Messages',
    access: DESK,
    action: 'delivery.put-away',
    body: z.strictObject({}),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { trx, clinicId } = call
    const deliveryId = param(call, 'deliveryId')
    const row = isUuid(deliveryId) ? await heldRow(call, deliveryId) : undefined
    if (row === undefined) return notFound('delivery')
    if (!UNDELIVERED.some((one) => one === row.state)) return problem(409, 'conflict', ARRIVED)
    await trx
      .updateTable('delivery')
      .set({ state: 'dropped', sealed: null })
      .where('clinicId', '=', clinicId)
      .where('deliveryId', '=', deliveryId)
      .execute()
    call.note({ deliveryId, was: row.state })
    return done(deliveryJson({ ...row, state: 'dropped' }))
  },
)

const ARRIVED = { detail: 'Only a message that did not arrive can be put away.' }
const NOT_DEAD = { detail: 'Only a message that was given up can be tried again.' }
const EXPIRED = { detail: 'What this message was about is over; it is not sent late.' }

function heldRow({ trx, clinicId }: Call, deliveryId: string): Promise<Row | undefined> {
  return trx
    .selectFrom('delivery')
    .select([...COLUMNS])
    .where('clinicId', '=', clinicId)
    .where('deliveryId', '=', deliveryId)
    .forUpdate()
    .executeTakeFirst()
}

export const DELIVERY_ROUTES: readonly Route[] = [list, ofPatient, retry, putAway]
