import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type App, useApp } from '../../app/app-context.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import type { Patient } from '../api/patients.ts'
import { useStaff } from '../app/console-context.ts'
import { Combobox, type ComboOption } from '../components/combobox.tsx'
import { problemWords } from '../words/problem-words.ts'
import { type Place, placesMatching } from './places.ts'
import './palette.css'
import { patientNote } from './patient-words.ts'
import { type PatientSearch, usePatientSearch } from './use-patient-search.ts'

interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** One field to go anywhere: a screen by its name, a patient by theirs, or straight to a patient's new session. */
export function Palette({ isOpen, onClose }: PaletteProps): JSX.Element {
  const { i18n } = useApp()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog
      class="palette"
      ref={dialog}
      aria-label={i18n._({ id: 'palette.title', message: 'Go to' })}
      onClose={onClose}
      // What is outside the frame is the dialog itself.
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close()
      }}
    >
      {isOpen ? <Finder onClose={() => dialog.current?.close()} /> : null}
    </dialog>
  )
}

function Finder({ onClose }: Pick<PaletteProps, 'onClose'>): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const staff = useStaff()
  const [typed, setTyped] = useState('')
  const search = usePatientSearch(typed)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const go = (href: string) => {
    onClose()
    goTo(href)
  }
  const mayRecord = staff.may('owner', 'clinician', 'front-desk')
  const people = search.patients
    .slice(0, MOST_PEOPLE)
    .flatMap((patient) => personOptions(app, patient, { go, mayRecord }))
  const places = placesMatching(i18n, staff, typed).map((place) => placeOption(place, go))
  // What was found for other words is not shown: nobody goes to the wrong person.
  const options = [...(search.isWaiting ? [] : people), ...places]
  return (
    <div class="palette-frame">
      <Combobox
        label={i18n._({ id: 'palette.label', message: 'Go to a patient or a page' })}
        isLabelUnseen
        value={typed}
        onInput={setTyped}
        options={options}
        isWaiting={search.isWaiting}
        onHurry={search.hurry}
        inputRef={field}
        placeholder={i18n._({
          id: 'palette.how',
          message: 'A patient, a phone’s last 4 digits, or a page',
        })}
        said={saidText(i18n, search, options.length)}
      />
    </div>
  )
}

const MOST_PEOPLE = 6

function saidText(i18n: I18n, { problem, isWaiting }: PatientSearch, count: number): string {
  if (problem) return problemWords(i18n, problem)
  if (count > 0 || isWaiting) return ''
  return i18n._({ id: 'palette.nothing', message: 'Nothing is called that.' })
}

interface Going {
  readonly go: (href: string) => void
  readonly mayRecord: boolean
}

/** Their page, and straight to their next session. */
function personOptions(
  app: App,
  patient: Patient,
  { go, mayRecord }: Going,
): readonly ComboOption[] {
  const { patientId, name } = patient
  const open = {
    id: patientId,
    text: name,
    note: patientNote(app, patient),
    choose: () => go(hrefTo('patients', patientId)),
  }
  if (!mayRecord) return [open]
  const text = app.i18n._({
    id: 'palette.new-session',
    message: 'New session for {name}',
    values: { name },
  })
  const choose = () => go(hrefTo('new-session', patientId))
  return [open, { id: `new ${patientId}`, text, choose }]
}

function placeOption({ screen, name, keys }: Place, go: (href: string) => void): ComboOption {
  return {
    id: `to ${screen}`,
    text: name,
    ...(keys !== undefined && { note: <kbd>{keys}</kbd> }),
    choose: () => go(hrefTo(screen)),
  }
}
