import { type CareEvent, formatInstant, type Instant } from '@afterglow/engine'
import type { Json, Request } from './ask.ts'

/** What a person says of their own care. All else of a session is the clinic's to write. */
export type OwnEvent = Extract<
  CareEvent,
  { readonly type: 'check-in' | 'done' | 'moved' | 'patient-reported-advice' }
>

/** What is on its way to the clinic. */
export type Outgoing =
  | { readonly kind: 'event'; readonly event: OwnEvent }
  | { readonly kind: 'message'; readonly body: string; readonly isQuestion: boolean }
  | { readonly kind: 'photo'; readonly image: Blob; readonly purpose: 'care' | 'marketing' }
  | { readonly kind: 'consent'; readonly scope: string; readonly given: boolean }

/** One thing told, under the id that was made when the button was pressed: sent twice, it is kept once. */
export interface OutboxItem {
  readonly id: string
  /** Its place among all that was told on this device. */
  readonly place: number
  readonly madeAt: Instant
  readonly patientId: string
  readonly what: Outgoing
  /** `sent` until the clinic's own session, which has it in, is here. */
  readonly state: 'waiting' | 'sent' | 'refused'
  /** How often the server could not take it. */
  readonly tries: number
  /** Why it was refused the last time, as the server said; null where it never was. */
  readonly refusal: string | null
}

/** Which version of the app's words on consent was agreed to. */
export const NOTICE_VERSION = '2026-11'

/** The server keeps whole seconds: an event of this device is the same one when it comes back. */
export function wholeSeconds<T extends { readonly at: Instant }>(event: T): T {
  return { ...event, at: Math.floor(event.at / 1000) * 1000 }
}

/** Whether an answer is that of the server to this very thing: it names what was told under its id. */
export function isAbout({ id, what }: OutboxItem, body: Json): boolean {
  if (what.kind === 'message') return body['messageId'] === id
  const isCheckIn = what.kind === 'event' && what.event.type === 'check-in'
  return !isCheckIn || body['checkInId'] === id
}

export function requestOf({ id, patientId, what }: OutboxItem): Request {
  const under = `/patients/${patientId}`
  const post = { method: 'POST', key: `afterglow-${id}` } as const
  switch (what.kind) {
    case 'event':
      return { ...post, ...eventRequest(under, id, what.event) }
    case 'message': {
      const { body, isQuestion } = what
      const message = { messageId: id, body, ...(isQuestion && { kind: 'question' }) }
      return { ...post, path: `${under}/messages`, body: message }
    }
    case 'photo':
      return { ...post, path: `${under}/photos?purpose=${what.purpose}`, body: what.image }
    case 'consent': {
      const body = { given: what.given, noticeVersion: NOTICE_VERSION }
      return { method: 'PUT', path: `${under}/consents/${what.scope}`, body }
    }
    default:
      return what satisfies never
  }
}

function eventRequest(
  under: string,
  id: string,
  event: OwnEvent,
): { readonly path: string; readonly body: object } {
  const at = formatInstant(event.at, 'UTC')
  switch (event.type) {
    case 'check-in': {
      const { signs, settled, notes } = event
      const symptoms = signs.map(({ code, ...rest }) => ({ name: code, ...rest }))
      const told = { ...(settled && { settled }), ...(notes !== undefined && { notes }) }
      return { path: `${under}/check-ins`, body: { checkInId: id, at, symptoms, ...told } }
    }
    case 'done':
      return { path: `${under}/done`, body: { subject: event.subject, at } }
    case 'moved':
      return { path: `${under}/moves`, body: { zone: event.zone, at } }
    case 'patient-reported-advice': {
      const { subject, window } = event
      return { path: `${under}/advice`, body: { subject, window: window.until, at } }
    }
    default:
      return event satisfies never
  }
}

/** In the order told; pictures after all words, so that no alarm waits behind a large file. */
export function inSendingOrder(items: readonly OutboxItem[]): readonly OutboxItem[] {
  const isPicture = ({ what }: OutboxItem) => Number(what.kind === 'photo')
  return items.toSorted((a, b) => isPicture(a) - isPicture(b) || a.place - b.place)
}

/** Refused, and to be tried once more, as the person wishes. */
export function sentAgain(item: OutboxItem): OutboxItem {
  return { ...item, state: 'waiting', tries: 0 }
}

const LATE_MS = 3_600_000
const LATE_TRIES = 8

/** Whether it has waited for so long that the person has to call instead. */
export function isLate({ state, tries, madeAt }: OutboxItem, at: Instant): boolean {
  return state === 'waiting' && (tries >= LATE_TRIES || at - madeAt >= LATE_MS)
}

/** Whether a person has to be told that the clinic has not got it. */
export function isUnsent({ state }: OutboxItem): boolean {
  return state !== 'sent'
}
