import type { ComponentChildren, JSX } from 'preact'
import type { Alert } from '../../api/alerts.ts'
import { readPatientSession } from '../../api/patients.ts'
import { useLibrary } from '../../app/library.ts'
import { PatientView } from '../../app/patient-view.tsx'
import { useQuery } from '../../app/query.ts'

interface AlertPatientProps {
  readonly alert: Alert
  /** In place of the children where the patient has no plan, or it cannot be read. */
  readonly planless: JSX.Element | null
  readonly children: ComponentChildren
}

/** The children with the plan of the patient whom an alert is of; nothing until it is known whether there is one. */
export function AlertPatient({ alert, planless, children }: AlertPatientProps): JSX.Element | null {
  const { patientId } = alert
  const read = useQuery(['patients', patientId, 'session'], () => readPatientSession(patientId))
  const library = useLibrary(read.state === 'there' ? read.value.protocols : [])
  if (read.state === 'failed' || library.state === 'failed') return planless
  if (read.state !== 'there' || library.state !== 'there') return null
  const { session } = read.value
  if (session === null || library.value.protocols.length === 0) return planless
  return (
    <PatientView session={session} library={library.value}>
      {children}
    </PatientView>
  )
}
