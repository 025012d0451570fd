import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useCare } from '../../../../app/care-context.ts'
import { Choice, type ChoiceOption } from '../../../../components/choice.tsx'
import { Field } from '../../../../components/field.tsx'
import { isUnread, type TakenTemperature } from './call-answers.ts'

interface TemperatureProps {
  readonly taken: TakenTemperature
  readonly onTake: (taken: TakenTemperature) => void
}

type Fever = NonNullable<TakenTemperature['fever']>

/** Whether there is a fever, and how many degrees where somebody measured. */
export function Temperature({ taken, onTake }: TemperatureProps): JSX.Element {
  const { i18n } = useCare()
  const { fever } = taken
  return (
    <>
      <Choice
        legend={i18n._({ id: 'patient.call.fever', message: 'Their temperature' })}
        name="call-fever"
        isCompact
        options={feverOptions(i18n)}
        chosen={fever ? [fever] : []}
        // The options' values are the union's.
        onChange={([value]) => onTake({ ...taken, fever: value as Fever })}
      />
      {fever === 'measured' ? <Degrees taken={taken} onTake={onTake} /> : null}
    </>
  )
}

function Degrees({ taken, onTake }: TemperatureProps): JSX.Element {
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
      value={taken.typed}
      onInput={(typed) => onTake({ ...taken, typed })}
      {...(isUnread(taken) && { error })}
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
