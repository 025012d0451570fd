import type { ChangeRecord } from '../app/app-context.ts'
import type { ClinicLink } from '../store/clinic-link.ts'
import type { PatientRecord } from '../store/record.ts'
import type { Answered, Ask } from './ask.ts'
import { builtInLedger } from './built-in-ledger.ts'
import { cardOf, logoOf } from './card-of.ts'
import { type ClinicPlan, readClinicPlan } from './clinic-plan.ts'
import type { Ledger } from './ledger.ts'
import { keep, type Message, readKept } from './linked-store.ts'
import { sessionWith } from './session-with.ts'
import type { OutboxItem } from './outbox.ts'
import type { OutboxStore } from './outbox-store.ts'
import { sendWaiting, type Sent } from './send-waiting.ts'

export interface Syncing {
  readonly ask: Ask
  readonly outbox: OutboxStore
  readonly latest: () => PatientRecord
  readonly change: ChangeRecord
  /** The copies that this very version of the app has held against the server: of any other it asks anew. */
  readonly checked: Set<string>
  /** The plan is made with another ledger from now on. */
  readonly onLedger: (ledger: Ledger) => void
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
  await refreshCard(syncing)
  await refreshThread(syncing, link.patientId)
  return sent
}

function signedOut(syncing: Syncing, sent: Sent): Sent {
  changeLink(syncing, { isSignedOut: true })
  return sent
}

/** Changes what is kept of the clinic, where there is one still and it is not the same already. */
function changeLink({ change, latest }: Syncing, part: Partial<ClinicLink>): void {
  const next = withLink((link) => ({ ...link, ...part }))
  const { clinic } = latest()
  if (JSON.stringify(next(latest()).clinic) !== JSON.stringify(clinic)) change(next)
}

/** Changes what is kept of the clinic, where there is one still. */
function withLink(next: (link: ClinicLink) => ClinicLink) {
  return ({ clinic }: PatientRecord): Partial<PatientRecord> =>
    clinic ? { clinic: next(clinic) } : {}
}

/** What was sent is in the answer that was asked for after it, so that it waits no longer. */
async function refreshPlan(
  syncing: Syncing,
  patientId: string,
): Promise<'done' | 'unreached' | 'signed-out'> {
  const { ask, outbox } = syncing
  const done = (await outbox.read()).filter(({ state }) => state === 'sent')
  const base = await readKept('base')
  const path = `/patients/${patientId}/session`
  const etag = base?.etag && syncing.checked.has(base.etag) ? base.etag : null
  const answer = await ask({ method: 'GET', path, etag })
  if (answer.kind === 'unreached') return 'unreached'
  if (answer.kind === 'refused') return answer.status === 401 ? 'signed-out' : 'unreached'
  if (answer.status === 304) changeLink(syncing, { isSignedOut: false })
  else if (!(await takePlan(syncing, patientId, answer))) return 'unreached'
  for (const { id } of done) await outbox.remove(id)
  return 'done'
}

/** False where what it needs could not be had. */
async function takePlan(syncing: Syncing, patientId: string, answer: Answered): Promise<boolean> {
  const kept = (await readKept('protocols')) ?? []
  const place = { ask: syncing.ask, patientId, kept, builtIn: await builtInLedger() }
  const plan = await readClinicPlan(place, answer.body)
  // Somebody else may have joined on this device meanwhile.
  const isOther = syncing.latest().clinic?.patientId !== patientId
  if (plan === undefined || isOther) return false
  const { wire, protocols, isUnsure } = plan
  if (protocols.length > 0) await keep('protocols', protocols)
  await keep('base', { session: wire, etag: isUnsure ? null : answer.etag })
  await showPlan(syncing, plan)
  if (answer.etag !== null && !isUnsure) syncing.checked.add(answer.etag)
  return true
}

/** Ledger and session change together: no plan is ever made of one without the other. */
async function showPlan(
  { change, outbox, onLedger, latest }: Syncing,
  { session, pins, ledger, hasOwnLedger, isUnsure }: ClinicPlan,
): Promise<void> {
  const { clinic, session: before } = latest()
  const items = (await outbox.read()).filter((one) => one.patientId === clinic?.patientId)
  // What this version of the app cannot read leaves what was there, with nothing open in it.
  const shown = session === null && isUnsure ? before : session
  onLedger(ledger)
  change((record) => ({
    session: shown && sessionWith(shown, items, isUnsure),
    previous: null,
    ...withLink((link) => ({
      ...link,
      pins,
      hasOwnLedger,
      isUnsure,
      isSignedOut: false,
    }))(record),
  }))
}

async function refreshCard(syncing: Syncing): Promise<void> {
  const answer = await syncing.ask({ method: 'GET', path: '/clinic/card' })
  if (answer.kind !== 'answered') return
  await keep('logo', logoOf(answer.body))
  changeLink(syncing, { card: cardOf(answer.body) })
}

async function refreshThread({ ask, onThread }: Syncing, patientId: string): Promise<void> {
  const answer = await ask({ method: 'GET', path: `/patients/${patientId}/messages` })
  if (answer.kind !== 'answered') return
  const { items } = answer.body
  // The server's own list of messages, the newest first.
  const thread = (Array.isArray(items) ? (items as readonly Message[]) : []).toReversed()
  await keep('thread', thread)
  onThread(thread)
}
