import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { EmergencyNumber } from '../data/emergency-number.ts'
import { countryName } from '../words/country-name.ts'
import './emergency-call.css'

interface CountryFieldProps {
  readonly numbers: readonly EmergencyNumber[]
  readonly onDone?: () => void
}

/** Which country the person is in: asked, never guessed, because the emergency number hangs on it. */
export function CountryField({ numbers, onDone }: CountryFieldProps): JSX.Element {
  const { i18n, locale, record, change } = useApp()
  const id = useId()
  const countries = numbers
    .map(({ country }) => ({ country, name: countryName(country, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <div class="country-field">
      <label for={id}>
        {i18n._({ id: 'country.ask', message: 'Which country are you in now?' })}
      </label>
      <select
        id={id}
        autocomplete="country"
        value={record.country ?? ''}
        onChange={(event) => {
          change({ country: event.currentTarget.value || null })
          onDone?.()
        }}
      >
        <option value="">{i18n._({ id: 'country.choose', message: 'Choose a country' })}</option>
        {countries.map(({ country, name }) => (
          <option key={country} value={country}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
