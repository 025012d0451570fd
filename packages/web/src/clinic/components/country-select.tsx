import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import type { EmergencyNumber } from '../../data/emergency-number.ts'
import { countryName } from '../../words/country-name.ts'
import { fetchData } from '../../words/load-words.ts'
import { type Loaded, useQuery } from '../app/query.ts'
import { Select } from './select.tsx'

interface CountrySelectProps {
  readonly value: string | null
  readonly onChange: (country: string | null) => void
  readonly hint?: string
}

/** The country that a clinic is in, by its name in the reader's language. */
export function CountrySelect({ value, onChange, hint }: CountrySelectProps): JSX.Element {
  const { i18n, locale } = useApp()
  const numbers = useEmergencyNumbers()
  const known = numbers.state === 'there' ? numbers.value.map(({ country }) => country) : []
  const options = [...new Set([...known, ...(value === null ? [] : [value])])]
    .map((country) => ({ value: country, label: countryName(country, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  const none = i18n._({ id: 'country.choose', message: 'Choose a country' })
  return (
    <Select
      label={i18n._({ id: 'console.country', message: 'Country' })}
      value={value ?? ''}
      options={[{ value: '', label: none }, ...options]}
      onChange={(country) => onChange(country === '' ? null : country)}
      {...(hint !== undefined && { hint })}
    />
  )
}

/** The numbers to call by country, each with its source. */
export function useEmergencyNumbers(): Loaded<readonly EmergencyNumber[]> {
  return useQuery(['emergency-numbers'], () =>
    fetchData<readonly EmergencyNumber[]>('emergency-numbers'),
  )
}
