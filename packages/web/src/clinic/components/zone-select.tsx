import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Select } from './select.tsx'
import { zoneOptions } from './zones.ts'

interface ZoneSelectProps {
  /** Empty while none is chosen. */
  readonly value: string
  readonly onChange: (zone: string) => void
  readonly hint?: string
  readonly error?: string
}

/** A zone of the IANA's list: the nearest big city names it. */
export function ZoneSelect({ value, ...rest }: ZoneSelectProps): JSX.Element {
  const { i18n } = useApp()
  const none = i18n._({ id: 'zone.choose', message: 'Choose a time zone' })
  return (
    <Select
      label={i18n._({ id: 'zone.label', message: 'Time zone' })}
      value={value}
      options={[...(value === '' ? [{ value: '', label: none }] : []), ...zoneOptions(value)]}
      {...rest}
    />
  )
}
