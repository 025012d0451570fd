import { careCardsOf } from '@afterglow/formats'
import { z } from '@hono/zod-openapi'
import { type Heard, hearMessage, isUrgent } from '../care/hear-message.ts'
import { type PatientCare, readCare } from '../care/patient-care.ts'
import { messageJson } from '../care/patient-json.ts'
import { raiseAlert } from '../care/raise-alert.ts'
import { queueClinicReplied } from '../deliver/clinic-replied.ts'
import { isId, OTHER_CURSOR, pageOf, pageQuery, readCursor } from '../http/page.ts'
import { created, done, invalidAt, problem, type Problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { eventsOf, type StoredEvent } from '../store/event-log.ts'
import { floodOf } from './flood.ts'
import { messageAnswerForm, messagesForm } from './answer-forms.ts'
import { idForm } from './forms.ts'
import { newEvent, recorded } from './new-event.ts'
import { patientOf } from './patient-of.ts'
import { readLater } from './read-later-words.ts'
import { isSameReport } from './same-report.ts'

const LONGEST = 4_000
/** What a browser would take for an element, a comment or an instruction. */
const MARKUP = /<[a-z!/?]/i
/** All but line ends and tabs: nothing that turns or hides what is shown beside it. */
const CONTROLS = /[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

const messageForm = z.strictObject({
  /** Made by the app when the person pressed send, so that what was sent twice is kept once. */
  messageId: idForm.optional(),
  body: z
    .string()
    .max(LONGEST)
    .transform((text) => text.replaceAll(CONTROLS, '').trim())
    .refine((text) => text !== '', { error: 'must not be empty' }),
  /** A question that the app could not answer, sent on by the person: counted, so that a clinic learns what is missing. */
  kind: z.literal('question', { error: 'must be question, or left out' }).optional(),
})

const create = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/messages',
    summary: 'Write to the patient, or to the clinic; a patient’s red flags are answered at once',
    tag: 'Messages',
    access: [...DESK, 'patient'],
    action: 'message.create',
    heard: true,
    body: messageForm,
    replies: { 201: messageAnswerForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { record } = found
    const isPatients = call.principal.kind === 'patient'
    const barred = isPatients ? null : staffProblem(call.body)
    if (barred) return barred
    const event = messageOf(call, isPatients)
    const locked = await readCare(call.trx, call.deps, { record, lock: true })
    const earlier = locked.events.find(({ eventId }) => eventId === event.eventId)
    if (earlier && !isSameReport(earlier, event)) return problem(409, 'conflict', OTHER)
    const judge = () => hearMessage(locked, call.body.body, call.at).disposition
    const flood = floodOf(call, { held: locked, event, judge })
    if (flood) return flood
    return recorded(call, { record, events: [event], locked }, async ({ isNew }) => {
      call.note({ message: event.eventId, direction: String(event.data['direction']) })
      const said = messageJson(event, record.zone)
      if (isPatients)
        return created({ ...said, ...(await answered(call, locked, { event, isNew })) })
      if (isNew) await queueClinicReplied(call, { care: locked, messageId: event.eventId })
      return created(said)
    })
  },
)

type Message = z.output<typeof messageForm>

/** A patient's words are kept as they are: who writes of pus is not told to mend a bracket. */
function staffProblem({ body, kind }: Message): Problem | null {
  if (MARKUP.test(body)) return invalidAt('body', 'is plain text, without markup')
  return kind ? invalidAt('kind', 'is for what a patient sends on; leave it out') : null
}

function messageOf(call: Call & { readonly body: Message }, isPatients: boolean): StoredEvent {
  const { body, messageId, kind } = call.body
  const direction = isPatients ? 'from-patient' : 'from-clinic'
  // What it is stands in the clear, so that a clinic can count; what it says is sealed.
  const data = { body, direction, ...(kind && { question: true }) }
  const given = messageId && { eventId: messageId }
  return newEvent(call, { type: 'message', at: call.at, data, ...given })
}

const OTHER = { detail: 'This messageId is of another message: give each one its own.' }

/** Puts a patient's message into the inbox, and answers with what cannot wait until somebody has read it. */
async function answered(
  call: Call,
  care: PatientCare,
  { event, isNew }: { readonly event: StoredEvent; readonly isNew: boolean },
): Promise<object> {
  const heard = hearMessage(care, String(event.data['body']), call.at)
  if (isNew) await raiseAlert(call, { record: care.record, eventId: event.eventId, answer: heard })
  const { settings } = await readClinic(call.trx, call.clinicId)
  const { emergencyNumber, staticCards, openingHours, phone } = settings
  const { safetyNet } = heard
  if (!isUrgent(heard)) {
    const text = readLater(care.record.locale)
    return { text, openingHours, phone, safetyNet, emergencyNumber }
  }
  const cards = careCardsOf({
    planner: care.library.planner,
    plan: care.care?.plan ?? null,
    at: call.at,
  })
  const told = staticCards ? {} : dispositionOf(heard)
  return { ...told, cards, safetyNet, emergencyNumber }
}

function dispositionOf({ disposition, reasons }: Heard): object {
  return { disposition, reasons }
}

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/messages',
    summary: 'What patient and clinic wrote to each other, the newest first',
    tag: 'Messages',
    access: [...STAFF, 'patient', 'caregiver'],
    action: 'message.list',
    query: pageQuery,
    replies: { 200: messagesForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { limit, cursor } = call.query
    const after = readCursor(cursor, [isId])
    if (after === undefined) return OTHER_CURSOR
    const messages = (await eventsOf(call.trx, found.record))
      .filter(({ type }) => type === 'message')
      .toReversed()
    // One that is not found begins at the start again.
    const from = messages.findIndex(({ eventId }) => eventId === after?.[0]) + 1
    const page = pageOf(messages.slice(from, from + limit + 1), limit, ({ eventId }) => [eventId])
    const items = page.items.map((one) => messageJson(one, found.record.zone))
    return done({ items, next: page.next })
  },
)

export const MESSAGE_ROUTES: readonly Route[] = [create, list]
