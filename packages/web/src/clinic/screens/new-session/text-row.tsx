import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import '../../../components/field.css'

interface TextRowProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  /** What it is read as, or how to write it. */
  readonly hint?: ComponentChildren
  readonly error?: string
  readonly isShort?: boolean
  readonly placeholder?: string
  readonly type?: 'text' | 'email' | 'tel'
  readonly inputMode?: 'text' | 'decimal' | 'numeric'
  /** Beside the field. */
  readonly children?: ComponentChildren
}

/** A short text in a row of the form; what stands in it is marked when the focus comes, so that typing takes its place. */
export function TextRow(props: TextRowProps): JSX.Element {
  const { label, value, onInput, hint, error, isShort = false, children, ...rest } = props
  const id = useId()
  const said = error ?? hint
  // Preact's types want to know which: every one of ours is an input's type.
  const type = (rest.type ?? 'text') as 'text'
  return (
    <div class="form-row">
      <label class="form-label" for={id}>
        {label}
      </label>
      <div class="form-control">
        <span class="form-line">
          <input
            {...rest}
            id={id}
            type={type}
            class={isShort ? 'field-input form-short' : 'field-input'}
            dir="auto"
            autocomplete="off"
            value={value}
            aria-invalid={error !== undefined}
            {...(said !== undefined && { 'aria-describedby': `${id}-said` })}
            onFocus={(event) => event.currentTarget.select()}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          {children}
        </span>
        {said === undefined ? null : (
          <p class={error === undefined ? 'form-hint' : 'field-error'} id={`${id}-said`}>
            {said}
          </p>
        )}
      </div>
    </div>
  )
}
