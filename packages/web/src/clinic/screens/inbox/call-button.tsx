import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { readPatient } from '../../api/patients.ts'
import { useQuery } from '../../app/query.ts'

/** Calls the patient; nothing where no number is known. */
export function CallButton({ patientId }: { readonly patientId: string }): JSX.Element | null {
  const { i18n } = useApp()
  const patient = useQuery(['patients', patientId, 'contact'], () => readPatient(patientId))
  const phone = patient.state === 'there' ? patient.value.value.phone : null
  if (phone === null) return null
  return (
    <Button href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
      <Icon name="phone" size={20} />
      {i18n._({
        id: 'inbox.call',
        message: 'Call {phone}',
        // A number is read from left to right in any script.
        values: { phone: `\u2066${phone}\u2069` },
      })}
    </Button>
  )
}
