import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { tellMove } from '../../../api/events.ts'
import { Form } from '../../../components/form.tsx'
import { ZoneSelect } from '../../../components/zone-select.tsx'
import type { FormProps } from './change-sheet.tsx'
import { FormEnd } from './form-end.tsx'
import { useSaying } from './use-saying.ts'

/** Where they are now: routines follow, and the windows of sessions that are over do not. */
export function MovedForm({ onDone }: Pick<FormProps, 'onDone'>): JSX.Element {
  const { i18n, zone } = useCare()
  const { telling, tell } = useSaying(onDone)
  const [next, setNext] = useState(zone)
  const submit = () =>
    tell((patientId, key) => tellMove(patientId, next, key), {
      text: i18n._({ id: 'patient.moved.said', message: 'Times follow them from now on.' }),
    })
  const error = telling.at('zone')
  return (
    <Form onSubmit={() => void submit()}>
      <p class="quiet">
        {i18n._({
          id: 'patient.moved.lead',
          message:
            'Mornings and evenings go by the new clock. The times of sessions that are over stay as they are.',
        })}
      </p>
      <ZoneSelect value={next} onChange={setNext} {...(error !== undefined && { error })} />
      <FormEnd
        telling={telling}
        fields={['zone']}
        word={i18n._({ id: 'patient.moved.do', message: 'Save' })}
        isReady={next !== zone}
        onDone={onDone}
      />
    </Form>
  )
}
