import type { ClinicLink } from '../store/clinic-link.ts'
import type { Answered, Ask } from './ask.ts'
import { cardOf, logoOf } from './card-of.ts'
import { changeLink, type LinkAccess } from './change-link.ts'
import { copyPart } from './copy-time.ts'
import { keep, type Message } from './linked-store.ts'
import type { OutboxItem } from './outbox.ts'
import { refreshPlan, type RefreshingPlan } from './refresh-plan.ts'
import { sendWaiting, type Sent } from './send-waiting.ts'

export interface Syncing extends RefreshingPlan {
  readonly onAnswer: (item: OutboxItem, answer: Answered) => void
  readonly onThread: (thread: readonly Message[]) => void
}

/** Sends what waits, then asks for what the clinic has now. Nothing where there is no clinic. */
export async function sync(syncing: Syncing): Promise<Sent | null> {
  const link = syncing.latest().clinic
  if (link === null) return null
  const { ask, outbox: store, onAnswer } = syncing
  const sent = await sendWaiting({ store, ask, patientId: link.patientId, onAnswer })
  if (sent.end === 'signed-out') return signedOut(syncing, sent)
  if (sent.end === 'unreached') return sent
  const end = await refreshPlan(syncing, link.patientId)
  if (end === 'signed-out') return signedOut(syncing, { ...sent, end })
  if (end === 'unreached') return { ...sent, end }
  const isAllHere =
    (await refreshCard(syncing)) && (await refreshThread(syncing, link)) && isTimeKnown(syncing)
  // What did not come is asked for again by itself.
  return isAllHere || sent.end !== 'done' ? sent : { ...sent, end: 'later' }
}

function signedOut(syncing: Syncing, sent: Sent): Sent {
  changeLink(syncing, { isSignedOut: true })
  return sent
}

/** Until it is, nothing of the plan counts as open. */
function isTimeKnown({ latest }: LinkAccess): boolean {
  const { clinic } = latest()
  return clinic === null || clinic.copyAt !== null
}

async function refreshCard(syncing: LinkAccess & { readonly ask: Ask }): Promise<boolean> {
  const answer = await syncing.ask({ method: 'GET', path: '/clinic/card' })
  if (answer.kind !== 'answered') return false
  await keep('logo', logoOf(answer.body))
  const { clinic } = syncing.latest()
  const cardAt = clinic && copyPart(clinic, 'cardAt', answer.time)
  changeLink(syncing, { card: cardOf(answer.body), ...cardAt })
  return true
}

async function refreshThread(
  { ask, onThread, latest }: Syncing,
  { patientId }: ClinicLink,
): Promise<boolean> {
  const answer = await ask({ method: 'GET', path: `/patients/${patientId}/messages` })
  // Somebody else may have joined on this device meanwhile.
  if (answer.kind !== 'answered' || latest().clinic?.patientId !== patientId) return false
  const { items } = answer.body
  // The server's own list of messages, the newest first.
  const thread = (Array.isArray(items) ? (items as readonly Message[]) : []).toReversed()
  await keep('thread', { patientId, messages: thread })
  onThread(thread)
  return true
}
