import { planHash } from '../care/patient-care.ts'
import { unconfirmedSessions } from '../care/planned-sessions.ts'
import { sessionJson } from '../care/session-json.ts'
import { done, notFound, type Reply } from '../http/reply.ts'
import { defineRoute, param, type Route, STAFF } from '../http/route.ts'
import { careSessionForm, pinnedProtocolForm } from './answer-forms.ts'
import { askedCareOf, standingPatientOf } from './care-of-call.ts'

/** What a device needs to work the plan out itself: the session, and the protocols that the plan is pinned to. */

const WHO = [...STAFF, 'patient', 'caregiver'] as const

const session = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/session',
    summary:
      'The session as session files have it, and the versions that its plan is pinned to: whoever applies these gets the very plan',
    tag: 'Plan',
    access: WHO,
    action: 'care-session.read',
    replies: { 200: careSessionForm },
  },
  async (call): Promise<Reply> => {
    const asked = await askedCareOf(call, undefined)
    if (!asked.ok) return asked.reply
    const { pins, care, events } = asked.read
    return done({
      session: care && sessionJson(care.session),
      protocols: pins,
      planHash: care && planHash(care.plan),
      toConfirm: [...unconfirmedSessions(events, call.at)],
    })
  },
)

const protocol = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/protocols/{hash}',
    summary: 'One version of a protocol that the plan is pinned to, as it is applied',
    tag: 'Plan',
    access: WHO,
    action: 'pinned-protocol.read',
    replies: { 200: pinnedProtocolForm },
  },
  async (call): Promise<Reply> => {
    const found = await standingPatientOf(call)
    if (!found.ok) return found.reply
    const hash = param(call, 'hash')
    const { protocols: pins } = await call.trx
      .selectFrom('carePlan')
      .select('protocols')
      .where('clinicId', '=', call.clinicId)
      .where('patientId', '=', found.record.patientId)
      .executeTakeFirstOrThrow()
    const place = pins.findIndex((pin) => pin.hash === hash)
    if (place < 0) return notFound('version of a protocol that this plan is pinned to')
    // One protocol for each pin, in their order.
    const { protocols } = await call.deps.shelf.libraryOf(call.trx, pins)
    return done({ hash, protocol: protocols[place] })
  },
)

export const CARE_SESSION_ROUTES: readonly Route[] = [session, protocol]
