import type { ClinicLink } from '../store/clinic-link.ts'
import { builtInLedger } from './built-in-ledger.ts'
import { hashesOf, type Ledger, ledgerOf } from './ledger.ts'
import { readKept } from './linked-store.ts'

interface Choosing {
  readonly link: ClinicLink
  readonly current: () => Ledger
  readonly onLedger: (ledger: Ledger) => void
}

/** Another window may have got a plan of another version: what this one plans with follows. */
export async function followPins({ link, current, onLedger }: Choosing): Promise<void> {
  const { pins } = link
  const isPinned = (ledger: Ledger): boolean => pins.join() === hashesOf(ledger).join()
  if (pins.length === 0 || isPinned(current())) return
  // The app's own may be of a newer version than it was when the plan came.
  const builtIn = await builtInLedger()
  if (isPinned(builtIn)) return onLedger(builtIn)
  const protocols = await readKept('protocols')
  onLedger(protocols ? ledgerOf(protocols) : builtIn)
}
