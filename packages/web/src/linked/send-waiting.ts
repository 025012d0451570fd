import type { Answered, Ask, Refused, Unreached } from './ask.ts'
import { inSendingOrder, isAbout, type OutboxItem, requestOf } from './outbox.ts'
import type { OutboxStore } from './outbox-store.ts'

export interface Sending {
  readonly store: Pick<OutboxStore, 'read' | 'put'>
  readonly ask: Ask
  readonly patientId: string
  /** Hears what the server answered to one thing. */
  readonly onAnswer?: (item: OutboxItem, answer: Answered) => void
}

/** How a round of sending ended: `later` where something has to be tried again by itself. */
export interface Sent {
  readonly end: 'done' | 'later' | 'unreached' | 'signed-out'
  readonly count: number
  /** The least time that the server wants to be left alone for. */
  readonly waitMs: number
}

/**
 * Sends what waits, one after the other. What the server refuses is marked and never dropped; what it cannot take now, or a
 * proxy keeps from it, waits for as long as that lasts. None holds up what comes after it; without network the rest waits.
 */
export async function sendWaiting(sending: Sending): Promise<Sent> {
  const tried = new Set<string>()
  let count = 0
  let end: Sent['end'] = 'done'
  let waitMs = 0
  for (;;) {
    const item = next(await sending.store.read(), sending.patientId, tried)
    if (item === undefined) return { end, count, waitMs }
    tried.add(item.id)
    const outcome = await sendOne(sending, item)
    if (outcome.end === 'done') count += 1
    else if (outcome.end !== 'refused') end = outcome.end
    waitMs = Math.max(waitMs, outcome.waitMs)
    if (outcome.isStop) return { end, count, waitMs }
  }
}

function next(
  items: readonly OutboxItem[],
  patientId: string,
  tried: ReadonlySet<string>,
): OutboxItem | undefined {
  return inSendingOrder(items).find(
    (one) => one.state === 'waiting' && one.patientId === patientId && !tried.has(one.id),
  )
}

interface Outcome {
  readonly end: Sent['end'] | 'refused'
  /** Nothing else would be taken now either. */
  readonly isStop: boolean
  readonly waitMs: number
}

async function sendOne(sending: Sending, item: OutboxItem): Promise<Outcome> {
  const answer = await sending.ask(requestOf(item))
  if (answer.kind === 'unreached') return unreached(sending, item, answer)
  if (answer.kind === 'answered') return received(sending, item, answer)
  const { status, detail, retryAfterMs: waitMs } = answer
  if (status === 401) return { end: 'signed-out', isStop: true, waitMs }
  if (isForLater(answer)) return later(sending, item, waitMs)
  const refusal = detail || String(status)
  await sending.store.put({ ...item, tries: item.tries + 1, state: 'refused', refusal })
  return { end: 'refused', isStop: false, waitMs }
}

/** What a proxy turns away may be this thing alone, for its size or its words: the next may pass. */
async function unreached(
  sending: Sending,
  item: OutboxItem,
  { status = 0 }: Unreached,
): Promise<Outcome> {
  if (status >= 400 && status < 500) return later(sending, item, 0)
  return { end: 'unreached', isStop: true, waitMs: 0 }
}

async function later({ store }: Sending, item: OutboxItem, waitMs: number): Promise<Outcome> {
  await store.put({ ...item, tries: item.tries + 1 })
  return { end: 'later', isStop: false, waitMs }
}

async function received(sending: Sending, item: OutboxItem, answer: Answered): Promise<Outcome> {
  // Of something else: nobody knows whether it arrived, and the same again is done once.
  if (!isAbout(item, answer.body)) return later(sending, item, 0)
  await sending.store.put({ ...item, state: 'sent' })
  sending.onAnswer?.(item, answer)
  return { end: 'done', isStop: false, waitMs: 0 }
}

/** Trouble of the server's, too much at once, or the same request still under way: it may be taken the next time. */
function isForLater({ status }: Refused): boolean {
  return status >= 500 || status === 409 || status === 408 || status === 429
}
