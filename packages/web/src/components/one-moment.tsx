import type { JSX } from 'preact'
import { useApp } from '../app/app-context.ts'

/** Stands where an answer will, while what works it out is on its way. */
export function OneMoment(): JSX.Element {
  const { i18n } = useApp()
  return <p class="quiet">{i18n._({ id: 'one-moment', message: 'One moment …' })}</p>
}
