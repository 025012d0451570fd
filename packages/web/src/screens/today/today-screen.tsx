import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Broken } from '../../app/broken.tsx'
import { useCare } from '../../app/care-context.ts'
import { hrefTo, JOINED } from '../../app/route.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useLazy } from '../../app/use-lazy.ts'
import { endedProcedures } from '../../model/care.ts'
import { AfterSession } from './after-session.tsx'

/** The first screen: after a session the day and what goes with it, before it how to get ready. */
export function TodayScreen({ rest }: Partial<ScreenProps>): JSX.Element | null {
  const care = useCare()
  const isAhead = endedProcedures(care).length === 0
  // Most people come after their session: what is said before it is fetched when it is wanted.
  const before = useLazy(() => import('./before-session.tsx'), 'before', isAhead)
  const [isJoined] = useState(rest?.[0] === JOINED)
  useEffect(() => {
    // It is said once: a reload says it no more.
    if (isJoined) history.replaceState(null, '', hrefTo('today'))
  }, [isJoined])
  if (!isAhead) return <AfterSession isJoined={isJoined} />
  if (before === 'broken') return <Broken />
  return before ? <before.value.BeforeSession isJoined={isJoined} /> : null
}
