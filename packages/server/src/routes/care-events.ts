import { assess, formatInstant, type Instant, type Session, toWire } from '@afterglow/engine'
import { givenEvent } from '@afterglow/ledger'
import { z } from '@hono/zod-openapi'
import { type PatientCare, planHash, zoneOf } from '../care/patient-care.ts'
import { eventJson } from '../care/patient-json.ts'
import { withoutUndone } from '../care/session-of.ts'
import {
  created,
  done,
  invalid,
  invalidAt,
  notFound,
  type Problem,
  type Reply,
} from '../http/reply.ts'
import { type Call, CLINICIAN, defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import { eventsOf, type EventType } from '../store/event-log.ts'
import { anyForm, idForm, instantForm, listForm, zoneForm } from './forms.ts'
import { sayer } from './adopting.ts'
import { barredUndoing } from './clinicians-word.ts'
import { heldCareOf } from './care-of-call.ts'
import { futureProblem, newEvent, recorded } from './new-event.ts'
import { patientOf } from './patient-of.ts'
import { otherPlan } from './seen-plan.ts'

const subjectForm = z.string().trim().min(1).max(200)
const windowForm = z.string().trim().min(1).max(40)
const atForm = instantForm.optional()

/** Reads an event as session files have it and records it for the patient that the path names. */
async function recordGiven(
  call: Call,
  type: EventType,
  given: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const found = await heldCareOf(call)
  if (!found.ok) return found.reply
  const { held: locked } = found
  const { record, library, session } = locked
  const now = formatInstant(call.at, 'UTC')
  const ids = session.procedures.map(({ id }) => id)
  const read = givenEvent({ at: now, ...given, type }, library, ids)
  if (!read.ok) return invalid(read.issues)
  const { type: _, at: told, ...data } = read.value.event
  const problem =
    futureProblem(call, told) ??
    (type === 'moved' ? lateMove(call, session, told) : null) ??
    (isOnPlan(type) ? otherPlan(call, locked) : null)
  if (problem) return problem
  const event = newEvent(call, { type, at: told, data })
  const said = 'subject' in data ? data.subject : undefined
  return recorded(call, { record, events: [event], locked }, ({ after }) => {
    call.note({ event: event.eventId, ...(said !== undefined && { subject: said }) })
    return created({ eventId: event.eventId, ...outcomeJson(after, said, call.at) })
  })
}

/** What somebody decides by what they saw it would change. */
function isOnPlan(type: EventType): boolean {
  return type === 'clearance' || type === 'override'
}

/** What the plan says once an event is part of it, of its subject above all. */
function outcomeJson(after: PatientCare, subject: string | undefined, at: Instant): object {
  const plan = after.care?.plan
  if (plan === undefined) return { planHash: null }
  const zone = zoneOf(after, at)
  return {
    planHash: planHash(plan),
    ...(subject !== undefined && { verdict: toWire(assess(plan, subject, at), zone) }),
    ...(plan.done.length > 0 && { done: toWire(plan.done, zone) }),
  }
}

/** Days of a session that is over are counted where it was done: a move told late changes none of them. */
function lateMove({ at }: Call, session: Session, told: Instant): Problem | null {
  const corrected = session.events.flatMap((one) => (one.type === 'corrected' ? [one.endedAt] : []))
  const ends = [...session.procedures.map(({ endedAt }) => endedAt), ...corrected]
  if (!ends.some((end) => end <= at && told <= end)) return null
  return invalidAt(
    'at',
    'is before the end of a session that is over: its days stay as they are; tell the move as of later',
  )
}

const clearance = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/clearances',
    summary:
      'A clinician clears a subject: what waits for a clinician or for signs opens; no timed window does',
    tag: 'Care',
    access: CLINICIAN,
    namedPerson: true,
    onPlan: true,
    action: 'clearance.create',
    body: z.strictObject({ subject: subjectForm, at: atForm }),
    replies: { 201: anyForm },
  },
  (call) => recordGiven(call, 'clearance', { ...call.body, by: sayer(call) }),
)

const override = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/overrides',
    summary: 'A clinician moves a window: later freely, earlier not below what any source states',
    tag: 'Care',
    access: CLINICIAN,
    namedPerson: true,
    onPlan: true,
    action: 'override.create',
    body: z.strictObject({
      subject: subjectForm,
      window: windowForm,
      reason: z.string().trim().min(3).max(200),
      at: atForm,
    }),
    replies: { 201: anyForm },
  },
  (call) => recordGiven(call, 'override', { ...call.body, by: sayer(call) }),
)

const didIt = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/done',
    summary: 'Did it anyway: no window changes; what to watch for is said',
    tag: 'Care',
    access: [...DESK, 'patient'],
    action: 'done.create',
    body: z.strictObject({ subject: subjectForm, at: atForm }),
    replies: { 201: anyForm },
  },
  (call) => recordGiven(call, 'done', call.body),
)

const moved = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/moves',
    summary:
      'The patient is in another time zone: routines follow, windows of sessions done do not',
    tag: 'Care',
    access: [...DESK, 'patient'],
    action: 'move.create',
    body: z.strictObject({ zone: zoneForm, at: atForm }),
    replies: { 201: anyForm },
  },
  (call) => recordGiven(call, 'moved', call.body),
)

const advice = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/advice',
    summary: 'What the patient’s own doctor said: it may tighten, never loosen',
    tag: 'Care',
    access: [...DESK, 'patient'],
    action: 'advice.create',
    body: z.strictObject({ subject: subjectForm, window: windowForm, at: atForm }),
    replies: { 201: anyForm },
  },
  (call) => recordGiven(call, 'patient-reported-advice', call.body),
)

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/events',
    summary: 'Everything that happened, in the order recorded, what was undone included',
    tag: 'Care',
    access: STAFF,
    action: 'event.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const events = await eventsOf(call.trx, found.record)
    const standing = new Set(withoutUndone(events).map(({ eventId }) => eventId))
    const items = events.map((one) => ({
      ...eventJson(one, found.record.zone),
      undone: one.type !== 'undone' && !standing.has(one.eventId),
    }))
    return done({ items, next: null })
  },
)

const undo = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/events/{eventId}/undo',
    summary:
      'Take an event back, by another event that says why. All but what was done, a clinician takes back',
    tag: 'Care',
    access: DESK,
    action: 'event.undo',
    body: z.strictObject({ reason: z.string().trim().min(3).max(200) }),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const eventId = idForm.safeParse(call.params['eventId'])
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const events = withoutUndone(await eventsOf(call.trx, found.record))
    const event = events.find((one) => one.eventId === eventId.data)
    if (event === undefined || NOT_UNDONE.has(event.type))
      return notFound('event that can be taken back')
    const barred = barredUndoing(call, event)
    if (barred) return barred
    const data = { event: event.eventId, reason: call.body.reason }
    const undone = newEvent(call, { type: 'undone', at: call.at, data })
    return recorded(call, { record: found.record, events: [undone] }, ({ after }) =>
      created({ eventId: undone.eventId, planHash: after.care && planHash(after.care.plan) }),
    )
  },
)

/** What was sent, given or consented to happened; a consent is withdrawn, a photo removed, by their own routes. */
const NOT_UNDONE: ReadonlySet<EventType> = new Set([
  'message',
  'photo',
  'consent',
  'acknowledgement',
  'adverse-event',
  'answer',
])

export const CARE_EVENT_ROUTES: readonly Route[] = [
  clearance,
  override,
  didIt,
  moved,
  advice,
  list,
  undo,
]
