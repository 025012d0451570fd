import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { LENGTH_UNITS } from '../../protocol/length.ts'

/** A length as it is being typed. */
export interface TypedLength {
  readonly count: string
  readonly unit: (typeof LENGTH_UNITS)[number]
}

interface LengthFieldProps {
  readonly label: string
  readonly hint: string
  readonly error: string | undefined
  readonly typed: TypedLength
  readonly onType: (typed: TypedLength) => void
}

/** A number and its unit: hours stay hours and days stay days. */
export function LengthField(props: LengthFieldProps): JSX.Element {
  const { i18n } = useApp()
  const { label, hint, error, typed, onType } = props
  const id = useId()
  return (
    <fieldset class="field change-length">
      <legend>{label}</legend>
      <p class="quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <span class="change-length-line">
        <input
          class="field-input"
          inputMode="numeric"
          autocomplete="off"
          aria-label={i18n._({ id: 'patient.length.count', message: 'How many' })}
          aria-describedby={error ? `${id}-error` : `${id}-hint`}
          aria-invalid={Boolean(error)}
          value={typed.count}
          onInput={(event) => onType({ ...typed, count: event.currentTarget.value })}
        />
        <UnitSelect typed={typed} onType={onType} />
      </span>
      {error ? (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

function UnitSelect({ typed, onType }: Pick<LengthFieldProps, 'typed' | 'onType'>): JSX.Element {
  const { i18n } = useApp()
  const words = unitWords(i18n)
  return (
    <select
      class="field-input"
      aria-label={i18n._({ id: 'patient.length.unit', message: 'Unit' })}
      value={typed.unit}
      onChange={(event) => {
        const unit = LENGTH_UNITS.find((one) => one === event.currentTarget.value)
        if (unit) onType({ ...typed, unit })
      }}
    >
      {LENGTH_UNITS.map((unit) => (
        <option key={unit} value={unit}>
          {words[unit]}
        </option>
      ))}
    </select>
  )
}

function unitWords(
  i18n: ReturnType<typeof useApp>['i18n'],
): Readonly<Record<TypedLength['unit'], string>> {
  return {
    hour: i18n._({ id: 'patient.unit.hours', message: 'hours' }),
    day: i18n._({ id: 'patient.unit.days', message: 'days' }),
    week: i18n._({ id: 'patient.unit.weeks', message: 'weeks' }),
    month: i18n._({ id: 'patient.unit.months', message: 'months' }),
  }
}
