import type { JSX } from 'preact'
import { useApp } from '../app/app-context.ts'
import './clinic-call.css'
import { Icon } from './icon.tsx'

/** The number of the clinic that the plan is of, to call with one tap; nothing without a clinic, or without its number. */
export function ClinicCall(): JSX.Element | null {
  const { i18n, record } = useApp()
  const { name, phone } = record.clinic?.card ?? {}
  if (!phone) return null
  return (
    <a class="clinic-call" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
      <Icon name="phone" />
      <span class="clinic-call-words">
        <span>{i18n._({ id: 'clinic.call', message: 'Call {name}', values: { name } })}</span>
        <bdi class="clinic-call-number" dir="ltr">
          {phone}
        </bdi>
      </span>
    </a>
  )
}
