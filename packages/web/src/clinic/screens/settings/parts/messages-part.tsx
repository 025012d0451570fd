import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { useStaff } from '../../../app/console-context.ts'
import { SettingsForm } from '../form/clinic-form.tsx'
import { ChoiceSetting, TextSetting } from '../form/settings-fields.tsx'
import type { ClinicForm, ClinicPart } from '../form/use-clinic-form.ts'
import { Channels } from './channels.tsx'

interface Draft {
  readonly checkInAt: string
  readonly hasDigest: boolean
  readonly digestAt: string
  readonly hasQuiet: boolean
  readonly quietFrom: string
  readonly quietUntil: string
  readonly nameInMessages: boolean
}

const USUAL = { digestAt: '09:00', quietFrom: '21:00', quietUntil: '08:00' }

const PART: ClinicPart<Draft> = {
  draftOf: ({ settings: { checkInAt, digestAt, quietHours, nameInMessages } }) => ({
    checkInAt,
    hasDigest: digestAt !== null,
    digestAt: digestAt ?? USUAL.digestAt,
    hasQuiet: quietHours !== null,
    quietFrom: quietHours?.from ?? USUAL.quietFrom,
    quietUntil: quietHours?.until ?? USUAL.quietUntil,
    nameInMessages,
  }),
  changeOf: ({ checkInAt, nameInMessages, ...rest }) => ({
    settings: {
      checkInAt,
      nameInMessages,
      digestAt: rest.hasDigest ? rest.digestAt : null,
      quietHours: rest.hasQuiet ? { from: rest.quietFrom, until: rest.quietUntil } : null,
    },
  }),
}

/** When patients are written to, and by which ways. */
export function MessagesPart(): JSX.Element {
  const { may } = useStaff()
  return (
    <>
      <SettingsForm part={PART}>
        {(form) => (
          <>
            <Times form={form} />
            <Quiet form={form} />
            <NameChoice form={form} />
          </>
        )}
      </SettingsForm>
      {may('owner') ? <Channels /> : null}
    </>
  )
}

interface FieldsProps {
  readonly form: ClinicForm<Draft>
}

function Times({ form: { draft, change } }: FieldsProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <TextSetting
        label={i18n._({ id: 'settings.check-in-at', message: 'Ask for the check-in at' })}
        hint={i18n._({
          id: 'settings.check-in-at.hint',
          message: 'On the patient’s own clock, and only those who agreed to be asked.',
        })}
        field="settings.checkInAt"
        type="time"
        value={draft.checkInAt}
        onInput={(checkInAt) => change({ checkInAt })}
      />
      <YesNo
        legend={i18n._({
          id: 'settings.digest',
          message: 'What comes on one day goes in one message',
        })}
        name="digest"
        isOn={draft.hasDigest}
        onChange={(hasDigest) => change({ hasDigest })}
      />
      {draft.hasDigest ? (
        <TextSetting
          label={i18n._({ id: 'settings.digest-at', message: 'The day’s message goes at' })}
          field="settings.digestAt"
          type="time"
          value={draft.digestAt}
          onInput={(digestAt) => change({ digestAt })}
        />
      ) : null}
    </>
  )
}

function Quiet({ form: { draft, change } }: FieldsProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <YesNo
        legend={i18n._({ id: 'settings.quiet', message: 'Quiet hours: nothing is sent in them' })}
        name="quiet"
        isOn={draft.hasQuiet}
        onChange={(hasQuiet) => change({ hasQuiet })}
      />
      {draft.hasQuiet ? (
        <div class="cluster">
          <TextSetting
            label={i18n._({ id: 'settings.quiet.from', message: 'Quiet from' })}
            field="settings.quietHours.from"
            type="time"
            value={draft.quietFrom}
            onInput={(quietFrom) => change({ quietFrom })}
          />
          <TextSetting
            label={i18n._({ id: 'settings.quiet.until', message: 'Quiet until' })}
            field="settings.quietHours.until"
            type="time"
            value={draft.quietUntil}
            onInput={(quietUntil) => change({ quietUntil })}
          />
        </div>
      ) : null}
    </>
  )
}

function NameChoice({ form: { draft, change } }: FieldsProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <YesNo
        legend={i18n._({
          id: 'settings.names',
          message: 'Write the clinic’s name into mails and text messages',
        })}
        name="names"
        isOn={draft.nameInMessages}
        onChange={(nameInMessages) => change({ nameInMessages })}
      />
      <p class="quiet">
        {i18n._({
          id: 'settings.names.hint',
          message:
            'Who sees the phone then sees which clinic writes. Without it messages are neutral.',
        })}
      </p>
    </>
  )
}

interface YesNoProps {
  readonly legend: string
  readonly name: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

function YesNo({ legend, name, isOn, onChange }: YesNoProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <ChoiceSetting
      legend={legend}
      name={name}
      isCompact
      options={[
        { value: 'yes', label: i18n._({ id: 'settings.yes', message: 'Yes' }) },
        { value: 'no', label: i18n._({ id: 'settings.no', message: 'No' }) },
      ]}
      chosen={[isOn ? 'yes' : 'no']}
      onChange={([chosen]) => onChange(chosen === 'yes')}
    />
  )
}
