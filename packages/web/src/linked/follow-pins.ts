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
  const { pins, hasOwnLedger } = link
  if (pins.length === 0 || pins.join() === hashesOf(current()).join()) return
  const protocols = hasOwnLedger ? await readKept('protocols') : undefined
  onLedger(protocols ? ledgerOf(protocols) : await builtInLedger())
}
