import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { changePatient, type Patient } from '../../api/patients.ts'
import type { Answered } from '../../api/request.ts'
import { readAgain } from '../../app/query.ts'
import { problemWords } from '../../words/problem-words.ts'
import { phoneOf } from '../new-session/chosen.ts'

interface SendDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly patient: Answered<Patient>
  readonly onSend: (by: 'email' | 'sms') => Promise<boolean>
}

/** Where the link goes: to what is on record, or to what is told now and put on record. */
export function SendDialog({ isOpen, onClose, patient, onSend }: SendDialogProps): JSX.Element {
  const { i18n } = useApp()
  const ways = useRef<HTMLDivElement>(null)
  // After the dialog is open, which gives the focus to its way out.
  useEffect(() => {
    if (isOpen) ways.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [isOpen])
  return (
    <Sheet
      title={i18n._({ id: 'sheet-page.send', message: 'Send the link' })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <div class="stack" ref={ways}>
        <Ways patient={patient} onSend={onSend} onClose={onClose} />
      </div>
    </Sheet>
  )
}

function Ways({ patient, onSend, onClose }: Omit<SendDialogProps, 'isOpen'>): JSX.Element {
  const { i18n } = useApp()
  const { email, phone } = patient.value
  const sendBy = async (by: 'email' | 'sms'): Promise<void> => {
    if (await onSend(by)) onClose()
  }
  const send = (by: 'email' | 'sms') => void sendBy(by).catch(reportError)
  return (
    <>
      {email === null ? null : (
        <Button kind="main" onClick={() => send('email')}>
          {i18n._({ id: 'sheet-page.send.email', message: 'E-mail' })} <bdi>{email}</bdi>
        </Button>
      )}
      {phone === null ? null : (
        <Button kind={email === null ? 'main' : 'plain'} onClick={() => send('sms')}>
          {i18n._({ id: 'sheet-page.send.sms', message: 'Text message' })}{' '}
          <bdi dir="ltr">{phone}</bdi>
        </Button>
      )}
      {email === null || phone === null ? <AddressForm patient={patient} onTold={send} /> : null}
    </>
  )
}

interface AddressFormProps {
  readonly patient: Answered<Patient>
  readonly onTold: (by: 'email' | 'sms') => void
}

/** An address that is not on record yet: it is put there first, so that a lost link can go to it again. */
function AddressForm({ patient, onTold }: AddressFormProps): JSX.Element {
  const { i18n } = useApp()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState('')
  const tell = async (): Promise<void> => {
    const by = typed.includes('@') ? 'email' : 'sms'
    const change = by === 'email' ? { email: typed.trim() } : { phone: phoneOf(typed) }
    const reply = await changePatient(patient.value.patientId, change, patient.etag)
    if (reply.ok) {
      await readAgain('patients', patient.value.patientId)
      onTold(by)
      return
    }
    const [issue] = reply.problem.issues
    setError(issue?.diagnostics ?? problemWords(i18n, reply.problem))
  }
  return (
    <form
      class="stack-s"
      onSubmit={(event) => {
        event.preventDefault()
        void tell().catch(reportError)
      }}
    >
      <Field
        label={i18n._({ id: 'sheet-page.send.other', message: 'Another address' })}
        hint={i18n._({
          id: 'sheet-page.send.hint',
          message:
            'An e-mail address, or a phone number with its country. It is kept with the patient.',
        })}
        value={typed}
        onInput={setTyped}
        error={error}
      />
      <Button type="submit" disabled={typed.trim() === ''}>
        {i18n._({ id: 'sheet-page.send.keep', message: 'Keep it and send' })}
      </Button>
    </form>
  )
}
