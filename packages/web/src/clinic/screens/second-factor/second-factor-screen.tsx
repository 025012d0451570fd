import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Choice } from '../../../components/choice.tsx'
import { signOut } from '../../api/account.ts'
import { hasPasskeys } from '../../api/passkey.ts'
import { useConsole } from '../../app/console-context.ts'
import { Door } from '../../components/door.tsx'
import { Form } from '../../components/form.tsx'
import { PasskeySetUp } from './passkey-set-up.tsx'
import { TotpSetUpSteps } from './totp-set-up.tsx'

type Way = 'passkey' | 'app'

/** Whoever has a password alone sets up a second step before anything else. */
export function SecondFactorScreen(): JSX.Element {
  const { i18n } = useApp()
  const { renewAccount } = useConsole()
  const [way, setWay] = useState<Way | null>(null)
  const [isKeeping, setKeeping] = useState(false)
  const lead = i18n._({
    id: 'second-factor.lead',
    message:
      'What is kept here is about people’s health. A password alone does not open it: add a second step that only you have.',
  })
  return (
    <Door
      title={i18n._({ id: 'second-factor.title', message: 'A second step to sign in' })}
      {...(way === null && { lead })}
      step={way ?? 'choose'}
    >
      {way === null ? <ChooseWay onChoose={setWay} /> : null}
      {way === 'app' ? (
        <TotpSetUpSteps onCodes={() => setKeeping(true)} onDone={renewAccount} />
      ) : null}
      {way === 'passkey' ? <PasskeySetUp onDone={renewAccount} /> : null}
      {isKeeping ? null : <WaysOut isChosen={way !== null} onOther={() => setWay(null)} />}
    </Door>
  )
}

interface WaysOutProps {
  readonly isChosen: boolean
  readonly onOther: () => void
}

function WaysOut({ isChosen, onOther }: WaysOutProps): JSX.Element {
  const { i18n } = useApp()
  const { renewAccount } = useConsole()
  return (
    <div class="form-buttons">
      {isChosen ? (
        <Button kind="quiet" onClick={onOther}>
          {i18n._({ id: 'second-factor.other', message: 'Choose another way' })}
        </Button>
      ) : null}
      <Button kind="quiet" onClick={() => void signOut().then(renewAccount)}>
        {i18n._({ id: 'door.sign-out', message: 'Sign out' })}
      </Button>
    </div>
  )
}

function ChooseWay({ onChoose }: { readonly onChoose: (way: Way) => void }): JSX.Element {
  const { i18n } = useApp()
  const [chosen, setChosen] = useState<Way>(hasPasskeys() ? 'passkey' : 'app')
  const passkey = {
    value: 'passkey',
    label: i18n._({ id: 'second-factor.passkey', message: 'A passkey' }),
    hint: i18n._({
      id: 'second-factor.passkey.hint',
      message: 'Your finger, your face or the PIN of this device. The quickest and the safest.',
    }),
  }
  const app = {
    value: 'app',
    label: i18n._({ id: 'second-factor.app', message: 'An authenticator app' }),
    hint: i18n._({
      id: 'second-factor.app.hint',
      message: 'Six digits on your phone, new every 30 seconds.',
    }),
  }
  return (
    <Form onSubmit={() => onChoose(chosen)}>
      <Choice
        legend={i18n._({ id: 'second-factor.which', message: 'Which one?' })}
        isLegendUnseen
        name="way"
        options={hasPasskeys() ? [passkey, app] : [app]}
        chosen={[chosen]}
        onChange={([way]) => setChosen(way === 'passkey' ? 'passkey' : 'app')}
      />
      <Button kind="main" type="submit">
        {i18n._({ id: 'second-factor.go', message: 'Set it up' })}
      </Button>
    </Form>
  )
}
