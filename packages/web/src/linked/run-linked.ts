import type { LinkedApp, Linking, RunLinked } from '../app/use-linked.ts'
import { loadParseSession } from '../store/load-record-file.ts'
import { ask, type Json } from './ask.ts'
import { followPins } from './follow-pins.ts'
import { leave } from './leave.ts'
import { keep, readKept } from './linked-store.ts'
import { OUTBOX, whenOutboxChanges } from './outbox-store.ts'
import { ClinicNotices } from './parts/clinic-notices.tsx'
import { createRounds, type Rounds } from './rounds.ts'
import { sessionWith } from './session-with.ts'
import { sync, type Syncing } from './sync.ts'

/**
 * Keeps the plan as the clinic has it, and sends what was told here: at the start, when there is network again, when the
 * page is looked at, and when something is told. Returns the way to stop.
 */
export const runLinked: RunLinked = (linking) => {
  const { latest, onLinked } = linking
  let linked: LinkedApp = {
    ...EMPTY,
    renew: () => rounds.soon(),
    see: (seen) => seeing(show, seen),
  }
  const show: Show = (part) => {
    linked = { ...linked, ...part }
    onLinked(linked)
  }
  const syncing = syncingOf(linking, show)
  const rounds = createRounds(async () => {
    if (latest().isLeaving) await leave({ ...linking, ask })
    const sent = await sync(syncing)
    if (sent) show({ isReached: sent.end !== 'unreached' })
    return sent
  })
  const renewItems = () => showItems(linking, show, rounds)
  const stopListening = whenOutboxChanges(() => void renewItems())
  void begin(linking, show).then(renewItems).finally(rounds.soon)
  return () => {
    stopListening()
    rounds.stop()
  }
}

type Show = (part: Partial<LinkedApp>) => void

const EMPTY = {
  items: [],
  answers: new Map<string, Json>(),
  thread: [],
  seen: '',
  isReached: null,
  Notices: ClinicNotices,
} as const

function syncingOf({ latest, change, onLedger }: Linking, show: Show): Syncing {
  const answers = new Map<string, Json>()
  return {
    ask,
    outbox: OUTBOX,
    latest,
    change,
    checked: new Set(),
    onLedger,
    onAnswer: ({ id }, { body }) => show({ answers: new Map(answers.set(id, body)) }),
    onThread: (thread) => show({ thread }),
  }
}

function seeing(show: Show, seen: string): void {
  show({ seen })
  void keep('seen', seen)
}

async function begin({ latest, ledger, onLedger }: Linking, show: Show): Promise<void> {
  show({ thread: (await readKept('thread')) ?? [], seen: (await readKept('seen')) ?? '' })
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
  const parsed = base?.session ? parseSession(base.session) : null
  if (!parsed?.ok || clinic === null) return
  const session = sessionWith(parsed.value, items, clinic.isUnsure)
  if (JSON.stringify(session) !== JSON.stringify(before)) change({ session })
}
