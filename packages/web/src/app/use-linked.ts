import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Json } from '../linked/ask.ts'
import type { Ledger } from '../linked/ledger.ts'
import type { Message } from '../linked/linked-store.ts'
import type { OutboxItem } from '../linked/outbox.ts'
import type { PatientRecord } from '../store/record.ts'
import type { ChangeRecord } from './app-context.ts'
import { useLazy } from './use-lazy.ts'

/** What a device knows of its clinic beside the record, and what it shows of it on Today. */
export interface LinkedApp {
  /** Whose it is. */
  readonly patientId: string
  /** What was told and is not in the clinic's own session yet. */
  readonly items: readonly OutboxItem[]
  /** What the server answered to things told in this window, by their ids. */
  readonly answers: ReadonlyMap<string, Json>
  /** The ids of what the clinic is known to have got since this window is open. */
  readonly received: ReadonlySet<string>
  /** The oldest first. */
  readonly thread: readonly Message[]
  /** The last of the clinic's messages that was seen. */
  readonly seen: string
  /** Whether the server could be reached the last time; null before the first. */
  readonly isReached: boolean | null
  readonly Notices: ComponentType
  /** What stands above every screen. */
  readonly Note: ComponentType
  /** Sends and asks again. */
  readonly renew: () => void
  /** A message of the clinic's was seen. */
  readonly see: (messageId: string) => void
  /** The plan is pinned to other protocols now. */
  readonly follow: () => void
}

export interface Linking {
  readonly change: ChangeRecord
  readonly latest: () => PatientRecord
  readonly ledger: () => Ledger
  readonly onLedger: (ledger: Ledger) => void
  readonly onLinked: (linked: LinkedApp) => void
}

export type RunLinked = (linking: Linking) => () => void

/** Nothing of it is fetched, and nobody asked for anything, where there is no clinic. */
export function useLinked(
  record: PatientRecord,
  linking: Omit<Linking, 'onLinked'>,
): LinkedApp | null {
  const { clinic, isLeaving } = record
  const [linked, onLinked] = useState<LinkedApp | null>(null)
  const lazy = useLazy(load, 'linked', isLeaving || clinic !== null)
  const run = lazy !== 'broken' && lazy?.value.runLinked
  useEffect(() => (run ? run({ ...linking, onLinked }) : undefined), [run, clinic?.patientId])
  useEffect(() => linked?.follow(), [clinic?.pins.join()])
  // What was known of somebody who was here before is nobody else's.
  return clinic && linked?.patientId === clinic.patientId ? linked : null
}

function load() {
  return import('../linked/run-linked.ts')
}
