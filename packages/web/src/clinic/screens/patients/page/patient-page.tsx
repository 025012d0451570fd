import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Page } from '../../../../components/page.tsx'
import { readTeamNames } from '../../../api/clinic.ts'
import { type Patient, readPatient, readPatientSession } from '../../../api/patients.ts'
import { NotFound } from '../../../app/console-screens.tsx'
import { useLibrary } from '../../../app/library.ts'
import { PatientView } from '../../../app/patient-view.tsx'
import { readAgain, useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { actorWord } from '../actor-words.ts'
import { patientsBack } from '../list/add-patient-screen.tsx'
import { PatientContext, type PatientOfPage, usePatient } from './patient-context.ts'
import { PatientParts } from './patient-parts.tsx'
import './patient-page.css'

interface PatientPageProps {
  readonly patientId: string
  /** The part of the page, and what it shows. */
  readonly rest: readonly string[]
}

/** One patient: who they are, which day it is, and everything that the clinic has of them. */
export function PatientPage({ patientId, rest }: PatientPageProps): JSX.Element {
  const { i18n } = useApp()
  const details = useQuery(['patients', patientId, 'details'], () => readPatient(patientId))
  const told = useQuery(['patients', patientId, 'session'], () => readPatientSession(patientId))
  const team = useQuery(['team', 'names'], readTeamNames)
  if (details.state === 'failed' && details.problem.status === 404) return <NotFound />
  // Of a record that was merged the server tells nothing but into which.
  if (details.state === 'there' && details.value.value.state === 'merged')
    return <Merged patient={details.value.value} />
  if (details.state !== 'there' || told.state !== 'there')
    return (
      <Page title={i18n._({ id: 'patient.title', message: 'Patient' })} back={patientsBack(i18n)}>
        <Show loaded={details.state === 'there' ? told : details}>{() => null}</Show>
      </Page>
    )
  const names = new Map(
    team.state === 'there' ? team.value.map(({ userId, name }) => [userId, name]) : [],
  )
  const value: PatientOfPage = {
    patient: details.value.value,
    etag: details.value.etag,
    told: told.value,
    isOld: details.isOld || told.isOld,
    nameOf: (actor) => names.get(actor.id ?? '') ?? actorWord(i18n, actor),
    renew: () => readAgain('patients', patientId),
  }
  return (
    <PatientContext.Provider value={value}>
      <WithPlan rest={rest} />
    </PatientContext.Provider>
  )
}

/** What was of this record is in another one now. */
function Merged({ patient }: { readonly patient: Patient }): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page title={patient.name} back={patientsBack(i18n)}>
      <p class="notice">
        <a href={hrefTo('patients', patient.mergedInto ?? '')}>
          {i18n._({
            id: 'patient.merged',
            message: 'This record was merged into another one of the same person. Go there.',
          })}
        </a>
      </p>
    </Page>
  )
}

/** The page over the patient's own plan, in their zone; without one before their first session. */
function WithPlan({ rest }: Pick<PatientPageProps, 'rest'>): JSX.Element {
  const { i18n } = useApp()
  const { patient, told } = usePatient()
  const library = useLibrary(told.protocols)
  if (told.session === null) return <PatientParts rest={rest} />
  if (library.state !== 'there')
    return (
      <Page title={patient.name} back={patientsBack(i18n)}>
        <Show loaded={library}>{() => null}</Show>
      </Page>
    )
  return (
    <PatientView session={told.session} library={library.value}>
      <PatientParts rest={rest} />
    </PatientView>
  )
}
