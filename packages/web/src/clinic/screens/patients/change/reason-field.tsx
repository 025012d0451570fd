import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Field } from '../../../../components/field.tsx'

const SHORTEST_REASON = 3

export function isReason(typed: string): boolean {
  return typed.trim().length >= SHORTEST_REASON
}

interface ReasonFieldProps {
  readonly reason: string
  readonly onType: (reason: string) => void
  readonly error: string | undefined
}

/** Why something is said or taken back: it stands in the record. */
export function ReasonField({ reason, onType, error }: ReasonFieldProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Field
      label={i18n._({ id: 'patient.reason', message: 'Reason' })}
      hint={i18n._({
        id: 'patient.reason.hint',
        message: 'It stands in the record beside your name.',
      })}
      value={reason}
      onInput={onType}
      autocomplete="off"
      {...(error !== undefined && { error })}
    />
  )
}
