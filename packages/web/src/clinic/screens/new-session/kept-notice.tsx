import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'

/** That the form is not empty, and why; without a way to begin anew where something of it may be done already. */
export function KeptNotice({ onAnew }: { readonly onAnew: (() => void) | null }): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class="notice">
      {i18n._({ id: 'new-session.kept', message: 'We kept what you had filled in.' })}{' '}
      {onAnew === null ? null : (
        <button type="button" class="session-other" onClick={onAnew}>
          {i18n._({ id: 'new-session.kept.anew', message: 'Start again' })}
        </button>
      )}
    </p>
  )
}
