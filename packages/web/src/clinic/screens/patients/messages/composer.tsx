import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { readDevicesOf } from '../../../api/access.ts'
import { writeMessage } from '../../../api/messages.ts'
import { newKey } from '../../../api/request.ts'
import { useConsole } from '../../../app/console-context.ts'
import { useHalfWritten } from '../../../app/half-written.ts'
import { useQuery } from '../../../app/query.ts'
import '../../../components/loaded.css'
import { Form } from '../../../components/form.tsx'
import { FormProblem } from '../form-problem.tsx'
import { languageName } from '../list/patient-table.tsx'
import { usePatient } from '../page/patient-context.ts'
import { type Telling, useTelling } from '../use-telling.ts'

interface Draft {
  readonly body: string
  readonly telling: Telling
  readonly write: (body: string) => void
  readonly submit: () => Promise<void>
}

/** What is being written; what was sent twice is kept once, and other words are another message. */
function useDraft(): Draft {
  const { i18n } = useApp()
  const { say } = useConsole()
  const { patient, renew } = usePatient()
  const telling = useTelling()
  const { patientId } = patient
  const [body, setBody] = useHalfWritten(`message ${patientId}`, () => '')
  const [messageId, setMessageId] = useHalfWritten(`message id ${patientId}`, newKey)
  const submit = async () => {
    if (body.trim() === '' || telling.isBusy) return
    const message = { messageId, body: body.trim() }
    const sent = await telling.tell(() => writeMessage(patientId, message))
    if (!sent) return
    setMessageId(newKey())
    setBody('')
    await renew()
    say(i18n._({ id: 'patient.messages.sent', message: 'Sent to the patient’s app.' }))
  }
  const write = (next: string) => {
    setBody(next)
    if (telling.problem) setMessageId(newKey())
  }
  return { body, telling, write, submit }
}

/** Writes to the patient. Ctrl and Enter send. */
export function Composer(): JSX.Element {
  const { i18n } = useApp()
  const { patient } = usePatient()
  const { body, telling, write, submit } = useDraft()
  const error = telling.at('body')
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
      }}
    >
      <Form onSubmit={() => void submit()}>
        <Field
          label={i18n._({ id: 'patient.messages.write', message: 'Write to the patient' })}
          hint={i18n._({
            id: 'patient.messages.language',
            message: 'They read {language}. Plain text.',
            values: { language: languageName(patient.locale) },
          })}
          isLong
          value={body}
          onInput={write}
          {...(error !== undefined && { error })}
        />
        <NoDevice />
        <FormProblem telling={telling} fields={['body']} />
        <div class="cluster">
          <Button kind="main" type="submit" disabled={body.trim() === '' || telling.isBusy}>
            {i18n._({ id: 'patient.messages.send', message: 'Send' })} <kbd>Ctrl ↵</kbd>
          </Button>
        </div>
      </Form>
    </div>
  )
}

/** Honest before it is sent: where nobody is signed in, nobody reads it. */
function NoDevice(): JSX.Element | null {
  const { i18n } = useApp()
  const { patientId } = usePatient().patient
  const devices = useQuery(['patients', patientId, 'devices'], () => readDevicesOf(patientId))
  if (devices.state !== 'there' || devices.value.length > 0) return null
  return (
    <p class="notice">
      <span>
        {i18n._({
          id: 'patient.messages.no-device',
          message:
            'They are signed in on no device, so nobody reads this until they open a link from you.',
        })}{' '}
        <a href={hrefTo('patients', patientId, 'record')}>
          {i18n._({ id: 'patient.links.make', message: 'New link' })}
        </a>
      </span>
    </p>
  )
}
