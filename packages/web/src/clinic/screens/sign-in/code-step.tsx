import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { verifyRecoveryCode } from '../../api/auth.ts'
import { useConsole } from '../../app/console-context.ts'
import { Door } from '../../components/door.tsx'
import { Form } from '../../components/form.tsx'
import { TotpForm } from '../../components/totp-form.tsx'
import { useAsking } from '../../components/use-asking.ts'
import { PasskeyButton } from './passkey-button.tsx'
import type { SignInStep } from './sign-in-screen.tsx'

interface StepProps {
  readonly onStep: (step: SignInStep) => void
}

interface CodeStepProps extends StepProps {
  readonly step: 'code' | 'recovery'
}

/** The second step: six digits of an authenticator app, or a recovery code in their place. */
export function CodeStep({ step, onStep }: CodeStepProps): JSX.Element {
  const { i18n } = useApp()
  const isCode = step === 'code'
  return (
    <Door
      key={step}
      title={
        isCode
          ? i18n._({ id: 'sign-in.code.title', message: 'Type the six digits' })
          : i18n._({ id: 'sign-in.recovery.title', message: 'Type a recovery code' })
      }
      lead={
        isCode
          ? i18n._({
              id: 'sign-in.code.lead',
              message: 'Your authenticator app shows them, under Afterglow.',
            })
          : i18n._({
              id: 'sign-in.recovery.lead',
              message: 'One of those that you kept when you set up the app. Each is good once.',
            })
      }
      step={step}
    >
      {isCode ? <CodeForm /> : <RecoveryForm />}
      <div class="form-buttons">
        <Button kind="quiet" onClick={() => onStep(isCode ? 'recovery' : 'code')}>
          {isCode
            ? i18n._({ id: 'sign-in.use-recovery', message: 'Use a recovery code' })
            : i18n._({ id: 'sign-in.use-app', message: 'Use the app' })}
        </Button>
        <StartAgain onStep={onStep} />
      </div>
    </Door>
  )
}

function CodeForm(): JSX.Element {
  const { i18n } = useApp()
  const { renewAccount } = useConsole()
  return (
    <TotpForm
      label={i18n._({ id: 'sign-in.code', message: 'Code' })}
      word={i18n._({ id: 'sign-in.go', message: 'Sign in' })}
      onDone={renewAccount}
    />
  )
}

function RecoveryForm(): JSX.Element {
  const { i18n } = useApp()
  const { renewAccount } = useConsole()
  const [code, setCode] = useState('')
  const { ask, error, isBusy } = useAsking()
  return (
    <Form onSubmit={() => ask(() => verifyRecoveryCode(code.trim()), renewAccount)}>
      <Field
        label={i18n._({ id: 'sign-in.recovery', message: 'Recovery code' })}
        autocomplete="off"
        dir="ltr"
        maxLength={20}
        value={code}
        onInput={setCode}
        {...(error !== null && { error })}
      />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'sign-in.go', message: 'Sign in' })}
      </Button>
    </Form>
  )
}

/** A password was right, and a passkey is what this person has beside it. */
export function PasskeyStep({ onStep }: StepProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Door
      title={i18n._({ id: 'sign-in.passkey.title', message: 'Now your passkey' })}
      lead={i18n._({
        id: 'sign-in.passkey.lead',
        message: 'You set up a passkey: it signs you in by itself, also without the password.',
      })}
      step="passkey"
    >
      <PasskeyButton isMain />
      <StartAgain onStep={onStep} />
    </Door>
  )
}

function StartAgain({ onStep }: StepProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Button kind="quiet" onClick={() => onStep('password')}>
      {i18n._({ id: 'sign-in.again', message: 'Start again' })}
    </Button>
  )
}
