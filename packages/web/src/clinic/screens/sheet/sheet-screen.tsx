import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { useLazy } from '../../../app/use-lazy.ts'
import { OneMoment } from '../../../components/one-moment.tsx'
import { Page } from '../../../components/page.tsx'
import { loadWords } from '../../../words/load-words.ts'
import { digitsFor, type Locale, localeFrom } from '../../../words/locale.ts'
import { readClinicCard } from '../../api/clinic.ts'
import { readPatient, readPatientSession } from '../../api/patients.ts'
import type { ScreenProps } from '../../app/console-screens.tsx'
import { useLibrary } from '../../app/library.ts'
import { useQuery } from '../../app/query.ts'
import { Empty } from '../../components/empty.tsx'
import { Show } from '../../components/loaded.tsx'
import { all } from './all.ts'
import { HandOver } from './hand-over.tsx'
import './sheet-screen.css'

/** What a patient takes along: paper, a link to scan, or a message. `#/sheet/PATIENT` */
export function SheetScreen({ rest }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  const [patientId = ''] = rest
  const patient = useQuery(['patients', patientId, 'details'], () => readPatient(patientId))
  const told = useQuery(['patients', patientId, 'session'], () => readPatientSession(patientId))
  const card = useQuery(['clinic', 'card'], readClinicCard)
  const loaded = all(patient, told, card)
  return (
    <Page
      title={i18n._({ id: 'sheet-page.title', message: 'Give the plan' })}
      lead={patient.state === 'there' ? <bdi>{patient.value.value.name}</bdi> : ''}
      back={{
        href: hrefTo('patients', patientId),
        label: i18n._({ id: 'sheet-page.back', message: 'Patient' }),
      }}
    >
      <Show loaded={loaded}>
        {([person, { session, protocols, planHash }, clinic]) =>
          session === null || planHash === null ? (
            <NoPlan patientId={patientId} />
          ) : (
            <Paper {...{ person, clinic }} told={{ session, protocols, planHash }} />
          )
        }
      </Show>
    </Page>
  )
}

function NoPlan({ patientId }: { readonly patientId: string }): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'sheet-page.none', message: 'There is no plan to give yet' })}>
      <a href={hrefTo('new-session', patientId)}>
        {i18n._({ id: 'sheet-page.none.record', message: 'Record a session first' })}
      </a>
    </Empty>
  )
}

type PaperProps = Omit<Parameters<typeof HandOver>[0], 'library' | 'words' | 'locale' | 'onLocale'>

/** In the language that the patient reads in, until another is chosen for this paper. */
function Paper(props: PaperProps): JSX.Element {
  const { i18n } = useApp()
  const [locale, setLocale] = useState<Locale>(localeFrom([props.person.value.locale]))
  const library = useLibrary(props.told.protocols)
  const words = useLazy(
    () => loadWords(locale, { digits: digitsFor(locale, null), halves: 2 }),
    locale,
  )
  if (words === 'broken')
    return (
      <p role="alert">
        {i18n._({
          id: 'sheet-page.words',
          message: 'The words of this language could not be loaded. Load the page again.',
        })}
      </p>
    )
  return (
    <Show loaded={library}>
      {(there) =>
        words === undefined ? (
          <OneMoment />
        ) : (
          <HandOver
            {...props}
            library={there}
            words={words.value}
            locale={locale}
            onLocale={setLocale}
          />
        )
      }
    </Show>
  )
}
