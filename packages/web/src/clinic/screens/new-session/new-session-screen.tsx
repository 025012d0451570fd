import type { JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { readClinicCard } from '../../api/clinic.ts'
import { readPatient } from '../../api/patients.ts'
import { useConsole, useStaff } from '../../app/console-context.ts'
import type { ScreenProps } from '../../app/console-screens.tsx'
import { useHalfWritten } from '../../app/half-written.ts'
import { useClinicLibrary } from '../../app/library.ts'
import { useQuery } from '../../app/query.ts'
import { Bare, Waiting } from './bare.tsx'
import type { Chosen } from './chosen.ts'
import { chosenName, formName, partNames } from './kept-parts.ts'
import { KnownForm } from './known-form.tsx'
import { nobodyYet } from './known.ts'
import './new-session.css'
import { PatientField } from './patient-field.tsx'
import { PlanFrame } from './plan-aside.tsx'
import { SessionForm } from './session-form.tsx'
import { useClinicsWord } from './use-clinics-word.ts'
import { useHandOver } from './use-hand-over.ts'

/** A session that was done, from the patient's name to the record, without a mouse. `#/new-session/ID` knows the patient. */
export function NewSessionScreen({ rest }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  if (!may('owner', 'clinician', 'front-desk'))
    return (
      <Bare>
        <p>
          {i18n._({
            id: 'new-session.may-not',
            message: 'Your role reads only. Ask an owner of the clinic to let you record sessions.',
          })}
        </p>
      </Bare>
    )
  return <Recording patientId={rest[0] ?? null} />
}

function Recording({ patientId }: { readonly patientId: string | null }): JSX.Element {
  const [chosen, setChosen] = useHalfWritten<Chosen>(chosenName(patientId), () => NOBODY)
  const { halfWritten } = useConsole()
  useEffect(() => {
    // A form that was left for this very page has been kept only now.
    const left = patientId === null ? halfWritten.take(chosenName(null)) : undefined
    // Only a form of this screen keeps something under the name.
    if (left !== undefined) setChosen(left as Chosen)
  }, [])
  const named = useNamed(patientId)
  const card = useQuery(['clinic', 'card'], readClinicCard)
  const onOther = () => setChosen(NOBODY)
  const onChoose = (next: Chosen) => {
    // Two people who are new have no number to tell them apart: what was typed of one is never the other's.
    if (next.kind === 'new') halfWritten.discard(partNames(formName(next)))
    setChosen(next)
  }
  // Until the clinic's own clock is known nobody can say what 10:45 is.
  if (card.state !== 'there') return <Waiting loaded={card} />
  const { zone, locale } = card.value
  if (chosen.kind === 'new') return <NewForm {...{ chosen, zone, onOther }} />
  if (chosen.kind === 'known')
    return (
      <KnownForm key={chosen.patient.patientId} {...{ zone, onOther }} patient={chosen.patient} />
    )
  if (named.state === 'there')
    return <KnownForm patient={named.value} {...{ zone }} onOther={null} />
  if (patientId !== null) return <Waiting loaded={named} />
  return <Choosing onChoose={onChoose} locale={locale} />
}

const NOBODY: Chosen = { kind: 'nobody' }

/** The patient whom the address names. */
function useNamed(patientId: string | null) {
  return useQuery(
    ['patients', patientId ?? '', 'new-session'],
    async () => (await readPatient(patientId ?? '')).value,
    { isWanted: patientId !== null },
  )
}

interface ChoosingProps {
  readonly onChoose: (chosen: Chosen) => void
  readonly locale: string
}

function Choosing(props: ChoosingProps): JSX.Element {
  const { i18n } = useApp()
  // What new plans are made with is fetched while the name is typed.
  useClinicLibrary()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <Bare
      hasOwnFocus
      aside={
        <PlanFrame>
          <p class="quiet">
            {i18n._({
              id: 'new-session.plan.empty',
              message:
                'The plan stands here from the first key on: what opens when, and which source says so.',
            })}
          </p>
        </PlanFrame>
      }
    >
      <PatientField {...props} field={field} />
    </Bare>
  )
}

interface NewFormProps {
  readonly chosen: Extract<Chosen, { kind: 'new' }>
  readonly zone: string
  readonly onOther: () => void
}

function NewForm({ chosen, zone, onOther }: NewFormProps): JSX.Element {
  const library = useClinicLibrary()
  const onRecorded = useHandOver()
  const word = useClinicsWord()
  const said = word.state === 'there' ? word.value : null
  const known = useMemo(() => said && nobodyYet(zone, said), [zone, said])
  if (library.state !== 'there') return <Waiting loaded={library} />
  if (known === null) return <Waiting loaded={word} />
  return (
    <SessionForm
      who={chosen}
      library={library.value}
      {...{ chosen, known, zone, onOther, onRecorded }}
    />
  )
}
