import { z } from '@hono/zod-openapi'
import {
  newSecrets,
  openSecrets,
  rotatedSecrets,
  sealSecrets,
  type SecretsOwner,
} from '../deliver/webhook-secrets.ts'
import { created, done, notFound, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, OWNER, type Route } from '../http/route.ts'
import { optionalTimestamp, timestampOf } from '../store/database.ts'
import { anyForm, idForm, listForm } from './forms.ts'

const create = defineRoute(
  {
    method: 'post',
    path: '/webhook-sources',
    summary: 'Let a booking system tell us of sessions; its secret is shown this once',
    tag: 'Webhooks',
    access: OWNER,
    action: 'webhook-source.create',
    body: z.strictObject({
      name: z.string().trim().min(1, { error: 'must not be empty' }).max(100),
    }),
    replies: { 201: anyForm },
  },
  async ({ trx, deps, clinicId, at, body: { name }, note }) => {
    const sourceId = deps.createId()
    const secrets = newSecrets()
    const sealedSecret = sealSecrets(deps, sourceOwner(clinicId, sourceId), secrets)
    await trx
      .insertInto('webhookSource')
      .values({ clinicId, sourceId, name, sealedSecret, createdAt: timestampOf(at) })
      .execute()
    note({ sourceId })
    const url = `${deps.baseUrl}/api/v1/hooks/${clinicId}/${sourceId}`
    const bouncesUrl = `${deps.baseUrl}/api/v1/hooks/${clinicId}/bounces/${sourceId}`
    return created({ sourceId, name, url, bouncesUrl, secret: secrets.secrets[0] })
  },
)

export function sourceOwner(clinicId: string, rowId: string): SecretsOwner {
  return { clinicId, field: 'webhook_source.secret', rowId }
}

const list = defineRoute(
  {
    method: 'get',
    path: '/webhook-sources',
    summary: 'The systems that may tell us of sessions',
    tag: 'Webhooks',
    access: OWNER,
    action: 'webhook-source.list',
    replies: { 200: listForm },
  },
  async ({ trx, clinicId }) => {
    const rows = await trx
      .selectFrom('webhookSource')
      .select(['sourceId', 'name', 'createdAt', 'endedAt'])
      .where('clinicId', '=', clinicId)
      .orderBy('createdAt')
      .orderBy('sourceId')
      .execute()
    const items = rows.map(({ createdAt, endedAt, ...row }) => ({
      ...row,
      createdAt: timestampOf(createdAt),
      endedAt: optionalTimestamp(endedAt),
    }))
    return done({ items, next: null })
  },
)

interface OpenSource {
  readonly sourceId: string
  readonly sealedSecret: Uint8Array
}

/** A source that has not ended, held until the end of the transaction. */
export async function openSource({ trx, clinicId, params }: Call): Promise<OpenSource | undefined> {
  const sourceId = idForm.safeParse(params['sourceId'])
  if (!sourceId.success) return undefined
  return trx
    .selectFrom('webhookSource')
    .select(['sourceId', 'sealedSecret'])
    .where('clinicId', '=', clinicId)
    .where('sourceId', '=', sourceId.data)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

const rotate = defineRoute(
  {
    method: 'post',
    path: '/webhook-sources/{sourceId}/rotate',
    summary: 'A new secret; the one before is taken beside it for 24 hours',
    tag: 'Webhooks',
    access: OWNER,
    action: 'webhook-source.rotate',
    body: z.strictObject({}),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { trx, deps, clinicId, at } = call
    const source = await openSource(call)
    if (source === undefined) return notFound('source')
    const { sourceId, sealedSecret } = source
    const owner = sourceOwner(clinicId, sourceId)
    const secrets = rotatedSecrets(openSecrets(deps, owner, sealedSecret), at)
    await trx
      .updateTable('webhookSource')
      .set({ sealedSecret: sealSecrets(deps, owner, secrets) })
      .where('clinicId', '=', clinicId)
      .where('sourceId', '=', sourceId)
      .execute()
    call.note({ sourceId })
    const olderUntil = optionalTimestamp(secrets.olderUntil)
    return done({ sourceId, secret: secrets.secrets[0], olderUntil })
  },
)

const end = defineRoute(
  {
    method: 'delete',
    path: '/webhook-sources/{sourceId}',
    summary: 'Take nothing more from a system',
    tag: 'Webhooks',
    access: OWNER,
    action: 'webhook-source.end',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const source = await openSource(call)
    if (source === undefined) return notFound('source')
    const { sourceId } = source
    await call.trx
      .updateTable('webhookSource')
      .set({ endedAt: timestampOf(call.at) })
      .where('clinicId', '=', call.clinicId)
      .where('sourceId', '=', sourceId)
      .execute()
    call.note({ sourceId })
    return done(null)
  },
)

export const BOOKING_SOURCE_ROUTES: readonly Route[] = [create, list, rotate, end]
