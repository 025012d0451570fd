import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { type ConsentScope, writeConsent } from '../../../api/consents.ts'
import { useConsole } from '../../../app/console-context.ts'
import { consentWord } from '../consent-words.ts'
import { FormProblem } from '../form-problem.tsx'
import { usePatient } from '../page/patient-context.ts'
import { useTelling } from '../use-telling.ts'

interface ConsentOnPaperProps {
  readonly scope: ConsentScope
  readonly onDone?: () => void
}

/** Records what the person signed, by the version of the notice that they read. It stands in other forms too: it has no form of its own. */
export function ConsentOnPaper({ scope, onDone }: ConsentOnPaperProps): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const { patient, renew } = usePatient()
  const telling = useTelling()
  const [noticeVersion, setVersion] = useState('')
  const save = async () => {
    const form = { given: true, noticeVersion: noticeVersion.trim() }
    const done = await telling.tell(() => writeConsent(patient.patientId, scope, form))
    if (!done) return
    await renew()
    onDone?.()
    say(i18n._({ id: 'patient.consent.said', message: 'The consent was recorded.' }))
  }
  const error = telling.at('noticeVersion')
  return (
    <div class="on-paper">
      <Asked scope={scope} />
      <Field
        label={i18n._({ id: 'patient.consent.version', message: 'Version of the notice' })}
        hint={i18n._({ id: 'patient.consent.version-hint', message: 'Such as 2026-11.' })}
        value={noticeVersion}
        onInput={setVersion}
        autocomplete="off"
        {...(error !== undefined && { error })}
      />
      <FormProblem telling={telling} fields={['noticeVersion']} />
      <div>
        <Button
          onClick={() => void save()}
          disabled={noticeVersion.trim() === '' || telling.isBusy}
        >
          {i18n._({ id: 'patient.consent.record', message: 'Record that they agreed' })}
        </Button>
      </div>
    </div>
  )
}

function Asked({ scope }: Pick<ConsentOnPaperProps, 'scope'>): JSX.Element {
  const { i18n } = useApp()
  return (
    <p>
      {i18n._({
        id: 'patient.consent.needed',
        message: '{scope}: not agreed to yet. Did they sign it on paper?',
        values: { scope: consentWord(i18n, scope) },
      })}
    </p>
  )
}
