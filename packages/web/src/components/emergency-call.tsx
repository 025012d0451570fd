import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { whenLoaded } from '../app/when-loaded.ts'
import type { EmergencyNumber } from '../data/emergency-number.ts'
import { countryName } from '../words/country-name.ts'
import { fetchData } from '../words/load-words.ts'
import { Button } from './button.tsx'
import { CountryField } from './country-field.tsx'
import './emergency-call.css'
import { Icon } from './icon.tsx'

/**
 * The emergency number of the country that the person confirmed, to call with one tap; before that the one that their clinic
 * gives; else the question which country it is.
 */
export function EmergencyCall(): JSX.Element | null {
  const { i18n, locale, record } = useApp()
  const [numbers, setNumbers] = useState<readonly EmergencyNumber[]>([])
  const [isChoosing, setChoosing] = useState(false)
  useEffect(
    () => whenLoaded(fetchData<readonly EmergencyNumber[]>('emergency-numbers'), setNumbers),
    [],
  )
  const chosen = numbers.find(({ country }) => country === record.country)
  const clinics = record.country === null ? record.clinic?.card.emergencyNumber : null
  const digits = chosen ? (chosen.ambulance ?? chosen.emergency) : clinics
  if (digits && !isChoosing) {
    const note = chosen
      ? i18n._({
          id: 'call.country',
          message: 'The number in {country}.',
          values: { country: countryName(chosen.country, locale) },
        })
      : i18n._({ id: 'call.clinics', message: 'The emergency number that your clinic gives.' })
    return <Call digits={digits} note={note} onElsewhere={() => setChoosing(true)} />
  }
  if (numbers.length === 0) return null
  return <CountryField numbers={numbers} onDone={() => setChoosing(false)} />
}

interface CallProps {
  readonly digits: string
  /** Whose number it is. */
  readonly note: string
  readonly onElsewhere: () => void
}

function Call({ digits, note, onElsewhere }: CallProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="call">
      <a class="call-button" href={`tel:${digits}`}>
        <Icon name="phone" />
        <span>
          {i18n._({ id: 'call.call', message: 'Call' })} <bdi dir="ltr">{digits}</bdi>
        </span>
      </a>
      <p class="quiet">
        {note}{' '}
        <Button kind="quiet" onClick={onElsewhere}>
          {i18n._({ id: 'call.elsewhere', message: 'I am somewhere else' })}
        </Button>
      </p>
    </div>
  )
}
