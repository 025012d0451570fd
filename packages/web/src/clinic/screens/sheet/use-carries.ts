import { applyPlan, sealPlan, type Session } from '@afterglow/engine'
import { useMemo } from 'preact/hooks'
import { useLazy } from '../../../app/use-lazy.ts'
import { builtInLedger } from '../../../linked/ledger.ts'

/**
 * Whether the app by itself makes this very plan of the session: a link that holds the session alone is for nobody else. An
 * app that knows nothing of the clinic's own protocol would open something earlier. False until it is known.
 */
export function useCarries(session: Session, planHash: string): boolean {
  const ledger = useLazy(builtInLedger, 'ledger')
  return useMemo(() => {
    if (ledger === undefined || ledger === 'broken') return false
    return sealPlan(applyPlan(ledger.value.planner(), session)).hash === planHash
  }, [ledger, session, planHash])
}
