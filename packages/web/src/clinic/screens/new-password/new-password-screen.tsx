import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import type { Problem } from '../../api/request.ts'
import { checkTeamLink, choosePassword } from '../../api/team.ts'
import type { ScreenProps } from '../../app/console-screens.tsx'
import { Door } from '../../components/door.tsx'
import { GoneLink } from '../../components/gone-link.tsx'
import { Form } from '../../components/form.tsx'
import { NewPasswordField } from '../../components/new-password-field.tsx'
import { NoToken } from '../../components/no-token.tsx'
import { ToSignIn } from '../../components/to-sign-in.tsx'
import { type Asking, useAsking } from '../../components/use-asking.ts'
import { useIsGone } from '../../components/use-is-gone.ts'
import { useLinkToken } from '../../components/use-link-token.ts'
import { isOf, issueText } from '../../words/issue-words.ts'

/** Chooses a new password with the operator's link. Opening the link does nothing; the button does. */
export function NewPasswordScreen({ rest }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  const token = useLinkToken('new-password', rest)
  const [isChosen, setChosen] = useState(false)
  const isGone = useIsGone(token, checkTeamLink)
  const asking = useAsking()
  if (token === '') return <NoToken />
  if (isChosen) return <Chosen />
  if (isGone || isTokenRefused(asking.problem)) return <Gone />
  return (
    <Door
      title={i18n._({ id: 'new-password.title', message: 'Choose a new password' })}
      lead={i18n._({
        id: 'new-password.lead',
        message:
          'Your old password is gone. Your name, what you may do and your second step stay as they are.',
      })}
    >
      <PasswordForm token={token} asking={asking} onChosen={() => setChosen(true)} />
    </Door>
  )
}

function Gone(): JSX.Element {
  const { i18n } = useApp()
  return (
    <GoneLink>
      {i18n._({
        id: 'new-password.gone.how',
        message:
          'It was used already, or is older than a day. If you chose a password with it, sign in. If not, ask whoever runs your server for a new link.',
      })}
    </GoneLink>
  )
}

/** Used or too old by the time it was sent. */
function isTokenRefused(problem: Problem | null): boolean {
  return problem?.issues.some(({ expression }) => isOf(expression, 'token')) ?? false
}

interface PasswordFormProps {
  readonly token: string
  readonly asking: Asking
  readonly onChosen: () => void
}

function PasswordForm({ token, asking, onChosen }: PasswordFormProps): JSX.Element {
  const { i18n } = useApp()
  const [password, setPassword] = useState('')
  const { ask, error, problem, isBusy } = asking
  const wrong = issueText(i18n, problem, 'password')
  return (
    <Form
      onSubmit={() => ask(() => choosePassword({ token, password }), onChosen)}
      error={wrong === undefined ? error : null}
    >
      <NewPasswordField
        label={i18n._({ id: 'new-password.password', message: 'New password' })}
        value={password}
        onInput={setPassword}
        error={wrong}
      />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'new-password.go', message: 'Choose this password' })}
      </Button>
    </Form>
  )
}

function Chosen(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Door
      title={i18n._({ id: 'new-password.done', message: 'You have a new password' })}
      lead={i18n._({
        id: 'new-password.done.lead',
        message:
          'Sign in with your e-mail address and the new password. Then comes your second step, as before.',
      })}
      step="done"
    >
      <ToSignIn />
    </Door>
  )
}
