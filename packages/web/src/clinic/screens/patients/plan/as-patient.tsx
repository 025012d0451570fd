import type { ComponentType, JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../../app/route.ts'
import { useLazy } from '../../../../app/use-lazy.ts'
import { OneMoment } from '../../../../components/one-moment.tsx'
import { Icon } from '../../../../components/icon.tsx'
import { Page } from '../../../../components/page.tsx'
import type { Words } from '../../../../words/load-words.ts'
import { directionOf } from '../../../../words/locale.ts'
import { useLibrary } from '../../../app/library.ts'
import { OldNotice } from '../../../components/loaded.tsx'
import { PatientView } from '../../../app/patient-view.tsx'
import { languageName } from '../list/patient-table.tsx'
import { OfPlan, usePlanState } from '../page/of-plan.tsx'
import { usePatient } from '../page/patient-context.ts'
import { usePatientWords } from '../page/patient-words.ts'
import './plan.css'

type Screen = ComponentType<{ readonly rest: readonly string[] }>

/** The patient's own screens that show the plan; what only their phone has is not among them. */
const SCREENS: Readonly<Record<string, () => Promise<Screen>>> = {
  today: async () => (await import('../../../../screens/today/today-screen.tsx')).TodayScreen,
  timeline: async () =>
    (await import('../../../../screens/timeline/timeline-screen.tsx')).TimelineScreen,
  'can-i': async () => (await import('../../../../screens/can-i/can-i-screen.tsx')).CanIScreen,
  sessions: async () =>
    (await import('../../../../screens/sessions/sessions-screen.tsx')).SessionsScreen,
  help: async () => (await import('../../../../screens/help/help-screen.tsx')).HelpScreen,
  print: async () => (await import('../../../../screens/print/print-screen.tsx')).PrintScreen,
}

interface AsPatientProps {
  /** The patient's own route: `['can-i', 'swimming']`. */
  readonly route: readonly string[]
}

/** What the patient sees, in their own words: looked at, and never changed from here. */
export function AsPatient({ route }: AsPatientProps): JSX.Element {
  const [name = 'today', ...rest] = route
  const words = usePatientWords()
  const state = usePlanState()
  if (state !== 'same') return <NoPlan />
  if (words === undefined || words === 'broken') return <Waiting />
  return (
    <div class="as-patient">
      <Banner />
      <Inside words={words.value} name={name} rest={rest} />
    </div>
  )
}

/** Why there is nothing to see. */
function NoPlan(): JSX.Element {
  const { i18n } = useApp()
  const { patient } = usePatient()
  return (
    <Page
      title={patient.name}
      back={{
        href: hrefTo('patients', patient.patientId),
        label: i18n._({ id: 'patient.overview', message: 'Overview' }),
      }}
    >
      <OfPlan>{null}</OfPlan>
    </Page>
  )
}

/** Whose view it is, and the way back. */
function Banner(): JSX.Element {
  const { i18n } = useApp()
  const { patient, isOld } = usePatient()
  return (
    <aside
      class="as-patient-bar"
      aria-label={i18n._({ id: 'patient.as.bar', message: 'Whose view this is' })}
    >
      <a class="page-back" href={hrefTo('patients', patient.patientId, 'plan')}>
        <Icon name="back" size={20} />
        {i18n._({ id: 'patient.as.back', message: 'Back to the plan' })}
      </a>
      {isOld ? <OldNotice /> : null}
      <p class="quiet">
        {i18n._({
          id: 'patient.as.what',
          message: 'What {name} sees, in {language}. Nothing that you press here is sent.',
          values: { name: patient.name, language: languageName(patient.locale) },
        })}
      </p>
    </aside>
  )
}

interface InsideProps {
  readonly words: Words
  readonly name: string
  readonly rest: readonly string[]
}

function Inside({ words, name, rest }: InsideProps): JSX.Element {
  const { told } = usePatient()
  const library = useLibrary(told.protocols)
  const load = SCREENS[name]
  const screen = useLazy(async () => (await load?.()) ?? null, name)
  const follow = useOwnLinks()
  if (told.session === null || library.state !== 'there') return <Waiting />
  if (screen === undefined || screen === 'broken') return <Waiting />
  const { value: Shown } = screen
  const { locale } = words
  return (
    <div
      lang={locale}
      dir={directionOf(locale)}
      class={`as-patient-${locale}`}
      onClickCapture={follow}
    >
      <PatientView session={told.session} library={library.value} words={words}>
        {Shown ? <Shown key={[name, ...rest].join('/')} rest={rest} /> : <OnlyThere />}
      </PatientView>
    </div>
  )
}

/** Links of the patient's app lead to the same screen of this view. */
function useOwnLinks(): (event: MouseEvent) => void {
  const { patientId } = usePatient().patient
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href') ?? ''
    if (!href.startsWith('#/')) return
    event.preventDefault()
    const route = href.slice(2).split('/').map(decodeURIComponent)
    goTo(hrefTo('patients', patientId, 'as-patient', ...route))
  }
}

function Waiting(): JSX.Element {
  const { patient } = usePatient()
  return (
    <Page title={patient.name}>
      <OneMoment />
    </Page>
  )
}

function OnlyThere(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page title={i18n._({ id: 'patient.as.phone', message: 'On the patient’s phone' })}>
      <p>
        {i18n._({
          id: 'patient.as.phone.text',
          message: 'This part works on their phone alone: what they type there is theirs.',
        })}
      </p>
    </Page>
  )
}
