import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Page } from '../../../components/page.tsx'
import { readPatient, readPatientSession } from '../../api/patients.ts'
import { useLibrary } from '../../app/library.ts'
import { PatientView } from '../../app/patient-view.tsx'
import { useQuery } from '../../app/query.ts'
import { Empty } from '../../components/empty.tsx'
import { Show } from '../../components/loaded.tsx'
import { boardBack } from './board-back.ts'
import { SeriesPanel } from './series-panel.tsx'
import { Wished } from './wished.tsx'

interface SeriesOfPatientProps {
  readonly patientId: string
}

/** One patient's sessions: those done, what stops the next, and the dates that can be. */
export function SeriesOfPatient({ patientId }: SeriesOfPatientProps): JSX.Element {
  const { i18n } = useApp()
  const read = useQuery(['patients', patientId, 'series'], () => readBoth(patientId))
  const library = useLibrary(read.state === 'there' ? read.value.protocols : [])
  if (read.state === 'there' && library.state === 'there' && library.value.pins.length > 0) {
    const { session, name } = read.value
    if (session !== null)
      return (
        <PatientView session={session} library={library.value}>
          <Wished>
            <SeriesPanel patientId={patientId} name={name} />
          </Wished>
        </PatientView>
      )
  }
  return (
    <Page
      title={
        read.state === 'there' ? read.value.name : i18n._({ id: 'series.title', message: 'Series' })
      }
      back={boardBack(i18n)}
    >
      <Show loaded={read}>
        {({ session }) => (session === null ? <NoSession patientId={patientId} /> : null)}
      </Show>
      {library.state === 'failed' ? <Show loaded={library}>{() => null}</Show> : null}
    </Page>
  )
}

async function readBoth(patientId: string) {
  const [patient, session] = await Promise.all([
    readPatient(patientId),
    readPatientSession(patientId),
  ])
  return { ...session, name: patient.value.name }
}

function NoSession({ patientId }: SeriesOfPatientProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'series.no-session', message: 'No session yet' })}>
      <p>
        {i18n._({
          id: 'series.no-session.text',
          message: 'After the first session the dates of the next ones stand here.',
        })}
      </p>
      <Button href={hrefTo('new-session', patientId)}>
        {i18n._({ id: 'console.nav.new', message: 'New session' })}
      </Button>
    </Empty>
  )
}
