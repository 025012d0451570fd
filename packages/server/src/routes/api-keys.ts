import { z } from '@hono/zod-openapi'
import { actorOf, KEY_ROLES } from '../http/principal.ts'
import { created, done, notFound, type Reply } from '../http/reply.ts'
import { defineRoute, OWNER, type Route } from '../http/route.ts'
import { optionalTimestamp, timestampOf } from '../store/database.ts'
import { createToken } from '../token.ts'
import { anyForm, idForm, listForm } from './forms.ts'

const create = defineRoute(
  {
    method: 'post',
    path: '/api-keys',
    summary:
      'Make an API key; its secret is shown this once. What a clinician answers for by name it cannot do, whatever its role',
    tag: 'Clinic',
    access: OWNER,
    action: 'api-key.create',
    body: z.strictObject({
      name: z.string().trim().min(1, { error: 'must not be empty' }).max(100),
      role: z.enum(KEY_ROLES, { error: `must be one of ${KEY_ROLES.join(', ')}` }),
    }),
    replies: { 201: anyForm },
  },
  async ({ trx, deps, clinicId, at, body, principal, note }) => {
    const apiKeyId = deps.createId()
    const { text: key, hash: tokenHash } = createToken(clinicId, deps.randomBytes)
    const createdAt = timestampOf(at)
    const actorId = actorOf(principal).id
    await trx
      .insertInto('apiKey')
      .values({ clinicId, apiKeyId, ...body, tokenHash, createdAt, actorId })
      .execute()
    note({ apiKeyId, role: body.role })
    return created({ apiKeyId, ...body, createdAt, key })
  },
)

const list = defineRoute(
  {
    method: 'get',
    path: '/api-keys',
    summary: 'The API keys of the clinic, those that were ended included',
    tag: 'Clinic',
    access: OWNER,
    action: 'api-key.list',
    replies: { 200: listForm },
  },
  async ({ trx, clinicId }) => {
    const rows = await trx
      .selectFrom('apiKey')
      .select(['apiKeyId', 'name', 'role', 'createdAt', 'usedAt', 'endedAt'])
      .where('clinicId', '=', clinicId)
      .orderBy('createdAt')
      .orderBy('apiKeyId')
      .execute()
    const items = rows.map(({ createdAt, usedAt, endedAt, ...row }) => ({
      ...row,
      createdAt: timestampOf(createdAt),
      usedAt: optionalTimestamp(usedAt),
      endedAt: optionalTimestamp(endedAt),
    }))
    return done({ items, next: null })
  },
)

const end = defineRoute(
  {
    method: 'delete',
    path: '/api-keys/{apiKeyId}',
    summary: 'End an API key, from its next request on',
    tag: 'Clinic',
    access: OWNER,
    action: 'api-key.end',
    replies: { 204: null },
  },
  async ({ trx, clinicId, at, params, note }): Promise<Reply> => {
    const apiKeyId = idForm.safeParse(params['apiKeyId'])
    if (!apiKeyId.success) return notFound('API key')
    const ended = await trx
      .updateTable('apiKey')
      .set({ endedAt: timestampOf(at) })
      .where('clinicId', '=', clinicId)
      .where('apiKeyId', '=', apiKeyId.data)
      .where('endedAt', 'is', null)
      .returning('apiKeyId')
      .executeTakeFirst()
    if (ended === undefined) return notFound('API key')
    note({ apiKeyId: apiKeyId.data })
    return done(null)
  },
)

export const API_KEY_ROUTES: readonly Route[] = [create, list, end]
