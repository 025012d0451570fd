import { builtInLedger } from './built-in-ledger.ts'
import type { Answered, Ask } from './ask.ts'
import { changeLink, type LinkAccess, withLink } from './change-link.ts'
import { type ClinicPlan, readClinicPlan } from './clinic-plan.ts'
import { copyPart, isTimeUnknown } from './copy-time.ts'
import type { Ledger } from './ledger.ts'
import { keep, type KeptSession, readKept } from './linked-store.ts'
import type { OutboxStore } from './outbox-store.ts'
import { sessionWith } from './session-with.ts'

export interface RefreshingPlan extends LinkAccess {
  readonly ask: Ask
  readonly outbox: OutboxStore
  /** The copies that this very version of the app has held against the server: of any other it asks anew. */
  readonly checked: Set<string>
  /** The plan is made with another ledger from now on. */
  readonly onLedger: (ledger: Ledger) => void
}

/** What was sent is in the answer that was asked for after it, so that it waits no longer. */
export async function refreshPlan(
  refreshing: RefreshingPlan,
  patientId: string,
): Promise<'done' | 'unreached' | 'signed-out'> {
  const { ask, outbox } = refreshing
  const done = (await outbox.read()).filter(({ state }) => state === 'sent')
  const base = await ownBase(patientId)
  const path = `/patients/${patientId}/session`
  const etag = base?.etag && refreshing.checked.has(base.etag) ? base.etag : null
  const answer = await ask({ method: 'GET', path, etag })
  if (answer.kind === 'unreached') return 'unreached'
  if (answer.kind === 'refused') return answer.status === 401 ? 'signed-out' : 'unreached'
  if (answer.status === 304) stillGood(refreshing, answer)
  else if (!(await takePlan(refreshing, patientId, answer))) return 'unreached'
  for (const { id } of done) await outbox.remove(id)
  return 'done'
}

/** What is kept of this patient, and of nobody who was here before. */
async function ownBase(patientId: string): Promise<KeptSession | null> {
  const base = await readKept('base')
  return base?.patientId === patientId ? base : null
}

function stillGood(refreshing: RefreshingPlan, { time }: Answered): void {
  const { clinic } = refreshing.latest()
  const copyAt = clinic && copyPart(clinic, 'copyAt', time)
  changeLink(refreshing, { isSignedOut: false, ...copyAt })
}

/** False where what it needs could not be had. */
async function takePlan(
  refreshing: RefreshingPlan,
  patientId: string,
  answer: Answered,
): Promise<boolean> {
  const kept = (await readKept('protocols')) ?? []
  const place = { ask: refreshing.ask, patientId, kept, builtIn: await builtInLedger() }
  const plan = await readClinicPlan(place, answer.body)
  // Somebody else may have joined on this device meanwhile.
  const { clinic } = refreshing.latest()
  if (clinic?.patientId !== patientId) return false
  if (plan === undefined) {
    await shutUnlessSame(refreshing, patientId, answer)
    return false
  }
  const { session, wire, protocols } = plan
  const isClockUnsure = session !== null && isTimeUnknown(clinic, answer.time)
  const isUnsure = plan.isUnsure || isClockUnsure
  if (protocols.length > 0) await keep('protocols', protocols)
  const etag = isUnsure ? null : answer.etag
  await keep('base', { patientId, session: wire, etag })
  await showPlan(refreshing, { ...plan, isUnsure }, answer)
  if (etag !== null) refreshing.checked.add(etag)
  return true
}

/** There is another plan, and it cannot be shown now: until it can, nothing of the one before counts as open. */
async function shutUnlessSame(
  refreshing: RefreshingPlan,
  patientId: string,
  { etag }: Answered,
): Promise<void> {
  const base = await ownBase(patientId)
  if (base === null || (etag !== null && base.etag === etag)) return
  await keep('base', { ...base, etag: null })
  const items = (await refreshing.outbox.read()).filter((one) => one.patientId === patientId)
  refreshing.change((record) => ({
    session: record.session && sessionWith(record.session, items, { lost: [], isUnsure: true }),
    ...withLink({ isUnsure: true })(record),
  }))
}

/** Ledger and session change together: no plan is ever made of one without the other. */
async function showPlan(
  { change, outbox, onLedger, latest }: RefreshingPlan,
  { session, pins, ledger, hasOwnLedger, isUnsure }: ClinicPlan,
  { time }: Answered,
): Promise<void> {
  const { clinic, session: before } = latest()
  const lost = clinic?.lost ?? []
  const items = (await outbox.read()).filter((one) => one.patientId === clinic?.patientId)
  // What this version of the app cannot read leaves what was there, with nothing open in it.
  const shown = session === null && isUnsure ? before : session
  const copyAt = clinic && time && { copyAt: time.at, clockAheadMs: time.aheadMs }
  onLedger(ledger)
  change((record) => ({
    session: shown && sessionWith(shown, items, { lost, isUnsure }),
    previous: null,
    ...withLink({ pins, hasOwnLedger, isUnsure, isSignedOut: false, ...copyAt })(record),
  }))
}
