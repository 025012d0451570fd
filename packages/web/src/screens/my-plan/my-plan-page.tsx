import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import { NotLinked } from '../../linked/parts/not-linked.tsx'

/** Where a reminder leads: to the clinic's plan, and never to one that somebody else made on this device. */
export function MyPlanPage(): JSX.Element | null {
  const { clinic } = useApp().record
  const isLinked = clinic !== null
  useEffect(() => {
    if (isLinked) goTo(hrefTo('today'), { instead: true })
  }, [isLinked])
  return isLinked ? null : <NotLinked />
}
