import { z } from '@hono/zod-openapi'
import { keepSubscription, removeSubscription } from '../auth/patient-push.ts'
import { isPushHost } from '../deliver/push-host.ts'
import { done, invalidAt, notFound, problem, type Reply } from '../http/reply.ts'
import { defineRoute, type Route } from '../http/route.ts'
import { isUuid } from '../store/database.ts'
import { anyForm } from './forms.ts'
import { patientOf } from './patient-of.ts'

/** As the browser writes it; when it expires is for the browser to know. */
const subscriptionForm = z.strictObject({
  endpoint: z.url().max(2_000),
  expirationTime: z.number().nullable().optional(),
  keys: z.strictObject({
    p256dh: z.string().regex(/^[\w-]{80,100}=*$/, { error: 'must be a public key in base64url' }),
    auth: z.string().regex(/^[\w-]{20,30}=*$/, { error: 'must be a secret in base64url' }),
  }),
})

const put = defineRoute(
  {
    method: 'put',
    path: '/patients/{patientId}/push-subscriptions',
    summary: 'Let this browser show push messages, until it is signed out',
    tag: 'Reminders',
    access: ['patient'],
    action: 'push-subscription.write',
    body: subscriptionForm,
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { trx, deps, at, principal, body } = call
    if (principal.kind !== 'patient') return problem(403, 'forbidden')
    const { endpoint, keys } = body
    if (!isPushHost(endpoint, deps.config.PUSH_HOSTS))
      return invalidAt('endpoint', 'is no push service that this server sends to')
    const { sessionId } = principal
    const subscription = { endpoint, keys }
    const kept = { subscription, sessionId, at }
    return done({ subscriptionId: await keepSubscription(trx, found.record, kept) })
  },
)

const remove = defineRoute(
  {
    method: 'delete',
    path: '/patients/{patientId}/push-subscriptions/{subscriptionId}',
    summary: 'No more push messages on this browser',
    tag: 'Reminders',
    access: ['patient'],
    action: 'push-subscription.remove',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const id = call.params['subscriptionId'] ?? ''
    if (!isUuid(id)) return notFound('subscription')
    const removed = await removeSubscription(call.trx, found.record, id)
    return removed ? done(null) : notFound('subscription')
  },
)

const key = defineRoute(
  {
    method: 'get',
    path: '/push-key',
    summary:
      'The key that a browser subscribes with (VAPID); null where push messages are not set up',
    tag: 'Reminders',
    access: ['patient'],
    action: 'push-key.read',
    replies: { 200: z.object({ publicKey: z.string().nullable() }) },
  },
  async ({ deps }) => done({ publicKey: deps.channels.push?.vapid.publicKey ?? null }),
)

export const PUSH_SUBSCRIPTION_ROUTES: readonly Route[] = [put, remove, key]
