import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { Choice, type ChoiceOption } from '../../../../components/choice.tsx'
import { Field } from '../../../../components/field.tsx'
import type { SignAnswer } from '../../../../model/check-in.ts'
import { degreesIn } from './call-answers.ts'

interface TemperatureProps {
  /** `isUnread`: something was typed that is no temperature. */
  readonly onAnswer: (answer: SignAnswer | null, isUnread: boolean) => void
}

type Fever = 'no' | 'felt' | 'measured'

/** Felt and not measured counts as a fever; a number that no body has, as nothing told. */
export function Temperature({ onAnswer }: TemperatureProps): JSX.Element {
  const { i18n } = useCare()
  const [fever, setFever] = useState<Fever | null>(null)
  const [typed, setTyped] = useState('')
  const answer = (told: Fever, degrees: string) => {
    setFever(told)
    setTyped(degrees)
    const given = answerOf(told, degrees)
    onAnswer(given, given === null && degrees.trim() !== '')
  }
  return (
    <>
      <Choice
        legend={i18n._({ id: 'patient.call.fever', message: 'Their temperature' })}
        name="call-fever"
        isCompact
        options={feverOptions(i18n)}
        chosen={fever ? [fever] : []}
        // The options' values are the union's.
        onChange={([value]) => answer(value as Fever, typed)}
      />
      {fever === 'measured' ? (
        <Degrees typed={typed} onType={(degrees) => answer('measured', degrees)} />
      ) : null}
    </>
  )
}

interface DegreesProps {
  readonly typed: string
  readonly onType: (typed: string) => void
}

function Degrees({ typed, onType }: DegreesProps): JSX.Element {
  const { i18n } = useCare()
  const error = i18n._({
    id: 'patient.call.degrees.wrong',
    message: 'Check the number: 30 to 45 °C.',
  })
  return (
    <Field
      label={i18n._({ id: 'patient.call.degrees', message: 'Degrees C' })}
      inputMode="decimal"
      autocomplete="off"
      value={typed}
      onInput={onType}
      {...(typed.trim() !== '' && degreesIn(typed) === null && { error })}
    />
  )
}

function feverOptions(i18n: I18n): readonly ChoiceOption[] {
  return [
    { value: 'no', label: i18n._({ id: 'patient.call.fever.no', message: 'No fever' }) },
    {
      value: 'felt',
      label: i18n._({ id: 'patient.call.fever.felt', message: 'Hot or shivery, not measured' }),
    },
    {
      value: 'measured',
      label: i18n._({ id: 'patient.call.fever.measured', message: 'Measured' }),
    },
  ]
}

function answerOf(fever: Fever, typed: string): SignAnswer | null {
  if (fever === 'no') return { severity: 'none' }
  if (fever === 'felt') return { severity: 'mild' }
  const degrees = degreesIn(typed)
  return degrees === null ? null : { severity: degrees }
}
