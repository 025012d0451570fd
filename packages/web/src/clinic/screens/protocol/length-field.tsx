import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import '../../../components/field.css'
import { typedNumber } from '../../../words/typed-number.ts'
import './length-field.css'
import { LENGTH_UNITS, type LengthUnit, readLength, writeLength } from './length.ts'
import { unitWord } from './protocol-words.ts'

/** What stands in the two boxes: it may not be a length yet. */
export interface TypedLength {
  readonly count: string
  readonly unit: LengthUnit
}

const NOTHING_TYPED: TypedLength = { count: '', unit: 'day' }

export function typedLength(until: string | undefined): TypedLength {
  const length = until === undefined ? null : readLength(until)
  return length === null ? NOTHING_TYPED : { count: String(length.count), unit: length.unit }
}

/** `PT48H`; null where no whole number of at least 1 is typed. */
export function untilOf({ count, unit }: TypedLength): string | null {
  const number = typedNumber(count)
  return Number.isInteger(number) && number >= 1 && number <= 99_999
    ? writeLength({ count: number, unit })
    : null
}

interface LengthFieldProps {
  readonly label: string
  readonly value: TypedLength
  readonly onInput: (value: TypedLength) => void
  readonly hint?: string
  readonly error?: string | undefined
}

/** A whole number and its unit: hours stay hours, and days days. */
export function LengthField(props: LengthFieldProps): JSX.Element {
  const { label, hint, error } = props
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, error ? `${id}-error` : '']
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Boxes {...props} id={id} describedBy={described.join(' ').trim()} />
      {error ? (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}

interface BoxesProps extends Pick<LengthFieldProps, 'value' | 'onInput' | 'error'> {
  readonly id: string
  readonly describedBy: string
}

function Boxes({ value, onInput, error, id, describedBy }: BoxesProps): JSX.Element {
  const { i18n } = useApp()
  const isUsual = LENGTH_UNITS.some((unit) => unit === value.unit)
  const units = isUsual ? LENGTH_UNITS : [...LENGTH_UNITS, value.unit]
  return (
    <div class="length">
      <input
        id={id}
        class="field-input"
        inputMode="numeric"
        autocomplete="off"
        value={value.count}
        aria-invalid={Boolean(error)}
        {...(describedBy !== '' && { 'aria-describedby': describedBy })}
        onInput={(event) => onInput({ ...value, count: event.currentTarget.value })}
      />
      <select
        class="field-input"
        aria-label={i18n._({ id: 'protocol.unit', message: 'Unit' })}
        value={value.unit}
        onChange={(event) =>
          onInput({ ...value, unit: unitOf(event.currentTarget.value, value.unit) })
        }
      >
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {unitWord(i18n, unit)}
          </option>
        ))}
      </select>
    </div>
  )
}

function unitOf(text: string, otherwise: LengthUnit): LengthUnit {
  return LENGTH_UNITS.find((unit) => unit === text) ?? otherwise
}
