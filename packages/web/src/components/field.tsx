import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import './field.css'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: string
  /** What is wrong with it, and how to put it right. */
  readonly error?: string
  readonly type?:
    | 'text'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'number'
    | 'search'
    | 'email'
    | 'password'
    | 'tel'
    | 'url'
  /** Several lines. */
  readonly isLong?: boolean
  readonly min?: string
  readonly max?: string
  readonly step?: string
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'search'
  readonly autocomplete?: string
  /** Where what is typed runs from left to right in every language: an address, a number to call. */
  readonly dir?: 'ltr' | 'auto'
  readonly maxLength?: number
  readonly required?: boolean
}

/** A labelled field to type in, with its hint and its error tied to it. */
export function Field({ label, hint, error, ...rest }: FieldProps): JSX.Element {
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
      <Input id={id} describedBy={described.join(' ').trim()} isWrong={Boolean(error)} {...rest} />
      {error ? (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}

interface InputProps extends Omit<FieldProps, 'label' | 'hint' | 'error'> {
  readonly id: string
  readonly describedBy: string
  readonly isWrong: boolean
}

function Input({
  value,
  onInput,
  describedBy,
  isWrong,
  isLong = false,
  type = 'text',
  ...rest
}: InputProps): JSX.Element {
  const shared = {
    ...rest,
    class: 'field-input',
    value,
    'aria-invalid': isWrong,
    ...(describedBy !== '' && { 'aria-describedby': describedBy }),
  }
  if (isLong)
    return (
      <textarea
        {...shared}
        rows={4}
        dir="auto"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )
  // Preact's types want to know which: every one of ours is an input's type.
  const one = type as 'text'
  return <input {...shared} type={one} onInput={(event) => onInput(event.currentTarget.value)} />
}
