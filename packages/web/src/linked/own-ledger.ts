import type { PatientRecord } from '../store/record.ts'
import { builtInLedger } from './built-in-ledger.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { readKept } from './linked-store.ts'
import { withNothingOpen } from './merge.ts'

/**
 * What the plan of a record with a clinic's own protocols is made with. Where they cannot be read the app's own serve, and
 * nothing counts as open.
 */
export async function readOwnLedger(
  record: PatientRecord,
): Promise<{ readonly ledger: Ledger; readonly record: PatientRecord }> {
  const protocols = await keptProtocols()
  const isWhole = record.clinic?.pins.every((pin) => protocols.some(({ hash }) => hash === pin))
  if (isWhole && protocols.length > 0) return { ledger: ledgerOf(protocols), record }
  const { session, clinic } = record
  const shut = {
    ...record,
    session: session && withNothingOpen(session),
    clinic: clinic && { ...clinic, isUnsure: true },
  }
  return { ledger: await builtInLedger(), record: shut }
}

async function keptProtocols() {
  try {
    return (await readKept('protocols')) ?? []
  } catch {
    return []
  }
}
