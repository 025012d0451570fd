import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Select } from './select.tsx'

interface ZoneSelectProps {
  readonly value: string
  readonly onChange: (zone: string) => void
  readonly hint?: string
}

/** A zone of the IANA's list: the nearest big city names it. */
export function ZoneSelect({ value, onChange, hint }: ZoneSelectProps): JSX.Element {
  const { i18n } = useApp()
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), value])].toSorted()
  return (
    <Select
      label={i18n._({ id: 'zone.label', message: 'Time zone' })}
      value={value}
      options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      onChange={onChange}
      {...(hint !== undefined && { hint })}
    />
  )
}
