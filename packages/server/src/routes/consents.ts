import { z } from '@hono/zod-openapi'
import {
  CONSENT_SCOPES,
  consentEvents,
  type Consents,
  consentsOf,
  recordConsent,
} from '../care/consents.ts'
import { actorOf } from '../http/principal.ts'
import { done, notFound, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import { timestampOf } from '../store/database.ts'
import { eventsOf } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { anyForm } from './forms.ts'
import { patientOf } from './patient-of.ts'

interface ConsentState {
  readonly consents: Consents
  readonly history: readonly unknown[]
}

async function stateOf({ trx }: Pick<Call, 'trx'>, record: PatientRecord): Promise<ConsentState> {
  const events = await eventsOf(trx, record)
  const history = consentEvents(events).map(({ eventId, at, actor, data }) => ({
    eventId,
    scope: data.scope,
    given: data.given,
    noticeVersion: data.noticeVersion,
    at: timestampOf(at),
    by: actor.kind,
  }))
  return { consents: consentsOf(events), history }
}

const read = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/consents',
    summary: 'What the patient has agreed to, and every time that it was said',
    tag: 'Consent',
    access: [...STAFF, 'patient', 'caregiver'],
    action: 'consent.read',
    replies: { 200: anyForm },
  },
  async (call) => {
    const found = await patientOf(call)
    return found.ok ? done(await stateOf(call, found.record)) : found.reply
  },
)

const noticeVersion = z
  .string()
  .regex(/^[\w.-]{1,40}$/, { error: 'must be the version of the notice, such as 2026-11' })

const write = defineRoute(
  {
    method: 'put',
    path: '/patients/{patientId}/consents/{scope}',
    summary:
      'Agree or withdraw; staff record what was signed on paper. A channel withdrawn sends nothing more',
    tag: 'Consent',
    access: [...DESK, 'patient'],
    action: 'consent.write',
    body: z.strictObject({ given: z.boolean(), noticeVersion }),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { record } = found
    const scope = CONSENT_SCOPES.find((one) => one === call.params['scope'])
    if (scope === undefined) return notFound('consent')
    if (record.state !== 'active') return notFound('patient')
    const { trx, deps, at, principal } = call
    const consenting = { trx, deps, at, actor: actorOf(principal) }
    const consent = { scope, ...call.body }
    const isNew = await recordConsent(consenting, { record, consent })
    call.note({ scope, given: consent.given, isNew })
    return done(await stateOf(call, record))
  },
)

export const CONSENT_ROUTES: readonly Route[] = [read, write]
