import type { Instant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../app/app-context.ts'

/** How long it still is: `in 2 days 3 hours`. It changes with the clock, and is not read out each time. */
export function Countdown({ to }: { readonly to: Instant }): JSX.Element {
  const { at, i18n, format } = useApp()
  if (to <= at) return <span>{i18n._({ id: 'countdown.now', message: 'now' })}</span>
  const length = format.length(to - at)
  return (
    <span class="countdown">
      {i18n._({ id: 'countdown.in', message: 'in {length}', values: { length } })}
    </span>
  )
}
