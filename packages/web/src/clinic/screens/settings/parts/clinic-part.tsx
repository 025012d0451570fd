import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { countryName } from '../../../../words/country-name.ts'
import { LOCALE_NAMES, LOCALES } from '../../../../words/locale.ts'
import { CountrySelect } from '../../../components/country-select.tsx'
import { LocaleSelect } from '../../../components/locale-select.tsx'
import { ZoneSelect } from '../../../components/zone-select.tsx'
import { zoneName } from '../../../components/zones.ts'
import { SettingsForm } from '../form/clinic-form.tsx'
import { useSetting } from '../form/setting-context.ts'
import { Held, TextSetting } from '../form/settings-fields.tsx'
import type { ClinicForm, ClinicPart as EditedPart } from '../form/use-clinic-form.ts'

interface Draft {
  readonly name: string
  readonly country: string | null
  readonly zone: string
  readonly locale: string
}

const PART: EditedPart<Draft> = {
  draftOf: ({ name, country, zone, locale }) => ({ name, country, zone, locale }),
  changeOf: (draft) => draft,
}

/** What the clinic is called, and where it is. */
export function ClinicPart(): JSX.Element {
  return <SettingsForm part={PART}>{(form) => <Fields form={form} />}</SettingsForm>
}

function Fields({ form: { draft, change } }: { readonly form: ClinicForm<Draft> }): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <TextSetting
        label={i18n._({ id: 'set-up.clinic-name', message: 'Name of the clinic' })}
        field="name"
        maxLength={200}
        value={draft.name}
        onInput={(name) => change({ name })}
      />
      <Country draft={draft} change={change} />
      <Zone draft={draft} change={change} />
      <Language draft={draft} change={change} />
    </>
  )
}

type EditProps = Pick<ClinicForm<Draft>, 'draft' | 'change'>

function Country({ draft: { country }, change }: EditProps): JSX.Element {
  const { i18n, locale } = useApp()
  const { isReadOnly } = useSetting()
  const label = i18n._({ id: 'console.country', message: 'Country' })
  if (isReadOnly)
    return <Held label={label}>{country === null ? null : countryName(country, locale)}</Held>
  return (
    <CountrySelect
      value={country}
      hint={i18n._({
        id: 'settings.country.hint',
        message:
          'For reading phone numbers. The emergency number is never taken from it by itself.',
      })}
      onChange={(chosen) => change({ country: chosen })}
    />
  )
}

function Zone({ draft: { zone }, change }: EditProps): JSX.Element {
  const { i18n } = useApp()
  const { isReadOnly } = useSetting()
  if (isReadOnly)
    return <Held label={i18n._({ id: 'zone.label', message: 'Time zone' })}>{zoneName(zone)}</Held>
  return (
    <ZoneSelect
      value={zone}
      hint={i18n._({
        id: 'settings.zone.hint',
        message: 'Your hours are told in it. A patient’s plan follows the patient’s own zone.',
      })}
      onChange={(chosen) => change({ zone: chosen })}
    />
  )
}

function Language({ draft, change }: EditProps): JSX.Element {
  const { i18n } = useApp()
  const { isReadOnly } = useSetting()
  const label = i18n._({ id: 'settings.locale', message: 'Language of the clinic' })
  const held = LOCALES.find((one) => one === draft.locale)
  if (isReadOnly) return <Held label={label}>{held ? LOCALE_NAMES[held] : draft.locale}</Held>
  return (
    <LocaleSelect
      label={label}
      hint={i18n._({
        id: 'settings.locale.hint',
        message: 'For mails to the team, and for patients whose own language is not known.',
      })}
      value={draft.locale}
      onChange={(locale) => change({ locale })}
    />
  )
}
