import type { Instant, Reminder } from '@afterglow/engine'
import { type PatientCare, planned } from '../care/patient-care.ts'
import type { Deps } from '../deps.ts'
import type { Clinic } from '../store/clinic-settings.ts'
import type { Trx } from '../store/database.ts'
import { type EventRow, eventRowsOf, storedEvent } from '../store/event-log.ts'
import { openPatients, type PatientRecord } from '../store/patient-record.ts'
import type { Claimed } from './claim.ts'
import { fallenDue } from './due-reminders.ts'

/** Why a due plan cannot be worked on: a code for the log, nothing of the patient. */
type Unreadable = 'patient-not-open' | 'event-not-open' | 'protocol-unknown' | 'plan-impossible'

export type DueCare =
  | {
      readonly kind: 'due'
      readonly care: PatientCare
      readonly reminders: readonly Reminder[]
      /** When to look at the plan next; null for never. */
      readonly nextAt: Instant | null
    }
  | { readonly kind: 'unreadable'; readonly claimed: Claimed; readonly code: Unreadable }

interface Batch {
  readonly clinic: Clinic
  readonly at: Instant
  readonly claimed: readonly Claimed[]
}

/** Works out many due plans with few statements. One that cannot be read is said to be so; the others are read. */
export async function readDueCare(
  trx: Trx,
  deps: Deps,
  { clinic, at, claimed }: Batch,
): Promise<readonly DueCare[]> {
  const { clinicId } = clinic
  const patientIds = claimed.map(({ patientId }) => patientId)
  const opened = await openPatients(trx, deps, { clinicId, patientIds })
  const records = new Map(opened.map((record) => [record.patientId, record]))
  const rows = await eventRowsOf(trx, clinicId, patientIds)
  const read: DueCare[] = []
  for (const one of claimed) {
    const record = records.get(one.patientId)
    const version = await versionOf(trx, deps, { clinicId, claimed: one })
    if (record === undefined || version === null) {
      const code = record === undefined ? 'patient-not-open' : 'protocol-unknown'
      read.push({ kind: 'unreadable', claimed: one, code })
      continue
    }
    const events = rows.get(one.patientId) ?? []
    read.push(workedOut({ claimed: one, record, version, rows: events, clinic, at }))
  }
  return read
}

type Version = Pick<PatientCare, 'pins' | 'adoptionId' | 'shortenings' | 'library'>

/** Null where it was never published here. */
async function versionOf(
  trx: Trx,
  { shelf }: Deps,
  {
    clinicId,
    claimed: { pins, adoptionId },
  }: { readonly clinicId: string; readonly claimed: Claimed },
): Promise<Version | null> {
  try {
    const library = await shelf.libraryOf(trx, pins)
    const shortenings = await shelf.shorteningsOf(trx, { clinicId, adoptionId })
    return { pins, adoptionId, shortenings, library }
  } catch {
    return null
  }
}

interface Reading {
  readonly claimed: Claimed
  readonly record: PatientRecord
  readonly version: Version
  readonly rows: readonly EventRow[]
  readonly clinic: Clinic
  readonly at: Instant
}

/** Whatever is wrong with one patient's record is caught here: the others of the batch have reminders too. */
function workedOut({ claimed, record, version, rows, clinic, at }: Reading): DueCare {
  let code: Unreadable = 'event-not-open'
  try {
    const events = rows.map((row) => storedEvent(row, record))
    code = 'plan-impossible'
    const care = planned({ ...version, record, events })
    const { handledUntil } = claimed
    return { kind: 'due', care, ...fallenDue(care, clinic, { handledUntil, at }) }
  } catch {
    return { kind: 'unreadable', claimed, code }
  }
}
