import { urgencyOf } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { actorOf, isNamedClinician } from '../http/principal.ts'
import {
  clinicianRequired,
  done,
  invalidAt,
  notFound,
  type Problem,
  type Reply,
} from '../http/reply.ts'
import { isId, isInstant, OTHER_CURSOR, pageOf, pageQuery, readCursor, upTo } from '../http/page.ts'
import { type Call, defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import {
  enterScope,
  isUuid,
  leaveScope,
  timestampOf,
  timeValue,
  type Trx,
} from '../store/database.ts'
import { openPatients } from '../store/patient-record.ts'
import { anyForm, listForm } from './forms.ts'

const iso = (at: number | null) => (at === null ? null : timestampOf(at))

/** In the order of the inbox. */
const IN_ORDER = sql`(acknowledged_at is not null), (-urgency), raised_at, alert_id`

const list = defineRoute(
  {
    method: 'get',
    path: '/alerts',
    summary:
      'What somebody has to see: what nobody has acknowledged first, then the most urgent, then what waits longest',
    tag: 'Inbox',
    access: STAFF,
    action: 'alert.list',
    query: pageQuery.extend({ state: z.enum(['open', 'all']).default('open') }),
    replies: { 200: listForm },
  },
  async (call): Promise<Reply> => {
    const { trx, clinicId, query } = call
    const { state, limit, cursor } = query
    const after = readCursor(cursor, PLACE)
    if (after === undefined) return OTHER_CURSOR
    const rows = await trx
      .selectFrom('alert')
      .selectAll()
      .where('clinicId', '=', clinicId)
      .$if(state === 'open', (all) => all.where('resolvedAt', 'is', null))
      .$if(after !== null, (all) => all.where(behind(after as Place)))
      .orderBy(IN_ORDER)
      .limit(limit + 1)
      .execute()
    const page = pageOf(rows, limit, placeIn)
    return done({ items: await shown(call, page.items), next: page.next })
  },
)

const read = defineRoute(
  {
    method: 'get',
    path: '/alerts/{alertId}',
    summary: 'One alert, as a mail to staff leads to it',
    tag: 'Inbox',
    access: STAFF,
    action: 'alert.read',
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const row = await alertOf(call)?.executeTakeFirst()
    if (row === undefined) return notFound('alert')
    call.note({ alert: row.alertId, patient: row.patientId })
    const [alert] = await shown(call, [row])
    return done(alert, { revision: row.revision })
  },
)

/** The alert that a path names, to be read or held; undefined where it names none. */
function alertOf({ trx, clinicId, params }: Call) {
  const alertId = params['alertId'] ?? ''
  if (!isUuid(alertId)) return undefined
  return trx
    .selectFrom('alert')
    .selectAll()
    .where('clinicId', '=', clinicId)
    .where('alertId', '=', alertId)
}

/** Alerts with whose they are and what they are of. */
async function shown(
  { trx, deps, clinicId }: Call,
  rows: readonly AlertRow[],
): Promise<readonly object[]> {
  const patientIds = [...new Set(rows.map(({ patientId }) => patientId))]
  const records = await openPatients(trx, deps, { clinicId, patientIds })
  const names = new Map(records.map((one) => [one.patientId, one.identity.name]))
  const kinds = await kindsOf(trx, clinicId, rows)
  return rows.map((row) => ({
    ...alertJson(row, names.get(row.patientId) ?? null),
    kind: kinds.get(row.eventId) ?? null,
  }))
}

/** Whether each is of a check-in, a message or an answer to a reminder. */
async function kindsOf(
  trx: Trx,
  clinicId: string,
  rows: readonly AlertRow[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map()
  const events = await trx
    .selectFrom('event')
    .select(['eventId', 'type'])
    .where('clinicId', '=', clinicId)
    .where(
      'patientId',
      'in',
      rows.map(({ patientId }) => patientId),
    )
    .where(
      'eventId',
      'in',
      rows.map(({ eventId }) => eventId),
    )
    .execute()
  return new Map(events.map(({ eventId, type }) => [eventId, type]))
}

/** Whether it is acknowledged (0 or 1), its urgency, when it was raised, and its id: where a page ended. */
type Place = readonly [number, number, number, string]

function placeIn({ acknowledgedAt, urgency, raisedAt, alertId }: AlertRow): Place {
  return [acknowledgedAt === null ? 0 : 1, urgency, raisedAt, alertId]
}

const PLACE = [upTo(1), upTo(4), isInstant, isId] as const

function behind([seen, urgency, raisedAt, alertId]: Place) {
  return sql<boolean>`(${IN_ORDER}) > (${seen === 1}::boolean, ${-urgency}::int, ${timeValue(raisedAt)}, ${alertId}::uuid)`
}

interface AlertRow {
  readonly alertId: string
  readonly patientId: string
  readonly eventId: string
  readonly disposition: string
  readonly urgency: number
  readonly raisedAt: number
  readonly ownerId: string | null
  readonly acknowledgedAt: number | null
  readonly acknowledgedBy: string | null
  readonly resolvedAt: number | null
  readonly escalatedAt: number | null
  readonly revision: number
}

function alertJson(row: AlertRow, name: string | null): object {
  const { alertId, patientId, eventId, disposition, urgency, ownerId, acknowledgedBy, revision } =
    row
  return {
    alertId,
    patientId,
    name,
    checkInId: eventId,
    disposition,
    urgency,
    ownerId,
    acknowledgedBy,
    raisedAt: iso(row.raisedAt),
    acknowledgedAt: iso(row.acknowledgedAt),
    resolvedAt: iso(row.resolvedAt),
    escalatedAt: iso(row.escalatedAt),
    revision,
  }
}

/** What a change is, or why it is not made. */
type Change =
  | { readonly set: Partial<Record<string, string | null>> }
  | { readonly problem: Problem }

/** Changes one alert of the clinic; what was done already stays as it was. */
async function changeAlert(call: Call, change: (row: AlertRow) => Change): Promise<Reply> {
  const row = await alertOf(call)?.forUpdate().executeTakeFirst()
  if (row === undefined) return notFound('alert')
  const told = change(row)
  if ('problem' in told) return told.problem
  const changed = await call.trx
    .updateTable('alert')
    .set({ ...told.set, revision: row.revision + 1 })
    .where('clinicId', '=', call.clinicId)
    .where('alertId', '=', row.alertId)
    .returningAll()
    .executeTakeFirstOrThrow()
  return done(alertJson(changed, null), { revision: changed.revision })
}

/** From here on only a clinician hands an alert over or closes it. */
const URGENT = urgencyOf('urgent')

const acknowledge = defineRoute(
  {
    method: 'post',
    path: '/alerts/{alertId}/acknowledge',
    summary:
      'Somebody has seen it: it is theirs, and it escalates no further. To hand an urgent one to somebody else takes a clinician',
    tag: 'Inbox',
    access: DESK,
    namedPerson: true,
    action: 'alert.acknowledge',
    body: z.strictObject({ ownerId: z.string().max(100).optional() }),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { principal, at, body } = call
    // Named people alone come here.
    const who = actorOf(principal).id ?? ''
    const { ownerId } = body
    if (ownerId !== undefined && ownerId !== who && !(await isMember(call, ownerId)))
      return invalidAt('ownerId', 'is nobody of this team: name the userId of a member')
    return changeAlert(call, (row) => {
      const owner = ownerId ?? row.ownerId ?? who
      const isHandedOver = owner !== who && owner !== row.ownerId
      if (isHandedOver && row.urgency >= URGENT && !isNamedClinician(principal))
        return { problem: clinicianRequired('ownerId', HANDED_OVER) }
      return {
        set: {
          acknowledgedAt: timestampOf(row.acknowledgedAt ?? at),
          acknowledgedBy: row.acknowledgedBy ?? who,
          ownerId: owner,
        },
      }
    })
  },
)

const HANDED_OVER =
  'an urgent alert is handed to somebody else by a clinician; leave it out to take the alert on yourself'

/** Whoever is to own an alert has to be there to be asked about it. */
async function isMember({ trx, clinicId }: Call, userId: string): Promise<boolean> {
  if (!isUuid(userId)) return false
  await leaveScope(trx)
  const member = await trx
    .selectFrom('authMember')
    .select('id')
    .where('organizationId', '=', clinicId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  await enterScope(trx, { clinicId })
  return member !== undefined
}

const resolve = defineRoute(
  {
    method: 'post',
    path: '/alerts/{alertId}/resolve',
    summary: 'It is dealt with; that an urgent one is, a clinician says',
    tag: 'Inbox',
    access: DESK,
    namedPerson: true,
    action: 'alert.resolve',
    body: z.strictObject({}),
    replies: { 200: anyForm },
  },
  (call) => {
    const { principal, at } = call
    const who = actorOf(principal).id ?? ''
    return changeAlert(call, (row) => {
      if (row.urgency >= URGENT && !isNamedClinician(principal))
        return { problem: clinicianRequired('alertId', CLOSED) }
      return {
        set: {
          acknowledgedAt: timestampOf(row.acknowledgedAt ?? at),
          acknowledgedBy: row.acknowledgedBy ?? who,
          resolvedAt: timestampOf(row.resolvedAt ?? at),
          resolvedBy: who,
        },
      }
    })
  },
)

const CLOSED = 'an urgent alert is closed by a clinician; acknowledge it and tell one'

export const ALERT_ROUTES: readonly Route[] = [list, read, acknowledge, resolve]
