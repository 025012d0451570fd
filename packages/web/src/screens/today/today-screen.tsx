import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { whenLoaded } from '../../app/when-loaded.ts'
import { endedProcedures } from '../../model/care.ts'
import { AfterSession } from './after-session.tsx'

/** The first screen: after a session the day and what goes with it, before it how to get ready. */
export function TodayScreen(): JSX.Element | null {
  const care = useCare()
  const isAhead = endedProcedures(care).length === 0
  const Before = useBefore(isAhead)
  if (!isAhead) return <AfterSession />
  return Before ? <Before /> : null
}

/** Most people come after their session: what is said before it is fetched when it is wanted. */
function useBefore(isWanted: boolean): ComponentType | undefined {
  const [loaded, setLoaded] = useState<{ readonly Before?: ComponentType }>({})
  useEffect(() => {
    if (!isWanted) return undefined
    return whenLoaded(import('./before-session.tsx'), ({ BeforeSession }) =>
      setLoaded({ Before: BeforeSession }),
    )
  }, [isWanted])
  return loaded.Before
}
