import { z } from '@hono/zod-openapi'
import { done, notFound, problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import { timestampOf } from '../store/database.ts'
import { openPatients } from '../store/patient-record.ts'
import { anyForm, listForm } from './forms.ts'

const iso = (at: number | null) => (at === null ? null : timestampOf(at))

const list = defineRoute(
  {
    method: 'get',
    path: '/alerts',
    summary: 'Check-ins that somebody has to see, the most urgent first',
    tag: 'Inbox',
    access: STAFF,
    action: 'alert.list',
    query: z.object({ state: z.enum(['open', 'all']).default('open') }),
    replies: { 200: listForm },
  },
  async ({ trx, deps, clinicId, query }) => {
    const rows = await trx
      .selectFrom('alert')
      .selectAll()
      .where('clinicId', '=', clinicId)
      .$if(query.state === 'open', (all) => all.where('resolvedAt', 'is', null))
      .orderBy('urgency', 'desc')
      .orderBy('raisedAt')
      .limit(200)
      .execute()
    const patientIds = [...new Set(rows.map(({ patientId }) => patientId))]
    const records = await openPatients(trx, deps, { clinicId, patientIds })
    const names = new Map(records.map((one) => [one.patientId, one.identity.name]))
    const items = rows.map((row) => alertJson(row, names.get(row.patientId) ?? null))
    return done({ items, next: null })
  },
)

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

function alertJson(row: AlertRow, name: string | null): unknown {
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

/** Changes one alert of the clinic; what was done already stays as it was. */
async function changeAlert(
  call: Call,
  change: (row: AlertRow) => Partial<Record<string, string | null>>,
): Promise<Reply> {
  const { trx, clinicId, params } = call
  const alertId = params['alertId'] ?? ''
  if (!/^[0-9a-f-]{36}$/.test(alertId)) return notFound('alert')
  const row = await trx
    .selectFrom('alert')
    .selectAll()
    .where('clinicId', '=', clinicId)
    .where('alertId', '=', alertId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return notFound('alert')
  const changed = await trx
    .updateTable('alert')
    .set({ ...change(row), revision: row.revision + 1 })
    .where('clinicId', '=', clinicId)
    .where('alertId', '=', alertId)
    .returningAll()
    .executeTakeFirstOrThrow()
  return done(alertJson(changed, null), { revision: changed.revision })
}

const acknowledge = defineRoute(
  {
    method: 'post',
    path: '/alerts/{alertId}/acknowledge',
    summary: 'Somebody has seen it: it is theirs, and it escalates no further',
    tag: 'Inbox',
    access: DESK,
    action: 'alert.acknowledge',
    body: z.strictObject({ ownerId: z.string().max(100).optional() }),
    replies: { 200: anyForm },
  },
  (call) => {
    const who = 'userId' in call.principal ? call.principal.userId : call.principal.kind
    return changeAlert(call, (row) => ({
      acknowledgedAt: timestampOf(row.acknowledgedAt ?? call.at),
      acknowledgedBy: row.acknowledgedBy ?? who,
      ownerId: call.body.ownerId ?? row.ownerId ?? who,
    }))
  },
)

const resolve = defineRoute(
  {
    method: 'post',
    path: '/alerts/{alertId}/resolve',
    summary: 'It is dealt with',
    tag: 'Inbox',
    access: DESK,
    action: 'alert.resolve',
    body: z.strictObject({}),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const who = 'userId' in call.principal ? call.principal.userId : call.principal.kind
    if (who === 'anonymous') return problem(401, 'not-signed-in')
    return changeAlert(call, (row) => ({
      acknowledgedAt: timestampOf(row.acknowledgedAt ?? call.at),
      acknowledgedBy: row.acknowledgedBy ?? who,
      resolvedAt: timestampOf(row.resolvedAt ?? call.at),
      resolvedBy: who,
    }))
  },
)

export const ALERT_ROUTES: readonly Route[] = [list, acknowledge, resolve]
