import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import type { AnsweringHours, Clinic } from '../../../api/settings.ts'
import { SettingsForm } from '../form/clinic-form.tsx'
import { orNull } from '../form/or-null.ts'
import { TextSetting } from '../form/settings-fields.tsx'
import type { ClinicForm, ClinicPart } from '../form/use-clinic-form.ts'
import { HoursEditor } from './hours-editor.tsx'
import { AnsweringPreview } from './answering-preview.tsx'

interface Draft {
  readonly openingHours: string
  readonly who: string
  readonly hours: readonly AnsweringHours[]
}

const PART: ClinicPart<Draft> = {
  draftOf: ({ settings: { openingHours, answering } }) => ({
    openingHours: openingHours ?? '',
    who: answering.who ?? '',
    hours: answering.hours,
  }),
  changeOf: ({ openingHours, who, hours }) => ({
    settings: { openingHours: orNull(openingHours), answering: { who: orNull(who), hours } },
  }),
}

/** When the clinic is open, and when somebody reads what patients write. */
export function HoursPart(): JSX.Element {
  const { i18n } = useApp()
  const words = i18n._({
    id: 'settings.hours.order',
    message: 'Type both times, the end later than the start.',
  })
  const faultsOf = ({ hours }: Draft) =>
    Object.fromEntries(
      hours.flatMap((one, index) =>
        isInOrder(one) ? [] : [[`settings.answering.hours[${index}].until`, words]],
      ),
    )
  return (
    <SettingsForm part={{ ...PART, faultsOf }}>
      {(form, clinic) => <Fields form={form} clinic={clinic} />}
    </SettingsForm>
  )
}

function isInOrder({ from, until }: AnsweringHours): boolean {
  return from !== '' && from < until
}

interface FieldsProps {
  readonly form: ClinicForm<Draft>
  readonly clinic: Clinic
}

function Fields({ form: { draft, change }, clinic }: FieldsProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <TextSetting
        label={i18n._({ id: 'settings.opening', message: 'Opening hours, in your words' })}
        hint={i18n._({
          id: 'settings.opening.hint',
          message: 'Stands on the sheet: Monday to Friday 9 to 18, closed at lunch.',
        })}
        field="settings.openingHours"
        isLong
        maxLength={500}
        value={draft.openingHours}
        onInput={(openingHours) => change({ openingHours })}
      />
      <TextSetting
        label={i18n._({ id: 'settings.who', message: 'Who reads messages and check-ins' })}
        hint={i18n._({
          id: 'settings.who.hint',
          message: 'As patients are told: our nurse, Dr Aziz, the front desk.',
        })}
        field="settings.answering.who"
        maxLength={200}
        value={draft.who}
        onInput={(who) => change({ who })}
      />
      <HoursEditor hours={draft.hours} onChange={(hours) => change({ hours })} />
      <AnsweringPreview hours={draft.hours.filter(isInOrder)} who={draft.who} zone={clinic.zone} />
    </>
  )
}
