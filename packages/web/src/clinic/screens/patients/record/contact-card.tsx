import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type App, useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { changePatient, type Patient } from '../../../api/patients.ts'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { Form } from '../../../components/form.tsx'
import { Select } from '../../../components/select.tsx'
import { FormEnd } from '../change/form-end.tsx'
import { IDENTITY_FIELDS, IdentityFields, identityOf } from '../list/identity-fields.tsx'
import { languageName } from '../list/patient-table.tsx'
import { channelWord } from '../messages/deliveries-card.tsx'
import { usePatient } from '../page/patient-context.ts'
import { useTelling } from '../use-telling.ts'
import { kindsText, ReminderKinds } from './reminder-kinds.tsx'

/** Who they are, in which language and on which channel they are reached. */
export function ContactCard(): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { may } = useStaff()
  const { patient } = usePatient()
  const [isOpen, setOpen] = useState(false)
  const title = i18n._({ id: 'patient.contact', message: 'Contact and language' })
  return (
    <Card title={title}>
      <dl class="facts">
        {lines(app, patient).map(([word, said]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>
              <bdi>{said}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {may('owner', 'clinician', 'front-desk') ? (
        <div class="quiet-start">
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {i18n._({ id: 'patient.contact.change', message: 'Change' })}
          </Button>
        </div>
      ) : null}
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ContactForm onDone={() => setOpen(false)} />
      </Sheet>
    </Card>
  )
}

function lines(app: App, patient: Patient): readonly (readonly [string, string])[] {
  const none = '–'
  const { i18n } = app
  const { channel, kinds } = patient.preferences
  return [
    [i18n._({ id: 'patients.name', message: 'Name' }), patient.name],
    [i18n._({ id: 'patients.phone', message: 'Phone' }), patient.phone ?? none],
    [i18n._({ id: 'patients.email', message: 'E-mail' }), patient.email ?? none],
    [i18n._({ id: 'patients.reference', message: 'Your number' }), patient.reference ?? none],
    [i18n._({ id: 'patients.language', message: 'Language' }), languageName(patient.locale)],
    [
      i18n._({ id: 'patient.contact.channel', message: 'Reminders by' }),
      channel === null ? anyChannel(i18n) : channelWord(i18n, channel),
    ],
    [i18n._({ id: 'patient.reminders', message: 'Reminders of' }), kindsText(app, kinds)],
  ]
}

function anyChannel(i18n: I18n): string {
  return i18n._({ id: 'patient.contact.any', message: 'Whatever they agreed to' })
}

const CHANNELS = ['email', 'push', 'sms'] as const

function ContactForm({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const { patient, etag, renew } = usePatient()
  const telling = useTelling()
  const [typed, setTyped] = useState(() => ({
    name: patient.name,
    phone: patient.phone ?? '',
    email: patient.email ?? '',
    reference: patient.reference ?? '',
    locale: patient.locale,
  }))
  const [channel, setChannel] = useState<string>(patient.preferences.channel ?? '')
  const [kinds, setKinds] = useState(patient.preferences.kinds)
  const submit = async () => {
    const chosen = CHANNELS.find((one) => one === channel) ?? null
    const change = { ...identityOf(typed), preferences: { channel: chosen, kinds } }
    const done = await telling.tell(() => changePatient(patient.patientId, change, etag))
    if (!done) return
    onDone()
    await renew()
    say(i18n._({ id: 'patient.contact.said', message: 'Contact and language were changed.' }))
  }
  return (
    <Form onSubmit={() => void submit()}>
      <IdentityFields typed={typed} onType={setTyped} telling={telling} />
      <ChannelSelect channel={channel} onChange={setChannel} />
      <ReminderKinds kinds={kinds} onChange={setKinds} />
      <FormEnd
        telling={telling}
        fields={IDENTITY_FIELDS}
        word={i18n._({ id: 'patient.save', message: 'Save' })}
        isReady={typed.name.trim() !== ''}
        onDone={onDone}
      />
    </Form>
  )
}

interface ChannelSelectProps {
  /** Empty: whatever they agreed to. */
  readonly channel: string
  readonly onChange: (channel: string) => void
}

function ChannelSelect({ channel, onChange }: ChannelSelectProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Select
      label={i18n._({ id: 'patient.contact.channel', message: 'Reminders by' })}
      value={channel}
      options={[
        { value: '', label: anyChannel(i18n) },
        ...CHANNELS.map((one) => ({ value: one, label: channelWord(i18n, one) })),
      ]}
      onChange={onChange}
    />
  )
}
