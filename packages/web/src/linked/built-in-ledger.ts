import type { ProtocolToPlan } from '@afterglow/engine'
import { fetchData } from '../words/load-words.ts'
import { type Ledger, ledgerOf } from './ledger.ts'

/** The protocols that this version of the app brings along. */
export async function builtInLedger(): Promise<Ledger> {
  return ledgerOf(await fetchData<readonly ProtocolToPlan[]>('ledger'))
}
