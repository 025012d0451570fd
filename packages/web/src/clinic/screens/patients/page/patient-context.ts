import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { EventActor } from '../../../api/events.ts'
import type { Patient, PatientSession } from '../../../api/patients.ts'

/** The patient whose page it is. */
export interface PatientOfPage {
  readonly patient: Patient
  /** Of what was read: who changes it names it. */
  readonly etag: string | null
  readonly told: PatientSession
  /** Whether that was read before, and could not be read again. */
  readonly isOld: boolean
  /** Who said or did something, by name where there is one. */
  readonly nameOf: (actor: EventActor) => string
  /** Reads everything of the patient again, after something was added. */
  readonly renew: () => Promise<void>
}

export const PatientContext = createContext<PatientOfPage | null>(null)

export function usePatient(): PatientOfPage {
  const patient = useContext(PatientContext)
  if (!patient) throw new Error('usePatient outside of <PatientPage>')
  return patient
}
