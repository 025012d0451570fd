import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { type PasswordAnswer, signInWithPassword } from '../../api/auth.ts'
import { hasPasskeys } from '../../api/passkey.ts'
import { useConsole } from '../../app/console-context.ts'
import { Door } from '../../components/door.tsx'
import { Form } from '../../components/form.tsx'
import { useAsking } from '../../components/use-asking.ts'
import { PasskeyButton } from './passkey-button.tsx'
import type { SignInStep } from './sign-in-screen.tsx'

interface PasswordStepProps {
  readonly onStep: (step: SignInStep) => void
}

/** Who it is: a password, or a passkey in its place. */
export function PasswordStep({ onStep }: PasswordStepProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Door
      title={i18n._({ id: 'sign-in.title', message: 'Sign in' })}
      lead={i18n._({ id: 'sign-in.lead', message: 'For the people who work at a clinic.' })}
      step="password"
    >
      <PasswordForm onStep={onStep} />
      {hasPasskeys() ? <PasskeyWay /> : null}
      <p class="quiet small">
        {i18n._({
          id: 'sign-in.forgotten',
          message:
            'Forgotten your password, or lost your phone? An owner of your clinic, or whoever runs its server, can let you in again. Nobody can do it by mail.',
        })}
      </p>
      <p class="quiet small">
        {i18n._({
          id: 'sign-in.no-clinic',
          message:
            'No clinic here yet? The link that sets one up stands where the server was started, in its terminal.',
        })}
      </p>
    </Door>
  )
}

function PasswordForm({ onStep }: PasswordStepProps): JSX.Element {
  const { i18n } = useApp()
  const { renewAccount } = useConsole()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { ask, error, isBusy } = useAsking()
  const goOn = async ({ twoFactorRedirect, twoFactorMethods = [] }: PasswordAnswer) => {
    if (twoFactorRedirect) onStep(twoFactorMethods.includes('totp') ? 'code' : 'passkey')
    else await renewAccount()
  }
  return (
    <Form onSubmit={() => ask(() => signInWithPassword(email, password), goOn)} error={error}>
      <Field
        label={i18n._({ id: 'sign-in.email', message: 'E-mail address' })}
        type="email"
        autocomplete="username"
        dir="ltr"
        value={email}
        onInput={setEmail}
      />
      <Field
        label={i18n._({ id: 'sign-in.password', message: 'Password' })}
        type="password"
        autocomplete="current-password"
        dir="ltr"
        value={password}
        onInput={setPassword}
      />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'sign-in.go', message: 'Sign in' })}
      </Button>
    </Form>
  )
}

function PasskeyWay(): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <p class="or">{i18n._({ id: 'sign-in.or', message: 'or' })}</p>
      <PasskeyButton />
    </>
  )
}
