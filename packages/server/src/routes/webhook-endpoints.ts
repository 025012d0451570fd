import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { parseEndpointUrl } from '../deliver/endpoint-url.ts'
import { OUTBOUND_TYPES, queueWebhook } from '../deliver/outbound.ts'
import {
  newSecrets,
  openSecrets,
  rotatedSecrets,
  sealSecrets,
  type SecretsOwner,
} from '../deliver/webhook-secrets.ts'
import { created, done, invalid, notFound, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, OWNER, type Route } from '../http/route.ts'
import { jsonOf, optionalTimestamp, timestampOf } from '../store/database.ts'
import { anyForm, idForm, listForm } from './forms.ts'

const endpointForm = z.strictObject({
  url: z.string().max(2_048),
  events: z
    .array(z.enum(OUTBOUND_TYPES, { error: `must be of ${OUTBOUND_TYPES.join(', ')}` }))
    .min(1, { error: 'must name at least one event' }),
})

const create = defineRoute(
  {
    method: 'post',
    path: '/webhook-endpoints',
    summary: 'Tell another system of events; the secret that signs them is shown this once',
    tag: 'Webhooks',
    access: OWNER,
    action: 'webhook-endpoint.create',
    body: endpointForm,
    replies: { 201: anyForm },
  },
  async ({ trx, deps, clinicId, at, body, note }): Promise<Reply> => {
    const allowLocal = deps.config.WEBHOOKS_TO_LOCALHOST === 'yes'
    const url = parseEndpointUrl(body.url, { allowLocal })
    if (!url.ok) return invalid(url.issues)
    const endpointId = deps.createId()
    const secrets = newSecrets()
    const events = [...new Set(body.events)]
    await trx
      .insertInto('webhookEndpoint')
      .values({
        clinicId,
        endpointId,
        url: url.value.href,
        events: jsonOf(events),
        sealedSecret: sealSecrets(deps, ownerOf(clinicId, endpointId), secrets),
        createdAt: timestampOf(at),
      })
      .execute()
    note({ endpointId })
    return created({ endpointId, url: url.value.href, events, secret: secrets.secrets[0] })
  },
)

function ownerOf(clinicId: string, rowId: string): SecretsOwner {
  return { clinicId, field: 'webhook_endpoint.secret', rowId }
}

const list = defineRoute(
  {
    method: 'get',
    path: '/webhook-endpoints',
    summary: 'The systems that are told of events, each with how the last delivery went',
    tag: 'Webhooks',
    access: OWNER,
    action: 'webhook-endpoint.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const rows = await call.trx
      .selectFrom('webhookEndpoint')
      .select(['endpointId', 'url', 'events', 'createdAt', 'endedAt'])
      .where('clinicId', '=', call.clinicId)
      .orderBy('createdAt')
      .orderBy('endpointId')
      .execute()
    const items: object[] = []
    for (const { createdAt, endedAt, ...row } of rows) {
      const times = { createdAt: timestampOf(createdAt), endedAt: optionalTimestamp(endedAt) }
      items.push({ ...row, ...times, last: await lastResult(call, row.endpointId) })
    }
    return done({ items, next: null })
  },
)

async function lastResult({ trx, clinicId }: Call, endpointId: string): Promise<object | null> {
  const row = await trx
    .selectFrom('delivery')
    .select(['kind', 'state', 'attempts', 'reason', 'createdAt', 'settledAt'])
    .where('clinicId', '=', clinicId)
    .where('channel', '=', 'webhook')
    .where(sql<boolean>`reminder->>'endpointId' = ${endpointId}`)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const { createdAt, settledAt, ...rest } = row
  return { ...rest, createdAt: timestampOf(createdAt), settledAt: optionalTimestamp(settledAt) }
}

/** The endpoint of a path, held until the end of the transaction. */
async function endpointOf({ trx, clinicId, params }: Call) {
  const endpointId = idForm.safeParse(params['endpointId'])
  if (!endpointId.success) return undefined
  return trx
    .selectFrom('webhookEndpoint')
    .select(['endpointId', 'sealedSecret'])
    .where('clinicId', '=', clinicId)
    .where('endpointId', '=', endpointId.data)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

const rotate = defineRoute(
  {
    method: 'post',
    path: '/webhook-endpoints/{endpointId}/rotate',
    summary: 'A new secret; the one before signs beside it for 24 hours',
    tag: 'Webhooks',
    access: OWNER,
    action: 'webhook-endpoint.rotate',
    body: z.strictObject({}),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { trx, deps, clinicId, at } = call
    const endpoint = await endpointOf(call)
    if (endpoint === undefined) return notFound('endpoint')
    const { endpointId, sealedSecret } = endpoint
    const owner = ownerOf(clinicId, endpointId)
    const secrets = rotatedSecrets(openSecrets(deps, owner, sealedSecret), at)
    await trx
      .updateTable('webhookEndpoint')
      .set({ sealedSecret: sealSecrets(deps, owner, secrets) })
      .where('clinicId', '=', clinicId)
      .where('endpointId', '=', endpointId)
      .execute()
    call.note({ endpointId })
    const olderUntil = optionalTimestamp(secrets.olderUntil)
    return done({ endpointId, secret: secrets.secrets[0], olderUntil })
  },
)

const test = defineRoute(
  {
    method: 'post',
    path: '/webhook-endpoints/{endpointId}/test',
    summary: 'Send a delivery that tells nothing, to see whether it arrives',
    tag: 'Webhooks',
    access: OWNER,
    action: 'webhook-endpoint.test',
    body: z.strictObject({}),
    replies: { 202: anyForm },
  },
  async (call): Promise<Reply> => {
    const endpoint = await endpointOf(call)
    if (endpoint === undefined) return notFound('endpoint')
    const { endpointId } = endpoint
    const deliveryId = call.deps.createId()
    const event = { type: 'test', patientId: null, data: {} } as const
    await queueWebhook(call, { endpointId, deliveryId, event })
    return done({ deliveryId }, { status: 202 })
  },
)

const end = defineRoute(
  {
    method: 'delete',
    path: '/webhook-endpoints/{endpointId}',
    summary: 'Tell a system of nothing more',
    tag: 'Webhooks',
    access: OWNER,
    action: 'webhook-endpoint.end',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const endpoint = await endpointOf(call)
    if (endpoint === undefined) return notFound('endpoint')
    const { endpointId } = endpoint
    await call.trx
      .updateTable('webhookEndpoint')
      .set({ endedAt: timestampOf(call.at) })
      .where('clinicId', '=', call.clinicId)
      .where('endpointId', '=', endpointId)
      .execute()
    call.note({ endpointId })
    return done(null)
  },
)

export const WEBHOOK_ENDPOINT_ROUTES: readonly Route[] = [create, list, rotate, test, end]
