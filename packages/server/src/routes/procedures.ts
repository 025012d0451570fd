import { errorAt, formatInstant, parseInstant } from '@afterglow/engine'
import { givenSession } from '@afterglow/ledger'
import { z } from '@hono/zod-openapi'
import { withoutUndone } from '../care/session-of.ts'
import { planHash, readCare, zoneOf } from '../care/patient-care.ts'
import { type RecordedProcedure, recordProcedure } from '../care/record-procedure.ts'
import { actorOf } from '../http/principal.ts'
import { created, done, invalid, notFound, refused, type Reply } from '../http/reply.ts'
import { defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import { eventsOf, type StoredEvent } from '../store/event-log.ts'
import { recordedProcedureForm } from './answer-forms.ts'
import { anyForm, instantForm, listForm } from './forms.ts'
import { barredCorrection, barredFacts } from './clinicians-word.ts'
import { newEvent, recorded } from './new-event.ts'
import { patientOf } from './patient-of.ts'
import { factsForm, procedureForm } from './procedure-form.ts'
import { notInstant } from './care-of-call.ts'

const create = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/procedures',
    summary: 'Record a session, as performed or as planned; the answer says what the plan is now',
    tag: 'Care',
    access: DESK,
    action: 'procedure.create',
    body: z.strictObject({ ...procedureForm.shape, patient: factsForm.optional() }),
    replies: { 201: recordedProcedureForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { record } = found
    if (record.state !== 'active') return notFound('patient')
    const { patient, product, ...procedure } = call.body
    const given = { procedure, product, patient }
    const told = await recordProcedure(call, { record, given, actor: actorOf(call.principal) })
    if (told.kind !== 'recorded') return procedureProblem(told)
    const { procedureId, endedAt, before, after, raisedAgain } = told
    if (raisedAgain > 0) call.note({ raisedAgain })
    const facts = after.session?.patient ?? {}
    // Without facts those that were told stay.
    const barred = patient && barredFacts(call, before.events, { facts, prefix: 'patient.' })
    if (barred) return barred
    return created({
      procedureId,
      endedAt: formatInstant(endedAt, zoneOf(after, endedAt)),
      planHash: after.care && planHash(after.care.plan),
      protocols: after.pins,
      issues: after.care?.plan.issues ?? [],
      unmapped: after.care?.plan.unmapped ?? [],
    })
  },
)

export function procedureProblem({
  kind,
  issues,
}: Exclude<RecordedProcedure, { kind: 'recorded' }>): Reply {
  return kind === 'invalid' ? invalid(issues) : refused(issues)
}

const writeFacts = defineRoute(
  {
    method: 'put',
    path: '/patients/{patientId}/facts',
    summary:
      'Say what is known of the patient: skin type, medicines, history. What is left out is unknown; what was told before, a clinician takes back or leaves out',
    tag: 'Care',
    access: DESK,
    action: 'facts.write',
    body: factsForm,
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { record } = found
    const locked = await readCare(call.trx, call.deps, { record, lock: true })
    const procedure = { id: 'p', code: 'microneedling', endedAt: '2000-01-01T00:00:00Z' }
    const given = givenSession(
      { zone: 'UTC', procedures: [procedure], patient: call.body, events: [] },
      locked.library,
    )
    if (!given.ok) return invalid(given.issues)
    const data = given.value.session.patient
    const barred = barredFacts(call, locked.events, { facts: data })
    if (barred) return barred
    const events = [newEvent(call, { type: 'patient-facts', at: call.at, data })]
    return recorded(call, { record, events, locked }, () => done(data))
  },
)

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/procedures',
    summary: 'The sessions of a patient',
    tag: 'Care',
    access: [...STAFF, 'patient', 'caregiver'],
    action: 'procedure.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const events = withoutUndone(await eventsOf(call.trx, found.record))
    const items = events.filter(({ type }) => type === 'procedure')
    return done({ items: items.map((one) => procedureJson(one, found.record.zone)), next: null })
  },
)

function procedureJson({ eventId, at, data, recordedAt }: StoredEvent, zone: string): unknown {
  return {
    procedureId: eventId,
    ...data,
    endedAt: formatInstant(at, zone),
    recordedAt: formatInstant(recordedAt, zone),
  }
}

const correct = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/procedures/{procedureId}/corrections',
    summary:
      'Correct when a session ended: windows count from the new end, what closed stays closed. Earlier, a clinician alone',
    tag: 'Care',
    access: DESK,
    action: 'procedure.correct',
    body: z.strictObject({ endedAt: instantForm }),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const endedAt = parseInstant(call.body.endedAt)
    if (endedAt === undefined) return notInstant('endedAt', call.body.endedAt)
    const { record } = found
    const procedure = call.params['procedureId'] ?? ''
    const locked = await readCare(call.trx, call.deps, { record, lock: true })
    const { session } = locked
    if (!session?.procedures.some(({ id }) => id === procedure))
      return invalid([errorAt('procedureId', 'not-found', 'is no procedure of this patient')])
    const barred = barredCorrection(call, session, { procedure, endedAt })
    if (barred) return barred
    const event = newEvent(call, { type: 'corrected', at: call.at, data: { procedure, endedAt } })
    return recorded(call, { record, events: [event], locked }, ({ after }) =>
      created({ eventId: event.eventId, planHash: after.care && planHash(after.care.plan) }),
    )
  },
)

export const PROCEDURE_ROUTES: readonly Route[] = [create, list, correct, writeFacts]
