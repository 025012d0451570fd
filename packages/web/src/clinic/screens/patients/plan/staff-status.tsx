import { type Status, unreachable } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { StatusMark } from '../../../../components/status.tsx'

/** A status by mark, word and colour, in the words of who treats: they are the clinic that a patient asks. */
export function StaffStatus({ status }: { readonly status: Status }): JSX.Element {
  const { i18n } = useApp()
  return (
    <span class={`pill pill-${status}`}>
      <StatusMark status={status} />
      {staffStatusWord(i18n, status)}
    </span>
  )
}

function staffStatusWord(i18n: I18n, status: Status): string {
  switch (status) {
    case 'avoid':
      return i18n._({ id: 'patient.status.avoid', message: 'Not yet' })
    case 'ask-clinic':
      return i18n._({ id: 'patient.status.ask', message: 'Waits for a word' })
    case 'unknown':
      return i18n._({ id: 'patient.status.unknown', message: 'Not known' })
    case 'caution':
      return i18n._({ id: 'patient.status.caution', message: 'With care' })
    case 'allowed':
      return i18n._({ id: 'patient.status.allowed', message: 'Open' })
    case 'recommended':
      return i18n._({ id: 'patient.status.recommended', message: 'Recommended' })
    default:
      return unreachable(status)
  }
}
