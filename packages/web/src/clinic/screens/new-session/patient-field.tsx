import type { JSX, Ref } from 'preact'
import { useState } from 'preact/hooks'
import { type App, useApp } from '../../../app/app-context.ts'
import { Combobox, type ComboOption } from '../../components/combobox.tsx'
import { patientNote } from '../../palette/patient-words.ts'
import { type PatientSearch, usePatientSearch } from '../../palette/use-patient-search.ts'
import { problemWords } from '../../words/problem-words.ts'
import type { Chosen } from './chosen.ts'

interface PatientFieldProps {
  readonly onChoose: (chosen: Chosen) => void
  /** What somebody new reads in, until it is said otherwise. */
  readonly locale: string
  readonly field: Ref<HTMLInputElement>
}

/** Finds a patient by part of a name or the last digits of a number; the last choice is somebody new. */
export function PatientField(props: PatientFieldProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const [typed, setTyped] = useState('')
  const search = usePatientSearch(typed)
  const name = typed.trim()
  return (
    <Combobox
      label={i18n._({ id: 'new-session.patient', message: 'Patient' })}
      value={typed}
      onInput={setTyped}
      options={[...knownOptions(app, search, props), ...newOption(app, name, props)]}
      isWaiting={search.isWaiting}
      onHurry={search.hurry}
      inputRef={props.field}
      placeholder={i18n._({
        id: 'new-session.patient.how',
        message: 'Part of a name, or the last 4 digits of a phone number',
      })}
      said={name === '' ? '' : foundText(app, search)}
    />
  )
}

function knownOptions(
  app: App,
  { patients }: PatientSearch,
  { onChoose }: PatientFieldProps,
): readonly ComboOption[] {
  return patients.map((patient) => ({
    id: patient.patientId,
    text: patient.name,
    note: patientNote(app, patient),
    choose: () => onChoose({ kind: 'known', patient }),
  }))
}

/** Digits alone are nobody's name. */
function newOption(
  { i18n }: App,
  name: string,
  { onChoose, locale }: PatientFieldProps,
): readonly ComboOption[] {
  if (!/\p{L}/u.test(name)) return []
  const text = i18n._({
    id: 'new-session.patient.new',
    message: 'New patient: {name}',
    values: { name },
  })
  const person = { name, phone: '', email: '', locale }
  return [{ id: 'new', text, choose: () => onChoose({ kind: 'new', person }) }]
}

function foundText({ i18n }: App, { patients, isWaiting, problem }: PatientSearch): string {
  if (problem) return problemWords(i18n, problem)
  if (isWaiting) return ''
  return i18n._({
    id: 'new-session.patient.found',
    message:
      '{count, plural, =0 {Nobody on record by these words.} one {# patient on record.} other {# patients on record.}}',
    values: { count: patients.length },
  })
}
