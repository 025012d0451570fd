import {
  applyPlan,
  createPlanner,
  type Planner,
  type ProtocolToPlan,
  sealPlan,
  type Session,
} from '@afterglow/engine'
import { useMemo } from 'preact/hooks'
import { useLazy } from '../../../app/use-lazy.ts'
import { fetchData } from '../../../words/load-words.ts'

/**
 * Whether the app by itself makes this very plan of the session: a link that holds the session alone is for nobody else. An
 * app that knows nothing of the clinic's own protocol would open something earlier. Null until it is known.
 */
export function useCarries(session: Session, planHash: string): boolean | null {
  const ledger = useLazy(appsPlanner, 'ledger')
  return useMemo(() => {
    if (ledger === undefined || ledger === 'broken') return null
    return sealPlan(applyPlan(ledger.value, session)).hash === planHash
  }, [ledger, session, planHash])
}

/** What the app brings along by itself. */
async function appsPlanner(): Promise<Planner> {
  return createPlanner(await fetchData<readonly ProtocolToPlan[]>('ledger'))
}
