import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { SettingsForm } from '../form/clinic-form.tsx'
import { linesOf } from '../form/lines.ts'
import { TextSetting } from '../form/settings-fields.tsx'
import type { ClinicForm, ClinicPart } from '../form/use-clinic-form.ts'

interface Draft {
  readonly alertEmails: string
  readonly escalationEmails: string
  readonly acknowledgeWithin: string
}

const PART: ClinicPart<Draft> = {
  draftOf: ({ settings: { alertEmails, escalationEmails, acknowledgeWithinMin } }) => ({
    alertEmails: alertEmails.join('\n'),
    escalationEmails: escalationEmails.join('\n'),
    acknowledgeWithin: String(acknowledgeWithinMin),
  }),
  changeOf: ({ alertEmails, escalationEmails, acknowledgeWithin }) => ({
    settings: {
      alertEmails: linesOf(alertEmails),
      escalationEmails: linesOf(escalationEmails),
      acknowledgeWithinMin: Number(acknowledgeWithin),
    },
  }),
}

/** Who is told of an urgent check-in, and what happens when nobody looks. */
export function UrgentPart(): JSX.Element {
  const { i18n } = useApp()
  const words = i18n._({
    id: 'settings.within.wrong',
    message: 'Type a whole number of minutes from 1 to 1440.',
  })
  const faultsOf = ({ acknowledgeWithin }: Draft) =>
    isMinutes(acknowledgeWithin) ? {} : { 'settings.acknowledgeWithinMin': words }
  return (
    <SettingsForm part={{ ...PART, faultsOf }}>{(form) => <Fields form={form} />}</SettingsForm>
  )
}

function isMinutes(text: string): boolean {
  const minutes = Number(text)
  return text.trim() !== '' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 1_440
}

function Fields({ form: { draft, change } }: { readonly form: ClinicForm<Draft> }): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <TextSetting
        label={i18n._({ id: 'settings.alert-emails', message: 'Told at once, by e-mail' })}
        hint={i18n._({
          id: 'settings.alert-emails.hint',
          message: 'One address a line. With none, every clinician and owner is told.',
        })}
        field="settings.alertEmails"
        isLong
        dir="ltr"
        value={draft.alertEmails}
        onInput={(alertEmails) => change({ alertEmails })}
      />
      <Within draft={draft} change={change} />
      <TextSetting
        label={i18n._({ id: 'settings.escalation-emails', message: 'Told then' })}
        hint={i18n._({
          id: 'settings.escalation-emails.hint',
          message: 'One address a line. With none, every clinician and owner is told again.',
        })}
        field="settings.escalationEmails"
        isLong
        dir="ltr"
        value={draft.escalationEmails}
        onInput={(escalationEmails) => change({ escalationEmails })}
      />
      <p class="quiet">
        {i18n._({
          id: 'settings.urgent.mail',
          message:
            'The mail names nobody: it holds a link to the check-in, which opens after signing in.',
        })}
      </p>
    </>
  )
}

function Within({ draft, change }: Pick<ClinicForm<Draft>, 'draft' | 'change'>): JSX.Element {
  const { i18n } = useApp()
  return (
    <TextSetting
      label={i18n._({
        id: 'settings.within',
        message: 'Minutes until it goes further, if nobody takes it',
      })}
      hint={i18n._({
        id: 'settings.within.hint',
        message: 'From the check-in until somebody presses “Take it”.',
      })}
      field="settings.acknowledgeWithinMin"
      type="number"
      min="1"
      max="1440"
      value={draft.acknowledgeWithin}
      onInput={(acknowledgeWithin) => change({ acknowledgeWithin })}
    />
  )
}
