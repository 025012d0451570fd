import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Choice } from '../../../components/choice.tsx'
import { type Membership, signOut } from '../../api/account.ts'
import { chooseClinic } from '../../api/auth.ts'
import { useConsole } from '../../app/console-context.ts'
import { Door } from '../../components/door.tsx'
import { Form } from '../../components/form.tsx'
import { useAsking } from '../../components/use-asking.ts'
import { roleWords } from '../../words/role-words.ts'
import { SecondFactorScreen } from '../second-factor/second-factor-screen.tsx'

/** Where somebody belongs to several clinics they work in one at a time. */
export function ChooseClinic({
  clinics,
}: {
  readonly clinics: readonly Membership[]
}): JSX.Element {
  const { i18n, format } = useApp()
  const { renewAccount } = useConsole()
  const [chosen, setChosen] = useState(clinics[0]?.clinicId ?? '')
  const { ask, error, problem, isBusy } = useAsking()
  // Before a clinic can be chosen there has to be a second step.
  if (problem?.code === 'SECOND_FACTOR_REQUIRED') return <SecondFactorScreen />
  return (
    <Door
      title={i18n._({ id: 'choose-clinic.title', message: 'Which clinic?' })}
      lead={i18n._({
        id: 'choose-clinic.lead',
        message: 'You can change to another one in Settings, under You.',
      })}
    >
      <Form onSubmit={() => ask(() => chooseClinic(chosen), renewAccount)} error={error}>
        <Choice
          legend={i18n._({ id: 'choose-clinic.title', message: 'Which clinic?' })}
          isLegendUnseen
          name="clinic"
          options={clinics.map(({ clinicId, clinicName, roles }) => ({
            value: clinicId,
            label: clinicName,
            hint: format.list(roles.map((role) => roleWords(i18n, role))),
          }))}
          chosen={[chosen]}
          onChange={([clinicId = '']) => setChosen(clinicId)}
        />
        <Button kind="main" type="submit" disabled={isBusy}>
          {i18n._({ id: 'choose-clinic.go', message: 'Open' })}
        </Button>
      </Form>
      <Button kind="quiet" onClick={() => void signOut().then(renewAccount)}>
        {i18n._({ id: 'door.sign-out', message: 'Sign out' })}
      </Button>
    </Door>
  )
}
