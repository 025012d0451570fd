import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { deviceZone } from '../../../app/clock.ts'
import { goTo, hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { signInWithPassword } from '../../api/auth.ts'
import type { Problem, Reply } from '../../api/request.ts'
import { checkSetUpLink, setUpClinic } from '../../api/team.ts'
import { useConsole } from '../../app/console-context.ts'
import type { ScreenProps } from '../../app/console-screens.tsx'
import { Door } from '../../components/door.tsx'
import { GoneLink } from '../../components/gone-link.tsx'
import { Form } from '../../components/form.tsx'
import { NoToken } from '../../components/no-token.tsx'
import { useAsking } from '../../components/use-asking.ts'
import { useIsGone } from '../../components/use-is-gone.ts'
import { useLinkToken } from '../../components/use-link-token.ts'
import { namedZone } from '../../components/zones.ts'
import { isOf } from '../../words/issue-words.ts'
import { ClinicPart, type NewClinicDraft, PersonPart } from './set-up-parts.tsx'

/** Makes a clinic and its first owner, with the link that the server printed. Opening the link does nothing. */
export function SetUpScreen({ rest }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  const token = useLinkToken('set-up', rest)
  const isGone = useIsGone(token, checkSetUpLink)
  if (token === '') return <NoToken />
  if (isGone) return <Gone />
  return (
    <Door
      title={i18n._({ id: 'set-up.title', message: 'Set up your clinic' })}
      lead={i18n._({
        id: 'set-up.lead',
        message: 'A minute now. Everything can be changed later, in Settings.',
      })}
    >
      <SetUpForm token={token} />
    </Door>
  )
}

function Gone(): JSX.Element {
  const { i18n } = useApp()
  return (
    <GoneLink>
      {i18n._({
        id: 'set-up.gone',
        message:
          'It was used already, is older than a day, or a newer one was made. If your clinic is set up, sign in. If not, whoever runs the server makes a new link there, with this command:',
      })}{' '}
      <code dir="ltr">npx afterglow set-up-link</code>
    </GoneLink>
  )
}

const EMPTY: Omit<NewClinicDraft, 'zone' | 'locale'> = {
  clinicName: '',
  country: '',
  name: '',
  email: '',
  password: '',
  alsoClinician: false,
}

function SetUpForm({ token }: { readonly token: string }): JSX.Element {
  const { i18n, locale } = useApp()
  const { renewAccount } = useConsole()
  const [draft, setDraft] = useState<NewClinicDraft>({
    ...EMPTY,
    zone: namedZone(deviceZone()),
    locale,
  })
  const { ask, error, problem, isBusy } = useAsking()
  const change = (part: Partial<NewClinicDraft>) => setDraft((last) => ({ ...last, ...part }))
  const parts = { draft, change, problem }
  const open = async () => {
    goTo(hrefTo('today'), { instead: true })
    await renewAccount()
  }
  return (
    <Form
      onSubmit={() => ask(() => setUpAndSignIn({ ...draft, token }), open)}
      error={wholeError(i18n, problem, error)}
    >
      <ClinicPart {...parts} />
      <PersonPart {...parts} />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'set-up.go', message: 'Set up the clinic' })}
      </Button>
    </Form>
  )
}

/** What stands at no field. */
function wholeError(i18n: I18n, problem: Problem | null, error: string | null): string | null {
  const issues = problem?.issues ?? []
  if (issues.some(({ expression }) => isOf(expression, 'token')))
    return i18n._({
      id: 'set-up.token',
      message:
        'This link was used already or is too old. Have the server print a new one, or sign in.',
    })
  return issues.length > 0 ? null : error
}

async function setUpAndSignIn(
  clinic: NewClinicDraft & { readonly token: string },
): Promise<Reply<unknown>> {
  const made = await setUpClinic(clinic)
  return made.ok ? signInWithPassword(clinic.email, clinic.password) : made
}
