import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import '../../components/field.css'
import './select.css'

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly error?: string
}

/** One of many. */
export function Select(props: SelectProps): JSX.Element {
  const { label, value, options, onChange, hint, error } = props
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, error ? `${id}-error` : '']
    .join(' ')
    .trim()
  return (
    <div class="field select">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        class="field-input"
        value={value}
        aria-invalid={Boolean(error)}
        {...(described !== '' && { 'aria-describedby': described })}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error ? (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}
