import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { countryName } from '../../../../words/country-name.ts'
import type { Clinic } from '../../../api/settings.ts'
import { useEmergencyNumbers } from '../../../components/country-select.tsx'
import { SettingsForm } from '../form/clinic-form.tsx'
import { useSetting } from '../form/setting-context.ts'
import { TextSetting } from '../form/settings-fields.tsx'
import type { ClinicForm, ClinicPart } from '../form/use-clinic-form.ts'
import { useUrlFaults } from '../form/url-faults.ts'
import { orNull } from '../form/or-null.ts'

interface Draft {
  readonly phone: string
  readonly emergencyNumber: string
  readonly bookingUrl: string
  readonly virtualVisitUrl: string
}

const PART: ClinicPart<Draft> = {
  draftOf: ({ settings }) => ({
    phone: settings.phone ?? '',
    emergencyNumber: settings.emergencyNumber ?? '',
    bookingUrl: settings.bookingUrl ?? '',
    virtualVisitUrl: settings.virtualVisitUrl ?? '',
  }),
  changeOf: ({ phone, emergencyNumber, bookingUrl, virtualVisitUrl }) => ({
    settings: {
      phone: orNull(phone),
      emergencyNumber: orNull(emergencyNumber),
      bookingUrl: orNull(bookingUrl),
      virtualVisitUrl: orNull(virtualVisitUrl),
    },
  }),
}

/** How patients reach the clinic, and whom they call in an emergency. */
export function ReachPart(): JSX.Element {
  const faultsOfUrls = useUrlFaults()
  const faultsOf = ({ bookingUrl, virtualVisitUrl }: Draft) =>
    faultsOfUrls({
      'settings.bookingUrl': bookingUrl,
      'settings.virtualVisitUrl': virtualVisitUrl,
    })
  return (
    <SettingsForm part={{ ...PART, faultsOf }}>
      {(form, clinic) => (
        <>
          <Numbers form={form} clinic={clinic} />
          <Links form={form} />
        </>
      )}
    </SettingsForm>
  )
}

interface FieldsProps {
  readonly form: ClinicForm<Draft>
}

function Numbers({
  form: { draft, change },
  clinic,
}: FieldsProps & { readonly clinic: Clinic }): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <TextSetting
        label={i18n._({ id: 'settings.phone', message: 'Phone of the clinic' })}
        hint={i18n._({
          id: 'settings.phone.hint',
          message:
            'Stands on the sheet and on the care cards: with the country code, +971 4 000 0000.',
        })}
        field="settings.phone"
        type="tel"
        dir="ltr"
        maxLength={40}
        value={draft.phone}
        onInput={(phone) => change({ phone })}
      />
      <TextSetting
        label={i18n._({ id: 'settings.emergency', message: 'Emergency number' })}
        hint={i18n._({
          id: 'settings.emergency.hint',
          message:
            'The number that your patients call for an ambulance. Somebody at the clinic checks it before it is saved.',
        })}
        field="settings.emergencyNumber"
        type="tel"
        dir="ltr"
        maxLength={20}
        value={draft.emergencyNumber}
        onInput={(emergencyNumber) => change({ emergencyNumber })}
      />
      <Offered
        clinic={clinic}
        chosen={draft.emergencyNumber}
        onTake={(emergencyNumber) => change({ emergencyNumber })}
      />
    </>
  )
}

interface OfferedProps {
  readonly clinic: Clinic
  readonly chosen: string
  readonly onTake: (number: string) => void
}

/** What the sourced list says of the country: a person takes it, or not. */
function Offered({ clinic: { country }, chosen, onTake }: OfferedProps): JSX.Element | null {
  const { i18n, locale } = useApp()
  const { isReadOnly } = useSetting()
  const numbers = useEmergencyNumbers()
  const found =
    numbers.state === 'there' ? numbers.value.find((one) => one.country === country) : undefined
  const number = found?.ambulance ?? found?.emergency
  if (isReadOnly || country === null || numbers.state !== 'there' || number === chosen) return null
  if (number === undefined) return chosen === '' ? <NoneOffered country={country} /> : null
  return (
    <p class="cluster">
      <span>
        {i18n._({
          id: 'settings.emergency.offered',
          message: 'Our list has {number} for {country}.',
          values: { number, country: countryName(country, locale) },
        })}
      </span>
      <Button onClick={() => onTake(number)}>
        {i18n._({
          id: 'settings.emergency.take',
          message: 'I have checked it: use {number}',
          values: { number },
        })}
      </Button>
    </p>
  )
}

/** Two sources did not agree on one, or there are none. */
function NoneOffered({ country }: { readonly country: string }): JSX.Element {
  const { i18n, locale } = useApp()
  return (
    <p class="notice">
      {i18n._({
        id: 'settings.emergency.none',
        message: 'Our list has no checked number for {country}. Type the one that is called there.',
        values: { country: countryName(country, locale) },
      })}
    </p>
  )
}

function Links({ form: { draft, change } }: FieldsProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <TextSetting
        label={i18n._({ id: 'settings.booking', message: 'Booking page' })}
        hint={i18n._({
          id: 'settings.booking.hint',
          message: 'Where patients book their next session. An address that begins with https://.',
        })}
        field="settings.bookingUrl"
        type="url"
        dir="ltr"
        maxLength={2000}
        value={draft.bookingUrl}
        onInput={(bookingUrl) => change({ bookingUrl })}
      />
      <TextSetting
        label={i18n._({ id: 'settings.video', message: 'Video visit page' })}
        hint={i18n._({
          id: 'settings.video.hint',
          message: 'Where patients ask for a call by video, if you offer it.',
        })}
        field="settings.virtualVisitUrl"
        type="url"
        dir="ltr"
        maxLength={2000}
        value={draft.virtualVisitUrl}
        onInput={(virtualVisitUrl) => change({ virtualVisitUrl })}
      />
    </>
  )
}
