import type { LinkedApp, Linking, RunLinked } from '../app/use-linked.ts'
import { loadParseSession } from '../store/load-record-file.ts'
import { ask, type Json } from './ask.ts'
import { followPins } from './follow-pins.ts'
import { leave } from './leave.ts'
import { keep, readKept } from './linked-store.ts'
import { OUTBOX, whenOutboxChanges } from './outbox-store.ts'
import { ClinicNotices } from './parts/clinic-notices.tsx'
import { ClockNote } from './parts/clock-note.tsx'
import { createRounds, type Rounds } from './rounds.ts'
import { sessionWith } from './session-with.ts'
import { sync, type Syncing } from './sync.ts'

/**
 * Keeps the plan as the clinic has it, and sends what was told here: at the start, when there is network again, when the
 * page is looked at, and when something is told. Returns the way to stop.
 */
export const runLinked: RunLinked = (linking) => {
  const { latest } = linking
  const stopped = new AbortController()
  const showing = showingOf(linking, stopped.signal)
  const { show, receive } = showing
  const rounds = createRounds(async () => {
    if (latest().isLeaving) await leave({ ...linking, ask })
    const sent = await sync(syncing)
    if (sent) show({ isReached: sent.end !== 'unreached' })
    return sent
  })
  const syncing = syncingOf(linking, showing)
  const renewItems = () => showItems(linking, show, rounds)
  const stopListening = whenOutboxChanges((received) => {
    if (received !== null) receive(received)
    void renewItems()
  })
  show({
    renew: rounds.soon,
    see: (seen) => seeing(show, seen),
    follow: () => void follow(linking),
  })
  void begin(linking, show).then(renewItems).finally(rounds.soon)
  return () => {
    stopListening()
    stopped.abort()
    rounds.stop()
  }
}

type Show = (part: Partial<LinkedApp>) => void

function nothing(): void {}

const EMPTY = {
  items: [],
  answers: new Map<string, Json>(),
  received: new Set<string>(),
  thread: [],
  seen: '',
  isReached: null,
  Notices: ClinicNotices,
  Note: ClockNote,
  renew: nothing,
  see: nothing,
  follow: nothing,
} as const

interface Showing {
  readonly show: Show
  /** The clinic has got what was told under this id. */
  readonly receive: (id: string) => void
}

/** Hands on what is known, as of this patient, until it is another's turn. */
function showingOf({ latest, onLinked }: Linking, stopped: AbortSignal): Showing {
  const patientId = latest().clinic?.patientId ?? ''
  let linked: LinkedApp = { ...EMPTY, patientId }
  const show: Show = (part) => {
    if (stopped.aborted) return
    linked = { ...linked, ...part }
    onLinked(linked)
  }
  const receive = (id: string) => show({ received: new Set([...linked.received, id]) })
  return { show, receive }
}

function syncingOf({ latest, change, onLedger }: Linking, { show, receive }: Showing): Syncing {
  const answers = new Map<string, Json>()
  return {
    ask,
    outbox: OUTBOX,
    latest,
    change,
    checked: new Set(),
    onLedger,
    onAnswer: ({ id }, { body }) => {
      receive(id)
      show({ answers: new Map(answers.set(id, body)) })
    },
    onThread: (thread) => show({ thread }),
  }
}

function seeing(show: Show, seen: string): void {
  show({ seen })
  void keep('seen', seen)
}

async function begin(linking: Linking, show: Show): Promise<void> {
  const { clinic } = linking.latest()
  const [thread, seen] = await Promise.all([readKept('thread'), readKept('seen')])
  const isOwn = thread?.patientId === clinic?.patientId
  show({ thread: (isOwn && thread?.messages) || [], seen: seen ?? '' })
  await follow(linking)
}

async function follow({ latest, ledger, onLedger }: Linking): Promise<void> {
  const { clinic } = latest()
  if (clinic) await followPins({ link: clinic, current: ledger, onLedger })
}

/** What nobody has tried to send yet is tried at once. */
async function showItems(linking: Linking, show: Show, rounds: Rounds): Promise<void> {
  const { clinic } = linking.latest()
  const items = (await OUTBOX.read()).filter((one) => one.patientId === clinic?.patientId)
  show({ items })
  await mergeAgain(linking, items)
  if (items.some(({ tries, state }) => state === 'waiting' && tries === 0)) rounds.soon()
}

/** Another window may have told something, or this one was closed before it was in the plan. */
async function mergeAgain({ latest, change }: Linking, items: LinkedApp['items']): Promise<void> {
  const [base, parseSession] = await Promise.all([readKept('base'), loadParseSession()])
  const { clinic, session: before } = latest()
  // Another patient's, where somebody else has joined meanwhile.
  if (clinic === null || base?.patientId !== clinic.patientId) return
  const parsed = base.session ? parseSession(base.session) : null
  if (!parsed?.ok) return
  const own = items.filter((one) => one.patientId === clinic.patientId)
  const session = sessionWith(parsed.value, own, clinic)
  if (JSON.stringify(session) !== JSON.stringify(before)) change({ session })
}
