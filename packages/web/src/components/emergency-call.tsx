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

/** The emergency number of the country that the person confirmed, to call with one tap; else the question which one. */
export function EmergencyCall(): JSX.Element | null {
  const { record } = useApp()
  const [numbers, setNumbers] = useState<readonly EmergencyNumber[]>([])
  const [isChoosing, setChoosing] = useState(false)
  useEffect(
    () => whenLoaded(fetchData<readonly EmergencyNumber[]>('emergency-numbers'), setNumbers),
    [],
  )
  const chosen = numbers.find(({ country }) => country === record.country)
  if (numbers.length === 0) return null
  if (chosen && !isChoosing) return <Call number={chosen} onElsewhere={() => setChoosing(true)} />
  return <CountryField numbers={numbers} onDone={() => setChoosing(false)} />
}

interface CallProps {
  readonly number: EmergencyNumber
  readonly onElsewhere: () => void
}

function Call({ number, onElsewhere }: CallProps): JSX.Element {
  const { i18n, locale } = useApp()
  const digits = number.ambulance ?? number.emergency
  const country = countryName(number.country, locale)
  return (
    <div class="call">
      <a class="call-button" href={`tel:${digits}`}>
        <Icon name="phone" />
        <span>
          {i18n._({ id: 'call.call', message: 'Call' })} <bdi dir="ltr">{digits}</bdi>
        </span>
      </a>
      <p class="quiet">
        {i18n._({
          id: 'call.country',
          message: 'The number in {country}.',
          values: { country },
        })}{' '}
        <Button kind="quiet" onClick={onElsewhere}>
          {i18n._({ id: 'call.elsewhere', message: 'I am somewhere else' })}
        </Button>
      </p>
    </div>
  )
}
