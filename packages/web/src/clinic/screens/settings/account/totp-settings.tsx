import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { newRecoveryCodes, removeTotp } from '../../../api/auth.ts'
import { useConsole } from '../../../app/console-context.ts'
import { Form } from '../../../components/form.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { RecoveryCodes } from '../../second-factor/recovery-codes.tsx'
import { TotpSetUpSteps } from '../../second-factor/totp-set-up.tsx'

type Work = 'set-up' | 'codes' | 'remove'

/** The authenticator app and its recovery codes; each asks for the password once more. */
export function TotpSettings(): JSX.Element {
  const { i18n } = useApp()
  const [work, setWork] = useState<Work | null>(null)
  const close = () => setWork(null)
  const titles = {
    'set-up': i18n._({ id: 'you.totp.set-up', message: 'Set up an authenticator app' }),
    codes: i18n._({ id: 'you.totp.codes', message: 'New recovery codes' }),
    remove: i18n._({ id: 'you.totp.remove', message: 'Remove the authenticator app' }),
  }
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'you.totp', message: 'Authenticator app' })}</h2>
      <p class="quiet">
        {i18n._({
          id: 'you.totp.text',
          message: 'To change to another phone, remove the app and set it up again there.',
        })}
      </p>
      <div class="cluster">
        <Button onClick={() => setWork('set-up')}>{titles['set-up']}</Button>
        <Button onClick={() => setWork('codes')}>{titles.codes}</Button>
        <Button kind="quiet" onClick={() => setWork('remove')}>
          {titles.remove}
        </Button>
      </div>
      <Sheet title={work === null ? '' : titles[work]} isOpen={work !== null} onClose={close}>
        {work === null ? null : <TotpWork work={work} onDone={close} />}
      </Sheet>
    </section>
  )
}

interface TotpWorkProps {
  readonly work: Work
  readonly onDone: () => void
}

function TotpWork({ work, onDone }: TotpWorkProps): JSX.Element {
  switch (work) {
    case 'set-up':
      return <TotpSetUpSteps onCodes={() => undefined} onDone={onDone} />
    case 'codes':
      return <NewCodes onDone={onDone} />
    case 'remove':
      return <RemoveTotp onDone={onDone} />
  }
}

interface DoneProps {
  readonly onDone: () => void
}

function NewCodes({ onDone }: DoneProps): JSX.Element {
  const { i18n } = useApp()
  const [password, setPassword] = useState('')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { ask, error, isBusy } = useAsking()
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={onDone} />
  return (
    <Form
      onSubmit={() =>
        ask(
          () => newRecoveryCodes(password),
          ({ backupCodes }) => setCodes(backupCodes),
        )
      }
    >
      <p>
        {i18n._({
          id: 'you.totp.codes.text',
          message: 'The codes that you have now are no longer good afterwards.',
        })}
      </p>
      <PasswordField value={password} onInput={setPassword} error={error} />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'you.totp.codes.go', message: 'Make new codes' })}
      </Button>
    </Form>
  )
}

function RemoveTotp({ onDone }: DoneProps): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const [password, setPassword] = useState('')
  const { ask, error, isBusy } = useAsking()
  const removed = () => {
    onDone()
    say(i18n._({ id: 'you.totp.removed', message: 'The authenticator app is removed' }))
  }
  return (
    <Form onSubmit={() => ask(() => removeTotp(password), removed)}>
      <p>
        {i18n._({
          id: 'you.totp.remove.text',
          message:
            'Its recovery codes go with it. Without a passkey, set it up again at once: until then your password alone signs in.',
        })}
      </p>
      <PasswordField value={password} onInput={setPassword} error={error} />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'you.totp.remove.go', message: 'Remove the app' })}
      </Button>
    </Form>
  )
}

interface PasswordFieldProps {
  readonly value: string
  readonly onInput: (password: string) => void
  readonly error: string | null
}

function PasswordField({ value, onInput, error }: PasswordFieldProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Field
      label={i18n._({ id: 'totp.password', message: 'Your password once more' })}
      type="password"
      autocomplete="current-password"
      dir="ltr"
      value={value}
      onInput={onInput}
      {...(error !== null && { error })}
    />
  )
}
