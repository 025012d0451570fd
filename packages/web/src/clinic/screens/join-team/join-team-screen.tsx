import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import type { ScreenProps } from '../../app/console-screens.tsx'
import { checkTeamLink, joinTeam } from '../../api/team.ts'
import { Door } from '../../components/door.tsx'
import { GoneLink } from '../../components/gone-link.tsx'
import { Form } from '../../components/form.tsx'
import { issueText } from '../../words/issue-words.ts'
import { NewPasswordField } from '../../components/new-password-field.tsx'
import { NoToken } from '../../components/no-token.tsx'
import { ToSignIn } from '../../components/to-sign-in.tsx'
import { useAsking } from '../../components/use-asking.ts'
import { useIsGone } from '../../components/use-is-gone.ts'
import { useLinkToken } from '../../components/use-link-token.ts'

/** Joins a team with the link of an invitation. Opening the link does nothing; the button does. */
export function JoinTeamScreen({ rest }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  const token = useLinkToken('join-team', rest)
  const [isJoined, setJoined] = useState(false)
  const isGone = useIsGone(token, checkTeamLink)
  if (token === '') return <NoToken />
  if (isJoined) return <Joined />
  if (isGone) return <Gone />
  return (
    <Door
      title={i18n._({ id: 'join-team.title', message: 'Join your clinic’s team' })}
      lead={i18n._({
        id: 'join-team.lead',
        message: 'An owner of the clinic invited you. Say who you are and choose a password.',
      })}
    >
      <JoinForm token={token} onJoined={() => setJoined(true)} />
    </Door>
  )
}

function Gone(): JSX.Element {
  const { i18n } = useApp()
  return (
    <GoneLink>
      {i18n._({
        id: 'join-team.gone',
        message:
          'It was used already, was taken back, or is older than three days. If you joined with it, sign in. If not, ask an owner of the clinic to invite you again, in Settings under “Team and roles”.',
      })}
    </GoneLink>
  )
}

interface JoinFormProps {
  readonly token: string
  readonly onJoined: () => void
}

function JoinForm({ token, onJoined }: JoinFormProps): JSX.Element {
  const { i18n } = useApp()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { ask, error, problem, isBusy } = useAsking()
  const at = (field: string) => issueText(i18n, problem, field)
  const wrongName = at('name')
  const isWhole = problem !== null && wrongName === undefined && at('password') === undefined
  return (
    <Form
      onSubmit={() => ask(() => joinTeam({ token, name, password }), onJoined)}
      error={isWhole ? (at('token') ?? error) : null}
    >
      <Field
        label={i18n._({ id: 'join-team.name', message: 'Your name' })}
        hint={i18n._({
          id: 'join-team.name.hint',
          message: 'As your colleagues and patients know you.',
        })}
        autocomplete="name"
        maxLength={100}
        value={name}
        onInput={setName}
        {...(wrongName !== undefined && { error: wrongName })}
      />
      <NewPasswordField
        label={i18n._({ id: 'join-team.password', message: 'Password' })}
        hint={i18n._({
          id: 'join-team.password.hint',
          message:
            'At least 12 characters: four or five words are good. If you are on another clinic’s team already, type the password that you have.',
        })}
        value={password}
        onInput={setPassword}
        error={at('password')}
      />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'join-team.go', message: 'Join' })}
      </Button>
    </Form>
  )
}

function Joined(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Door
      title={i18n._({ id: 'join-team.done', message: 'You are in the team' })}
      lead={i18n._({
        id: 'join-team.done.lead',
        message:
          'Sign in with the e-mail address that the invitation came to and your password. You then add a second step.',
      })}
      step="done"
    >
      <ToSignIn />
    </Door>
  )
}
