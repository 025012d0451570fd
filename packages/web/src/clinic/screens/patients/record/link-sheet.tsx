import { toQr } from '@afterglow/formats'
import { parseInstant, unreachable } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Choice } from '../../../../components/choice.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { tellLostPhone } from '../../../api/access.ts'
import { type Invitation, invite, type Inviting } from '../../../api/invitations.ts'
import type { Patient } from '../../../api/patients.ts'
import type { Reply } from '../../../api/request.ts'
import { CopyButton } from '../../../components/copy-button.tsx'
import { Form } from '../../../components/form.tsx'
import { FormEnd } from '../change/form-end.tsx'
import { usePatient } from '../page/patient-context.ts'
import { useTelling } from '../use-telling.ts'

/** Whose link is wanted; with a lost phone every other way in ends. */
export type LinkWish = 'patient' | 'caregiver' | 'lost-phone'

interface LinkSheetProps {
  /** Null while none is wanted. */
  readonly wish: LinkWish | null
  readonly onClose: () => void
}

/** Makes a link, and shows it this once. */
export function LinkSheet({ wish, onClose }: LinkSheetProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Sheet
      title={wish === null ? '' : wishTitle(i18n, wish)}
      isOpen={wish !== null}
      onClose={onClose}
    >
      {wish === null ? null : <LinkForm key={wish} wish={wish} onClose={onClose} />}
    </Sheet>
  )
}

function wishTitle(i18n: I18n, wish: LinkWish): string {
  switch (wish) {
    case 'patient':
      return i18n._({ id: 'patient.link.patient', message: 'A link for the patient' })
    case 'caregiver':
      return i18n._({ id: 'patient.link.caregiver', message: 'A link for a caregiver' })
    case 'lost-phone':
      return i18n._({ id: 'patient.link.lost', message: 'The phone is lost' })
    default:
      return unreachable(wish)
  }
}

interface LinkFormProps {
  readonly wish: LinkWish
  readonly onClose: () => void
}

function LinkForm({ wish, onClose }: LinkFormProps): JSX.Element {
  const { i18n } = useApp()
  const { patient, renew } = usePatient()
  const telling = useTelling()
  const [send, setSend] = useState<'email' | 'sms' | 'none'>('none')
  const [withCode, setWithCode] = useState(false)
  const [made, setMade] = useState<Invitation | null>(null)
  const submit = async () => {
    const done = await telling.tell((key) =>
      make(wish, { patientId: patient.patientId, form: { send, withCode }, key }),
    )
    if (!done) return
    setMade(done.value)
    await renew()
  }
  if (made) return <MadeLink made={made} />
  return (
    <Form onSubmit={() => void submit()}>
      <p>{leadOf(i18n, wish)}</p>
      <SendChoice patient={patient} send={send} onChoose={setSend} error={telling.at('send')} />
      <label class="check-line">
        <input
          type="checkbox"
          checked={withCode}
          onChange={(event) => setWithCode(event.currentTarget.checked)}
        />
        {i18n._({
          id: 'patient.link.code',
          message: 'Also six digits, which you tell them yourself',
        })}
      </label>
      <FormEnd
        telling={telling}
        fields={['send']}
        word={
          wish === 'lost-phone'
            ? i18n._({ id: 'patient.link.lost.do', message: 'End all, make a new link' })
            : i18n._({ id: 'patient.link.do', message: 'Make the link' })
        }
        isReady
        onDone={onClose}
      />
    </Form>
  )
}

interface Making {
  readonly patientId: string
  readonly form: Required<Pick<Inviting, 'send' | 'withCode'>>
  readonly key: string
}

function make(wish: LinkWish, { patientId, form, key }: Making): Promise<Reply<Invitation>> {
  return wish === 'lost-phone'
    ? tellLostPhone(patientId, form, key)
    : invite(patientId, { ...form, kind: wish }, key)
}

function leadOf(i18n: I18n, wish: LinkWish): string {
  if (wish === 'lost-phone')
    return i18n._({
      id: 'patient.link.lost.lead',
      message:
        'Every device of theirs is signed out at once, caregivers’ too, and links that are open are good no longer.',
    })
  if (wish === 'caregiver')
    return i18n._({
      id: 'patient.link.caregiver.lead',
      message:
        'Somebody who looks after them sees the plan and can check in for them. Ask the patient first.',
    })
  return i18n._({
    id: 'patient.link.lead',
    message: 'It opens their plan on their phone. Good for 72 hours and one use.',
  })
}

interface SendChoiceProps {
  readonly patient: Patient
  readonly send: 'email' | 'sms' | 'none'
  readonly onChoose: (send: 'email' | 'sms' | 'none') => void
  readonly error: string | undefined
}

/** Only what there is an address for. */
function SendChoice({ patient, send, onChoose, error }: SendChoiceProps): JSX.Element {
  const { i18n } = useApp()
  const ways = [
    {
      value: 'none',
      label: i18n._({ id: 'patient.link.show', message: 'Show it here, to scan or copy' }),
    },
    ...(patient.email
      ? [
          {
            value: 'email',
            label: i18n._({ id: 'patient.link.email', message: 'Send it by e-mail' }),
            hint: patient.email,
          },
        ]
      : []),
    ...(patient.phone
      ? [
          {
            value: 'sms',
            label: i18n._({ id: 'patient.link.sms', message: 'Send it by text message' }),
            hint: patient.phone,
          },
        ]
      : []),
  ]
  return (
    <>
      <Choice
        legend={i18n._({ id: 'patient.link.send', message: 'How they get it' })}
        name="send"
        options={ways}
        chosen={[send]}
        onChange={([next]) => onChoose(next === 'email' || next === 'sms' ? next : 'none')}
      />
      {error === undefined ? null : (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </>
  )
}

/** The server keeps only what it can check it by: it is shown this once. */
function MadeLink({ made }: { readonly made: Invitation }): JSX.Element {
  const { i18n, format, at } = useApp()
  const until = parseInstant(made.expiresAt)
  const square = toQr(made.link)
  return (
    <>
      <p role="status">
        {made.sent === 'none'
          ? i18n._({
              id: 'patient.link.made',
              message: 'Shown this once: let them scan it, or copy it.',
            })
          : i18n._({ id: 'patient.link.sent', message: 'It is on its way. It is also here:' })}
      </p>
      {square.ok ? (
        <img
          class="link-square"
          src={`data:image/svg+xml;utf8,${encodeURIComponent(square.value)}`}
          alt={i18n._({ id: 'patient.link.square', message: 'Square code with the link' })}
        />
      ) : null}
      <p class="link-text" dir="ltr">
        {made.link}
      </p>
      <CopyButton text={made.link} />
      {made.code === undefined ? null : (
        <p>
          {i18n._({ id: 'patient.link.digits', message: 'Tell them these six digits yourself:' })}{' '}
          <b dir="ltr">{made.code}</b>
        </p>
      )}
      {until === undefined ? null : (
        <p class="quiet">
          {i18n._({
            id: 'patient.link.until',
            message: 'Good until {when}.',
            values: { when: format.shortDayTime(until, at) },
          })}
        </p>
      )}
    </>
  )
}
