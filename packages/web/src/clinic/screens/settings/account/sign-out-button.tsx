import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { signOut } from '../../../api/account.ts'
import { useConsole } from '../../../app/console-context.ts'
import { useAsking } from '../../../components/use-asking.ts'

/** Signs out of this browser; what was read is forgotten. */
export function SignOutButton(): JSX.Element {
  const { i18n } = useApp()
  const { renewAccount } = useConsole()
  const { ask, error, isBusy } = useAsking()
  return (
    <>
      <Button disabled={isBusy} onClick={() => ask(signOut, renewAccount)}>
        {i18n._({ id: 'door.sign-out', message: 'Sign out' })}
      </Button>
      {error === null ? null : (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </>
  )
}
