import { urgencyOf } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { rolesOf } from '../auth/staff-session.ts'
import { actorOf, canOwnAlerts, isNamedClinician } from '../http/principal.ts'
import {
  clinicianRequired,
  done,
  invalidAt,
  notFound,
  problem,
  type Problem,
  type Reply,
} from '../http/reply.ts'
import { isId, isInstant, OTHER_CURSOR, pageOf, pageQuery, readCursor, upTo } from '../http/page.ts'
import { type Call, defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import { addressOfMember } from '../deliver/alert-recipients.ts'
import { queueHandOver } from '../deliver/staff-mail.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { enterScope, isUuid, leaveScope, timestampOf, timeValue } from '../store/database.ts'
import {
  alertForm,
  alertJson,
  type AlertRow,
  changedAlertForm,
  shownAlerts,
} from './alert-shown.ts'
import { idForm } from './forms.ts'

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
    query: pageQuery.extend({
      state: z.enum(['open', 'all']).default('open'),
      /** Of one patient alone. */
      patientId: idForm.optional(),
    }),
    replies: { 200: z.object({ items: z.array(alertForm), next: z.string().nullable() }) },
  },
  async (call): Promise<Reply> => {
    const { trx, clinicId, query } = call
    const { state, patientId, limit, cursor } = query
    const after = readCursor(cursor, PLACE)
    if (after === undefined) return OTHER_CURSOR
    const rows = await trx
      .selectFrom('alert')
      .selectAll()
      .where('clinicId', '=', clinicId)
      .$if(state === 'open', (all) => all.where('resolvedAt', 'is', null))
      .$if(patientId !== undefined, (all) => all.where('patientId', '=', patientId ?? ''))
      .$if(after !== null, (all) => all.where(behind(after as Place)))
      .orderBy(IN_ORDER)
      .limit(limit + 1)
      .execute()
    const page = pageOf(rows, limit, placeIn)
    return done({ items: await shownAlerts(call, page.items), next: page.next })
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
    replies: { 200: alertForm },
  },
  async (call): Promise<Reply> => {
    const row = await alertOf(call)?.executeTakeFirst()
    if (row === undefined) return notFound('alert')
    call.note({ alert: row.alertId, patient: row.patientId })
    const [alert] = await shownAlerts(call, [row])
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

/** Whether it is acknowledged (0 or 1), its urgency, when it was raised, and its id: where a page ended. */
type Place = readonly [number, number, number, string]

function placeIn({ acknowledgedAt, urgency, raisedAt, alertId }: AlertRow): Place {
  return [acknowledgedAt === null ? 0 : 1, urgency, raisedAt, alertId]
}

const PLACE = [upTo(1), upTo(4), isInstant, isId] as const

function behind([seen, urgency, raisedAt, alertId]: Place) {
  return sql<boolean>`(${IN_ORDER}) > (${seen === 1}::boolean, ${-urgency}::int, ${timeValue(raisedAt)}, ${alertId}::uuid)`
}

/** What a change is, or why it is not made. */
type Change =
  | {
      readonly set: Partial<Record<string, string | null>>
      /** Who has it now by somebody else's doing, to be told. */
      readonly handedTo?: string
    }
  | { readonly problem: Problem }

/** Changes one alert of the clinic, as the caller saw it; what was done already stays as it was. */
async function changeAlert(call: Call, change: (row: AlertRow) => Change): Promise<Reply> {
  const row = await alertOf(call)?.forUpdate().executeTakeFirst()
  if (row === undefined) return notFound('alert')
  if (row.revision !== call.revision) return problem(412, 'precondition-failed', CHANGED)
  call.note({ alert: row.alertId, patient: row.patientId })
  const told = change(row)
  if ('problem' in told) return told.problem
  const changed = await call.trx
    .updateTable('alert')
    .set({ ...told.set, revision: row.revision + 1 })
    .where('clinicId', '=', call.clinicId)
    .where('alertId', '=', row.alertId)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (told.handedTo !== undefined) await tellOwner(call, told.handedTo, changed)
  return done(alertJson(changed, null), { revision: changed.revision })
}

async function tellOwner(call: Call, userId: string, alert: AlertRow): Promise<void> {
  const { alertId, revision } = alert
  const clinic = await readClinic(call.trx, call.clinicId)
  const to = await addressOfMember(call.trx, clinic, userId)
  if (to !== undefined) await queueHandOver(call, { clinic, alertId, revision, to })
}

const CHANGED = {
  detail: 'Somebody took this alert, or it escalated or became more urgent: read it again.',
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
    revised: true,
    action: 'alert.acknowledge',
    body: z.strictObject({ ownerId: z.string().max(100).optional() }),
    replies: { 200: changedAlertForm },
  },
  async (call): Promise<Reply> => {
    const { principal, at, body } = call
    // Named people alone come here.
    const who = actorOf(principal).id ?? ''
    const { ownerId } = body
    if (ownerId !== undefined && ownerId !== who && !(await mayOwn(call, ownerId)))
      return invalidAt('ownerId', NO_OWNER)
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
        ...(isHandedOver && { handedTo: owner }),
      }
    })
  },
)

const HANDED_OVER =
  'an urgent alert is handed to somebody else by a clinician; leave it out to take the alert on yourself'

const NO_OWNER =
  'is nobody of this team who may take it: name the userId of a member who may do more than read'

/** Whoever is to own an alert has to be there to be asked about it, and able to do something. */
async function mayOwn({ trx, clinicId }: Call, userId: string): Promise<boolean> {
  if (!isUuid(userId)) return false
  await leaveScope(trx)
  const member = await trx
    .selectFrom('authMember')
    .select('role')
    .where('organizationId', '=', clinicId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  await enterScope(trx, { clinicId })
  return member !== undefined && canOwnAlerts(rolesOf(member.role))
}

const resolve = defineRoute(
  {
    method: 'post',
    path: '/alerts/{alertId}/resolve',
    summary: 'It is dealt with; that an urgent one is, a clinician says',
    tag: 'Inbox',
    access: DESK,
    namedPerson: true,
    revised: true,
    action: 'alert.resolve',
    body: z.strictObject({}),
    replies: { 200: changedAlertForm },
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
