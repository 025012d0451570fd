import type { JSX } from 'preact'
import type { ScreenProps } from '../../app/console-screens.tsx'
import { AddPatientScreen } from './list/add-patient-screen.tsx'
import { DuplicatesScreen } from './list/duplicates-screen.tsx'
import { ImportScreen } from './list/import-screen.tsx'
import { PatientListScreen } from './list/patient-list-screen.tsx'
import { PatientPage } from './page/patient-page.tsx'
import './patients.css'

/** The clinic's patients: the list, ways to add to it, and a page for each. */
export function PatientsScreen({ rest }: ScreenProps): JSX.Element {
  const [first, ...others] = rest
  switch (first) {
    case undefined:
    case '':
      return <PatientListScreen />
    case 'add':
      return <AddPatientScreen />
    case 'import':
      return <ImportScreen />
    case 'duplicates':
      return <DuplicatesScreen />
    default:
      return <PatientPage patientId={first} rest={others} />
  }
}
