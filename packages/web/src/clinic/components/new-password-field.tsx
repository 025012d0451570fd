import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Field } from '../../components/field.tsx'

interface NewPasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (password: string) => void
  /** What is wrong with it; nothing where nothing is. */
  readonly error: string | null | undefined
  /** In place of what makes a good one. */
  readonly hint?: string
}

/** Where somebody chooses a password; their browser may offer one. */
export function NewPasswordField({
  label,
  value,
  onInput,
  error,
  hint,
}: NewPasswordFieldProps): JSX.Element {
  const { i18n } = useApp()
  const usualHint = i18n._({
    id: 'set-up.password.hint',
    message: 'At least 12 characters: four or five words are good.',
  })
  return (
    <Field
      label={label}
      hint={hint ?? usualHint}
      type="password"
      autocomplete="new-password"
      dir="ltr"
      value={value}
      onInput={onInput}
      {...(error && { error })}
    />
  )
}
