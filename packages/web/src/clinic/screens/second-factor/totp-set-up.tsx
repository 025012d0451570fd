import { toQr } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { setUpTotp, type TotpSetUp } from '../../api/auth.ts'
import { Form } from '../../components/form.tsx'
import { TotpForm } from '../../components/totp-form.tsx'
import { useAsking } from '../../components/use-asking.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import './second-factor.css'
import { secretOf } from './totp-secret.ts'

interface TotpSetUpProps {
  /** The recovery codes are on the screen: nothing else should be. */
  readonly onCodes: () => void
  readonly onDone: () => unknown
}

/** The password again, the square code for the app, its first six digits, and the recovery codes to keep. */
export function TotpSetUpSteps({ onCodes, onDone }: TotpSetUpProps): JSX.Element {
  const [setUp, setSetUp] = useState<TotpSetUp | null>(null)
  const [isShown, setShown] = useState(false)
  if (setUp === null) return <PasswordAgain onDone={setSetUp} />
  const showCodes = () => {
    setShown(true)
    onCodes()
  }
  if (!isShown) return <Scan setUp={setUp} onDone={showCodes} />
  return <RecoveryCodes codes={setUp.backupCodes} onKept={onDone} />
}

function PasswordAgain({ onDone }: { readonly onDone: (setUp: TotpSetUp) => void }): JSX.Element {
  const { i18n } = useApp()
  const [password, setPassword] = useState('')
  const { ask, error, isBusy } = useAsking()
  return (
    <Form onSubmit={() => ask(() => setUpTotp(password), onDone)}>
      <Field
        label={i18n._({ id: 'totp.password', message: 'Your password once more' })}
        type="password"
        autocomplete="current-password"
        dir="ltr"
        value={password}
        onInput={setPassword}
        {...(error !== null && { error })}
      />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'totp.next', message: 'Next' })}
      </Button>
    </Form>
  )
}

interface ScanProps {
  readonly setUp: TotpSetUp
  readonly onDone: () => void
}

function Scan({ setUp: { totpURI }, onDone }: ScanProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <TotpForm
      label={i18n._({ id: 'totp.code', message: 'The six digits that it shows' })}
      word={i18n._({ id: 'totp.check', message: 'Check' })}
      onDone={onDone}
    >
      <>
        <p>
          {i18n._({
            id: 'totp.scan',
            message: 'Scan this with the authenticator app on your phone.',
          })}
        </p>
        <Square totpUri={totpURI} />
      </>
    </TotpForm>
  )
}

/** The set-up to scan, and for a phone that cannot scan itself the same as a link and a key. */
function Square({ totpUri }: { readonly totpUri: string }): JSX.Element {
  const { i18n } = useApp()
  const square = useMemo(() => toQr(totpUri), [totpUri])
  return (
    <>
      {square.ok ? (
        <img
          class="totp-square"
          src={`data:image/svg+xml;utf8,${encodeURIComponent(square.value)}`}
          alt={i18n._({ id: 'totp.square', message: 'Square code for the authenticator app' })}
        />
      ) : null}
      <details class="more">
        <summary>
          {i18n._({ id: 'totp.cannot-scan', message: 'The app is on this device, or cannot scan' })}
        </summary>
        <p>
          <a href={totpUri}>{i18n._({ id: 'totp.open', message: 'Open it in the app' })}</a>
          {' · '}
          {i18n._({ id: 'totp.type', message: 'or type this key into it:' })}{' '}
          <bdi class="totp-secret" dir="ltr">
            {secretOf(totpUri)}
          </bdi>
        </p>
      </details>
    </>
  )
}
