import type { ComponentChildren, JSX } from 'preact'
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
  const { emergencyNumber } = record.clinic?.card ?? {}
  if (emergencyNumber && record.country === null && !isChoosing)
    return <ClinicsNumber digits={emergencyNumber} onElsewhere={() => setChoosing(true)} />
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
  const country = countryName(number.country, locale)
  return (
    <CallLink digits={number.ambulance ?? number.emergency} onElsewhere={onElsewhere}>
      {i18n._({
        id: 'call.country',
        message: 'The number in {country}.',
        values: { country },
      })}
    </CallLink>
  )
}

interface CallLinkProps {
  readonly digits: string
  readonly onElsewhere: () => void
  readonly children?: ComponentChildren
}

/** The one that the clinic gives, until the person says where they are. */
function ClinicsNumber(props: CallLinkProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <CallLink {...props}>
      {i18n._({ id: 'call.clinics', message: 'The emergency number that your clinic gives.' })}
    </CallLink>
  )
}

function CallLink({ digits, onElsewhere, children }: CallLinkProps): JSX.Element {
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
        {children}{' '}
        <Button kind="quiet" onClick={onElsewhere}>
          {i18n._({ id: 'call.elsewhere', message: 'I am somewhere else' })}
        </Button>
      </p>
    </div>
  )
}
