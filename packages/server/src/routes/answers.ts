import { careCardsOf } from '@afterglow/formats'
import { z } from '@hono/zod-openapi'
import { type HeldAnswerToken, holdAnswerToken } from '../auth/answer-token.ts'
import { ended, type Entry, throughDoor, tokenOf } from '../auth/patient-door.ts'
import { consentEvents, consentsOf, recordConsent, recordedAfter } from '../care/consents.ts'
import { type PatientCare, readCare } from '../care/patient-care.ts'
import { raiseAlert } from '../care/raise-alert.ts'
import { recordEvents } from '../care/record-event.ts'
import { done, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, type Route } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import type { Trx } from '../store/database.ts'
import { eventsOf, type StoredEvent } from '../store/event-log.ts'
import { openPatient, type PatientRecord } from '../store/patient-record.ts'
import { anyForm } from './forms.ts'

const TAG = 'Answers by a link'
const token = z.string().max(200)
const ANSWERS = ['done', 'not-yet', 'worse'] as const
type Answer = (typeof ANSWERS)[number]

const answer = defineRoute(
  {
    method: 'post',
    path: '/answers',
    summary: 'Answer a reminder by its link alone: done, not yet or worse',
    tag: TAG,
    access: ['anonymous'],
    action: 'answer.create',
    unscoped: true,
    keyed: true,
    triesPer10Min: 60,
    body: z.strictObject({ token, answer: z.enum(ANSWERS) }),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { clinicId, hash } = tokenOf(call.body.token)
    return throughDoor(call, { clinicId, action: 'answer.create' }, async (entry) => {
      const held = await holdAnswerToken(entry.trx, { ...entry, hash, purpose: 'answer' })
      const kept = await entry.kept()
      if (kept !== null) return kept
      const record = held && (await activePatient(entry, held))
      if (!held || !record) return ended()
      const { answer: said } = call.body
      const { care, eventId, isNew } = await answered(entry, { held, record, hash, said })
      if (said !== 'worse') return done({ answer: said })
      if (isNew) {
        const alarm = { disposition: 'contact-clinic', reasons: [], safetyNet: [] } as const
        await raiseAlert({ ...call, ...entry }, { record, eventId, answer: alarm })
      }
      return done({ answer: said, ...(await whatToDo(entry, care)) })
    })
  },
)

async function activePatient(
  { trx, deps, clinicId, about }: Entry,
  { patientId }: { readonly patientId: string },
): Promise<PatientRecord | null> {
  const record = await openPatient(trx, deps, { clinicId, patientId })
  if (record?.state !== 'active') return null
  about(patientId)
  return record
}

interface Answering {
  readonly held: HeldAnswerToken<'answer'>
  readonly record: PatientRecord
  readonly hash: Uint8Array
  readonly said: Answer
}

interface Answered {
  readonly care: PatientCare
  readonly eventId: string
  /** False where the same was the last that was said, and still stands: a button pressed twice. */
  readonly isNew: boolean
}

/** The token is held, so that answers to one reminder come one after the other. */
async function answered(
  { trx, deps, at }: Entry,
  { held, record, hash, said }: Answering,
): Promise<Answered> {
  const { deliveryId, subject } = held
  const actor = { kind: 'link', id: deliveryId }
  const link = Buffer.from(hash).toString('base64url')
  const care = await readCare(trx, deps, { record, lock: true })
  const last = care.events.findLast(({ type, data }) => type === 'answer' && data['link'] === link)
  if (last?.data['answer'] === said && (await isStillSaid(trx, record, last)))
    return { care, eventId: last.eventId, isNew: false }
  const eventId = deps.createId()
  const data = { answer: said, reminder: subject.reminder, link }
  const recordedAt = recordedAfter(care.events, at)
  const event: StoredEvent = { eventId, type: 'answer', at, recordedAt, actor, data }
  const recorded = await recordEvents(trx, deps, { record, events: [event] })
  if (!recorded.ok) throw new Error('an answer is nothing that a plan could refuse')
  return { care: recorded.value.after, eventId, isNew: true }
}

/** "Worse" stands while its alert is open: said again after somebody closed that, it is worse again. */
async function isStillSaid(
  trx: Trx,
  { clinicId, patientId }: PatientRecord,
  { eventId, data }: StoredEvent,
): Promise<boolean> {
  if (data['answer'] !== 'worse') return true
  const open = await trx
    .selectFrom('alert')
    .select('alertId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('eventId', '=', eventId)
    .where('resolvedAt', 'is', null)
    .executeTakeFirst()
  return open !== undefined
}

/**
 * When to get help and how fast, and whom to call. Every alarm is told, not only those that count for this person: whoever
 * holds the link learns nothing of them.
 */
async function whatToDo({ trx, clinicId, at }: Entry, { library }: PatientCare): Promise<object> {
  const { settings } = await readClinic(trx, clinicId)
  const { phone, emergencyNumber } = settings
  const cards = careCardsOf({ planner: library.planner, plan: null, at })
  return { next: 'call-clinic', phone, emergencyNumber, cards }
}

const unsubscribe = defineRoute(
  {
    method: 'post',
    path: '/unsubscribe',
    summary: 'No more messages on the channel that the link came by',
    tag: TAG,
    access: ['anonymous'],
    action: 'unsubscribe',
    unscoped: true,
    keyed: true,
    triesPer10Min: 60,
    body: z.strictObject({ token }),
    replies: { 200: anyForm },
  },
  (call) => unsubscribed(call, { token: call.body.token, action: 'unsubscribe', keyed: true }),
)

/** RFC 8058: mail programs press this, which know no key and read no answer. Doing it twice is doing it once. */
const oneClick = defineRoute(
  {
    method: 'post',
    path: '/unsubscribe/{token}',
    summary: 'The one-click form of mail programs (RFC 8058)',
    tag: TAG,
    access: ['anonymous'],
    action: 'unsubscribe.one-click',
    unscoped: true,
    triesPer10Min: 600,
    upload: {
      types: ['application/x-www-form-urlencoded', 'multipart/form-data'],
      mostBytes: 2_000,
    },
    replies: { 200: anyForm },
  },
  (call) => {
    const given = { token: call.params['token'] ?? '', action: 'unsubscribe.one-click' }
    const body = Buffer.from(call.upload).toString('utf8')
    // In either form of the body the pair stands as it is; another POST to the address is nobody's wish.
    const isWish = /List-Unsubscribe(?:=|"\s+)One-Click/.test(body)
    return unsubscribed(call, { ...given, token: isWish ? given.token : '', keyed: false })
  },
)

async function unsubscribed(
  call: Call,
  given: { readonly token: string; readonly action: string; readonly keyed: boolean },
): Promise<Reply> {
  const { clinicId, hash } = tokenOf(given.token)
  return throughDoor(call, { ...given, clinicId }, async (entry) => {
    const held = await holdAnswerToken(entry.trx, { ...entry, hash, purpose: 'unsubscribe' })
    const kept = await entry.kept()
    if (kept !== null) return kept
    const record = held && (await activePatient(entry, held))
    if (!held || !record) return ended()
    const { channel } = held.subject
    await withdraw(entry, record, { channel, deliveryId: held.deliveryId })
    return done({ channel, given: false })
  })
}

async function withdraw(
  { trx, deps, at }: Entry,
  record: PatientRecord,
  { channel, deliveryId }: { channel: 'email' | 'push' | 'sms'; deliveryId: string | null },
): Promise<void> {
  const events = await eventsOf(trx, record)
  if (!consentsOf(events)[channel]) return
  const last = consentEvents(events).findLast(({ data }) => data.scope === channel)
  const noticeVersion = last?.data.noticeVersion ?? 'none'
  const actor = { kind: 'link', id: deliveryId }
  const consent = { scope: channel, given: false, noticeVersion }
  await recordConsent({ trx, deps, at, actor }, { record, consent })
}

export const ANSWER_ROUTES: readonly Route[] = [answer, unsubscribe, oneClick]
