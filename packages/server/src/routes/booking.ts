import { z } from '@hono/zod-openapi'
import { bookSession } from '../care/booked-session.ts'
import { staffBounced } from '../deliver/staff-bounce.ts'
import { suppress } from '../deliver/suppression.ts'
import { openSecrets, secretsAt } from '../deliver/webhook-secrets.ts'
import { verifyWebhook } from '../deliver/webhook-signature.ts'
import { oddText } from '../http/odd-text.ts'
import { issuesOf } from '../http/form-issues.ts'
import { done, invalid, invalidAt, problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, type Route, type RouteSpec } from '../http/route.ts'
import { isUuid, timestampOf } from '../store/database.ts'
import { openSource, sourceOwner } from './booking-sources.ts'
import { anyForm, identityForm, localeForm, zoneForm } from './forms.ts'
import { factsForm, procedureForm } from './procedure-form.ts'
import { procedureProblem } from './procedures.ts'

const eventForm = z.looseObject({ type: z.string().max(100), data: z.unknown() })
const sessionForm = z.strictObject({
  patient: identityForm.extend({
    reference: z.string().trim().min(1, { error: 'must not be empty' }).max(100),
    locale: localeForm.optional(),
    zone: zoneForm.optional(),
  }),
  procedure: z.strictObject({ ...procedureForm.shape, patient: factsForm.optional() }),
  send: z.enum(['email', 'sms', 'none']).optional(),
})
const bounceForm = z.strictObject({
  channel: z.enum(['email', 'sms']),
  address: z.string().trim().min(3).max(254),
})

/** No clinic has it: a path that names none is answered like a signature that is not good. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const HOOK = {
  method: 'post',
  tag: 'Webhooks',
  access: ['anonymous'],
  signed: true,
  clinicOf: ({ params }) =>
    isUuid(params['clinicId'] ?? '') ? (params['clinicId'] ?? '') : NOBODY,
  // Ten a second from one address: a booking system is one machine for many clinics.
  triesPer10Min: 6_000,
  upload: { types: ['application/json'], mostBytes: 65_536 },
  replies: { 200: anyForm, 202: anyForm },
} as const satisfies Partial<RouteSpec>

const sessions = defineRoute(
  {
    ...HOOK,
    path: '/hooks/{clinicId}/{sourceId}',
    summary: 'A booking system says that a session is done (Standard Webhooks)',
    action: 'hook.session-completed',
  },
  (call) => received(call, 'session.completed', (data) => book(call, data)),
)

const bounces = defineRoute(
  {
    ...HOOK,
    path: '/hooks/{clinicId}/bounces/{sourceId}',
    summary:
      'A mail service says that an address does not work: no patient is written to there again; staff are',
    action: 'hook.bounce',
  },
  (call) => received(call, 'bounce', (data) => bounced(call, data)),
)

/** One answer for every webhook that is taken, the first time and again. */
const TAKEN = done({ received: true })
const NOT_SIGNED = problem(401, 'not-signed-in', {
  detail: 'This is not signed by a source of this clinic, or its time is not now.',
})

async function received(
  call: Call,
  type: string,
  handle: (data: unknown) => Promise<Reply | null>,
): Promise<Reply> {
  const source = await openSource(call)
  if (source === undefined) return NOT_SIGNED
  const { deps, clinicId, at, request } = call
  const secrets = openSecrets(deps, sourceOwner(clinicId, source.sourceId), source.sealedSecret)
  const body = Buffer.from(call.bytes).toString()
  const verified = verifyWebhook(secretsAt(secrets, at), { headers: request.headers, body }, at)
  if (!verified.ok) return NOT_SIGNED
  call.note({ sourceId: source.sourceId })
  const json = parsedJson(body)
  const odd = oddText(json, '')
  if (odd !== null) return invalid([odd])
  const event = eventForm.safeParse(json)
  if (!event.success) return invalid(issuesOf(event.error, ''))
  if (event.data.type !== type) return done({ received: true, handled: false }, { status: 202 })
  if (!(await isFirst(call, source.sourceId, verified.value.id))) return TAKEN
  return (await handle(event.data.data)) ?? TAKEN
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A repeat has the id of the first; where that one failed, nothing of it stayed and this one is the first. */
async function isFirst(
  { trx, clinicId, at }: Call,
  sourceId: string,
  webhookId: string,
): Promise<boolean> {
  const added = await trx
    .insertInto('receivedWebhook')
    .values({ clinicId, sourceId, webhookId, receivedAt: timestampOf(at) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('webhookId')
    .executeTakeFirst()
  return added !== undefined
}

async function book(call: Call, data: unknown): Promise<Reply | null> {
  const read = sessionForm.safeParse(data)
  if (!read.success) return invalid(issuesOf(read.error, 'data'))
  const { patient, procedure, send } = read.data
  const { patient: facts, product, ...rest } = procedure
  const given = { procedure: rest, product, patient: facts }
  const sourceId = call.params['sourceId'] ?? ''
  const booked = await bookSession(call, { patient, given, send, sourceId })
  if (booked.kind === 'ambiguous')
    return invalidAt('data.patient.reference', 'several patients have this number: merge them')
  if (booked.kind === 'other-person') return invalidAt('data.patient.name', OTHER_PERSON)
  if (booked.kind !== 'booked') return procedureProblem(booked)
  call.note({ patient: booked.record.patientId, sent: booked.sent })
  return null
}

const OTHER_PERSON =
  'the patient with this number has another name, and not both a word of it and an address in common: nothing was recorded; correct one of the two'

async function bounced(call: Call, data: unknown): Promise<Reply | null> {
  const read = bounceForm.safeParse(data)
  if (!read.success) return invalid(issuesOf(read.error, 'data'))
  const { trx, deps, clinicId } = call
  const isStaffs = read.data.channel === 'email' && (await staffBounced(call, read.data.address))
  call.note({ staff: isStaffs })
  if (isStaffs) return null
  await suppress(trx, deps, { clinicId, ...read.data, reason: 'bounce' })
  return null
}

export const BOOKING_ROUTES: readonly Route[] = [sessions, bounces]
