import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { signInWithPasskey } from '../../api/passkey.ts'
import { useConsole } from '../../app/console-context.ts'
import { Form } from '../../components/form.tsx'
import { useAsking } from '../../components/use-asking.ts'

/** Signs in with a passkey alone: it is both steps in one. */
export function PasskeyButton({ isMain = false }: { readonly isMain?: boolean }): JSX.Element {
  const { i18n } = useApp()
  const { renewAccount } = useConsole()
  const { ask, error, isBusy } = useAsking()
  return (
    <Form onSubmit={() => ask(signInWithPasskey, renewAccount)} error={error}>
      <Button type="submit" kind={isMain ? 'main' : 'plain'} disabled={isBusy}>
        {i18n._({ id: 'sign-in.passkey', message: 'Sign in with a passkey' })}
      </Button>
    </Form>
  )
}
