import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Page } from '../../../../components/page.tsx'
import { createPatient } from '../../../api/patients.ts'
import { useConsole } from '../../../app/console-context.ts'
import { readAgain } from '../../../app/query.ts'
import { FormProblem } from '../form-problem.tsx'
import { useTelling } from '../use-telling.ts'
import { IDENTITY_FIELDS, IdentityFields, identityOf, NO_IDENTITY } from './identity-fields.tsx'

/** Adds one patient, without a session. */
export function AddPatientScreen(): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const telling = useTelling()
  const [typed, setTyped] = useState(NO_IDENTITY)
  const submit = async (event: Event) => {
    event.preventDefault()
    const added = await telling.tell((key) => createPatient(identityOf(typed), key))
    if (added === null) return
    await readAgain('patients', 'list')
    say(i18n._({ id: 'patients.added.said', message: 'The patient was added.' }))
    goTo(hrefTo('patients', added.value.patientId))
  }
  return (
    <Page
      title={i18n._({ id: 'patients.add', message: 'Add a patient' })}
      lead={i18n._({
        id: 'patients.add.lead',
        message: 'With a session at once? A new session adds the patient by itself.',
      })}
      back={patientsBack(i18n)}
    >
      <form class="stack patients-form" onSubmit={(event) => void submit(event)}>
        <IdentityFields typed={typed} onType={setTyped} telling={telling} />
        <FormProblem telling={telling} fields={IDENTITY_FIELDS} />
        <div class="cluster">
          <Button kind="main" type="submit" disabled={telling.isBusy}>
            {i18n._({ id: 'patients.add.save', message: 'Add' })}
          </Button>
          <Button kind="quiet" href={hrefTo('new-session')}>
            {i18n._({ id: 'patients.add.session', message: 'New session instead' })}
          </Button>
        </div>
      </form>
    </Page>
  )
}

export function patientsBack(i18n: ReturnType<typeof useApp>['i18n']): {
  readonly href: string
  readonly label: string
} {
  return { href: hrefTo('patients'), label: i18n._({ id: 'patients.title', message: 'Patients' }) }
}
