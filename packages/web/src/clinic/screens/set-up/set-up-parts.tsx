import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Choice } from '../../../components/choice.tsx'
import { Field } from '../../../components/field.tsx'
import type { Problem } from '../../api/request.ts'
import type { NewClinic } from '../../api/team.ts'
import { CountrySelect } from '../../components/country-select.tsx'
import { NewPasswordField } from '../../components/new-password-field.tsx'
import { LocaleSelect } from '../../components/locale-select.tsx'
import { ZoneSelect } from '../../components/zone-select.tsx'
import { issueText } from '../../words/issue-words.ts'

export type NewClinicDraft = Omit<NewClinic, 'token'>

interface PartProps {
  readonly draft: NewClinicDraft
  readonly change: (part: Partial<NewClinicDraft>) => void
  readonly problem: Problem | null
}

/** What the clinic is called, and where it is. */
export function ClinicPart({ draft, change, problem }: PartProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <h2>{i18n._({ id: 'set-up.clinic', message: 'The clinic' })}</h2>
      <Field
        label={i18n._({ id: 'set-up.clinic-name', message: 'Name of the clinic' })}
        autocomplete="organization"
        maxLength={200}
        value={draft.clinicName}
        onInput={(clinicName) => change({ clinicName })}
        {...errorAt(issueText(i18n, problem, 'clinicName'))}
      />
      <CountrySelect
        value={draft.country === '' ? null : draft.country}
        onChange={(country) => change({ country: country ?? '' })}
        {...errorAt(issueText(i18n, problem, 'country'))}
      />
      <ZoneSelect
        value={draft.zone}
        {...errorAt(issueText(i18n, problem, 'zone'))}
        hint={i18n._({ id: 'set-up.zone.hint', message: 'Your opening hours are told in it.' })}
        onChange={(zone) => change({ zone })}
      />
      <LocaleSelect
        label={i18n._({ id: 'set-up.locale', message: 'Language of the clinic’s mails' })}
        value={draft.locale}
        onChange={(locale) => change({ locale })}
      />
    </>
  )
}

/** Who runs it: the first person of its team. */
export function PersonPart({ draft, change, problem }: PartProps): JSX.Element {
  const { i18n } = useApp()
  const at = (field: string) => errorAt(issueText(i18n, problem, field))
  return (
    <>
      <h2>{i18n._({ id: 'set-up.you', message: 'You' })}</h2>
      <Field
        label={i18n._({ id: 'join-team.name', message: 'Your name' })}
        autocomplete="name"
        maxLength={100}
        value={draft.name}
        onInput={(name) => change({ name })}
        {...at('name')}
      />
      <Field
        label={i18n._({ id: 'sign-in.email', message: 'E-mail address' })}
        hint={i18n._({ id: 'set-up.email.hint', message: 'You sign in with it.' })}
        type="email"
        autocomplete="username"
        dir="ltr"
        value={draft.email}
        onInput={(email) => change({ email })}
        {...at('email')}
      />
      <NewPasswordField
        label={i18n._({ id: 'join-team.password', message: 'Password' })}
        value={draft.password}
        onInput={(password) => change({ password })}
        error={issueText(i18n, problem, 'password')}
      />
      <ClinicianChoice draft={draft} change={change} problem={problem} />
    </>
  )
}

function ClinicianChoice({ draft, change }: PartProps): JSX.Element {
  const { i18n } = useApp()
  const label = i18n._({
    id: 'set-up.clinician',
    message: 'I treat patients and decide about their care',
  })
  return (
    <Choice
      legend={i18n._({ id: 'set-up.clinician.legend', message: 'What you do' })}
      isLegendUnseen
      name="clinician"
      isMultiple
      options={[
        {
          value: 'yes',
          label,
          hint: i18n._({
            id: 'set-up.clinician.hint',
            message: 'Makes you a clinician too: only clinicians clear and shorten.',
          }),
        },
      ]}
      chosen={draft.alsoClinician ? ['yes'] : []}
      onChange={(chosen) => change({ alsoClinician: chosen.includes('yes') })}
    />
  )
}

function errorAt(error: string | undefined): { readonly error?: string } {
  return error === undefined ? {} : { error }
}
