import { formatInstant, type Instant, parseInstant } from '@afterglow/engine'
import { givenSession } from '@afterglow/ledger'
import { z } from '@hono/zod-openapi'
import { withoutUndone } from '../care/session-of.ts'
import { planHash, zoneOf } from '../care/patient-care.ts'
import { created, done, invalid, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import { eventsOf, type StoredEvent } from '../store/event-log.ts'
import { anyForm, instantForm, listForm } from './forms.ts'
import { newEvent, recorded } from './new-event.ts'
import { patientOf } from './patient-of.ts'
import { notInstant } from './care-of-call.ts'

const word = z.string().trim().min(1).max(200)
/** What was used, for the record and for a recall; no rule asks for it. */
const productForm = z
  .strictObject({
    deviceName: word,
    needleLot: word,
    products: z.array(z.strictObject({ name: word, lot: word.optional() })).max(20),
  })
  .partial()
const procedureForm = z.strictObject({
  code: word.default('microneedling'),
  endedAt: instantForm,
  endedAtEstimated: z.boolean().optional(),
  device: word.optional(),
  needleDepthMm: z.number().optional(),
  bodySites: z.array(word).max(20).optional(),
  adjuncts: z.array(word).max(20).optional(),
  setting: word.optional(),
  indications: z.array(word).max(20).optional(),
  sessionNumber: z.int().optional(),
  product: productForm.optional(),
})
const factsForm = z
  .strictObject({
    fitzpatrickSkinType: word,
    medicines: z.array(word).max(100),
    history: z.array(word).max(100),
  })
  .partial()

const create = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/procedures',
    summary: 'Record a session, as performed or as planned; the answer says what the plan is now',
    tag: 'Care',
    access: DESK,
    action: 'procedure.create',
    body: z.strictObject({ ...procedureForm.shape, patient: factsForm.optional() }),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { patient, product, ...procedure } = call.body
    const eventId = call.deps.createId()
    const read = await readGiven(call, { ...procedure, id: eventId }, patient)
    if (!read.ok) return read.reply
    const { endedAt, id: _, ...rest } = read.procedure
    const data = { ...rest, ...(product && { product }) }
    const events = [
      newEvent(call, { type: 'procedure', at: endedAt, data, eventId }),
      ...(patient
        ? [newEvent(call, { type: 'patient-facts', at: call.at, data: read.patient })]
        : []),
    ]
    return recorded(call, { record: found.record, events }, ({ after }) =>
      created({
        procedureId: eventId,
        endedAt: formatInstant(endedAt, zoneOf(after, endedAt)),
        planHash: after.care && planHash(after.care.plan),
        protocols: after.pins,
        issues: after.care?.plan.issues ?? [],
        unmapped: after.care?.plan.unmapped ?? [],
      }),
    )
  },
)

type Given =
  | {
      readonly ok: true
      readonly procedure: { readonly id: string; readonly endedAt: Instant }
      readonly patient: Readonly<Record<string, unknown>>
    }
  | { readonly ok: false; readonly reply: Reply }

/** Read by the form that session files have: people's words become codes, impossible figures are refused by name. */
async function readGiven(call: Call, procedure: object, patient: object = {}): Promise<Given> {
  const library = await call.deps.shelf.libraryOf(call.trx, call.deps.shelf.current)
  const given = givenSession({ zone: 'UTC', procedures: [procedure], patient, events: [] }, library)
  if (!given.ok) {
    const issues = given.issues.map((issue) => ({
      ...issue,
      expression: issue.expression.replace(/^procedures\[0\]\.?/, ''),
    }))
    return { ok: false, reply: invalid(issues) }
  }
  const { session } = given.value
  // One was given, and the parser drops none.
  const [only] = session.procedures as [(typeof session.procedures)[number]]
  return { ok: true, procedure: only, patient: session.patient }
}

const facts = defineRoute(
  {
    method: 'put',
    path: '/patients/{patientId}/facts',
    summary:
      'Say what is known of the patient: skin type, medicines, history. What is left out is unknown',
    tag: 'Care',
    access: DESK,
    action: 'facts.write',
    body: factsForm,
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const library = await call.deps.shelf.libraryOf(call.trx, call.deps.shelf.current)
    const procedure = { id: 'p', code: 'microneedling', endedAt: '2000-01-01T00:00:00Z' }
    const given = givenSession(
      { zone: 'UTC', procedures: [procedure], patient: call.body, events: [] },
      library,
    )
    if (!given.ok) return invalid(given.issues)
    const data = given.value.session.patient
    const events = [newEvent(call, { type: 'patient-facts', at: call.at, data })]
    return recorded(call, { record: found.record, events }, () => done(data))
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
      'Correct when a session ended: windows count from the new end, what closed stays closed',
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
    const procedure = call.params['procedureId'] ?? ''
    const events = withoutUndone(await eventsOf(call.trx, found.record))
    if (!events.some(({ type, eventId }) => type === 'procedure' && eventId === procedure)) {
      return invalid([
        {
          severity: 'error',
          code: 'not-found',
          expression: 'procedureId',
          diagnostics: 'is no procedure of this patient',
        },
      ])
    }
    const event = newEvent(call, { type: 'corrected', at: call.at, data: { procedure, endedAt } })
    return recorded(call, { record: found.record, events: [event] }, ({ after }) =>
      created({ eventId: event.eventId, planHash: after.care && planHash(after.care.plan) }),
    )
  },
)

export const PROCEDURE_ROUTES: readonly Route[] = [create, list, correct, facts]
