import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { tellDone } from '../../../api/events.ts'
import { Form } from '../../../components/form.tsx'
import type { FormProps } from './change-sheet.tsx'
import { FormEnd } from './form-end.tsx'
import { SubjectSelect } from './subject-select.tsx'
import { useSaying } from './use-saying.ts'

/** Did it anyway: no window changes, and what to watch for is added. */
export function DoneForm({ subject: chosen = '', onDone }: FormProps): JSX.Element {
  const { i18n } = useCare()
  const { telling, tell } = useSaying(onDone)
  const [subject, setSubject] = useState(chosen)
  const submit = () =>
    tell((patientId, key) => tellDone(patientId, subject, key), {
      text: i18n._({ id: 'patient.done.said', message: 'It was added.' }),
      isOfDesk: true,
    })
  return (
    <Form onSubmit={() => void submit()}>
      <p class="quiet">
        {i18n._({
          id: 'patient.done.lead',
          message:
            'No time changes. The plan adds what to do about it and which signs to watch for.',
        })}
      </p>
      <SubjectSelect subject={subject} onChange={setSubject} />
      <FormEnd
        telling={telling}
        fields={[]}
        word={i18n._({ id: 'patient.done.do', message: 'Add it' })}
        isReady={subject !== ''}
        onDone={onDone}
      />
    </Form>
  )
}
