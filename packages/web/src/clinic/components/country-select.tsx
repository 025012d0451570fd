import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import type { EmergencyNumber } from '../../data/emergency-number.ts'
import { countryName } from '../../words/country-name.ts'
import { fetchData } from '../../words/load-words.ts'
import { type Loaded, useQuery } from '../app/query.ts'
import { allCountries } from './countries.ts'
import { Select } from './select.tsx'

interface CountrySelectProps {
  readonly value: string | null
  readonly onChange: (country: string | null) => void
  readonly hint?: string
  readonly error?: string
}

/**
 * The country that a clinic is in, by its name in the reader's language; where no number to call is known of it, that is
 * said.
 */
export function CountrySelect({ value, onChange, ...rest }: CountrySelectProps): JSX.Element {
  const { i18n, locale } = useApp()
  const options = useMemo(
    () =>
      allCountries()
        .map((country) => ({ value: country, label: countryName(country, locale) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    [locale],
  )
  const none = i18n._({ id: 'country.choose', message: 'Choose a country' })
  return (
    <>
      <Select
        label={i18n._({ id: 'console.country', message: 'Country' })}
        value={value ?? ''}
        options={[{ value: '', label: none }, ...options]}
        onChange={(country) => onChange(country === '' ? null : country)}
        {...rest}
      />
      <NoNumber country={value} />
    </>
  )
}

/** Whether somebody has to type the number that patients call: for some countries no two sources agreed on one. */
function NoNumber({ country }: { readonly country: string | null }): JSX.Element | null {
  const { i18n, locale } = useApp()
  const numbers = useEmergencyNumbers()
  if (country === null || numbers.state !== 'there') return null
  if (numbers.value.some((one) => one.country === country)) return null
  return (
    <p class="notice" role="status">
      {i18n._({
        id: 'country.no-number',
        message:
          'We have no checked emergency number for {country}. Type the one that your patients call: in Settings, How to reach you.',
        values: { country: countryName(country, locale) },
      })}
    </p>
  )
}

/** The numbers to call by country, each with its source. */
export function useEmergencyNumbers(): Loaded<readonly EmergencyNumber[]> {
  return useQuery(['emergency-numbers'], () =>
    fetchData<readonly EmergencyNumber[]>('emergency-numbers'),
  )
}
