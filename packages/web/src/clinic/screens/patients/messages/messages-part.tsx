import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { type Message, type MessagePage, readMessages } from '../../../api/messages.ts'
import { useStaff } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Empty } from '../../../components/empty.tsx'
import { Show } from '../../../components/loaded.tsx'
import { timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { Composer } from './composer.tsx'
import { DeliveriesCard } from './deliveries-card.tsx'
import './messages.css'

const AGAIN_MS = 15_000

/** What patient and clinic wrote to each other, the way to answer, and what did not arrive. */
export function MessagesPart(): JSX.Element {
  const { may } = useStaff()
  const { patientId } = usePatient().patient
  const first = useQuery(['patients', patientId, 'messages'], () => readMessages(patientId, null), {
    everyMs: AGAIN_MS,
  })
  return (
    <div class="patient-columns">
      <div class="stack">
        <Show loaded={first}>{(page) => <Thread first={page} />}</Show>
        {may('owner', 'clinician', 'front-desk') ? <Composer /> : null}
      </div>
      <div class="stack">
        <DeliveriesCard />
      </div>
    </div>
  )
}

/** The oldest first, as one reads; earlier ones when they are asked for. */
function Thread({ first }: { readonly first: MessagePage }): JSX.Element {
  const { i18n } = useApp()
  const { patientId } = usePatient().patient
  const [earlier, setEarlier] = useState<readonly MessagePage[]>([])
  const last = earlier.at(-1) ?? first
  const readOn = async () => {
    const page = await readMessages(patientId, last.next)
    setEarlier((known) => [...known, page])
  }
  const messages = [first, ...earlier].flatMap(({ items }) => items).toReversed()
  if (messages.length === 0) return <NoMessages />
  return (
    <>
      {last.next === null ? null : (
        <div>
          <Button kind="quiet" onClick={() => void readOn().catch(reportError)}>
            {i18n._({ id: 'patient.messages.earlier', message: 'Earlier messages' })}
          </Button>
        </div>
      )}
      <ol class="thread" aria-label={i18n._({ id: 'patient.messages', message: 'Messages' })}>
        {messages.map((message) => (
          <MessageItem key={message.messageId} message={message} />
        ))}
      </ol>
    </>
  )
}

function MessageItem({ message }: { readonly message: Message }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { patient } = usePatient()
  const { direction, body, at, kind } = message
  const isTheirs = direction === 'from-patient'
  return (
    <li class={isTheirs ? 'message' : 'message message-ours'}>
      <p class="message-head">
        <b>
          {isTheirs ? (
            <bdi>{patient.name}</bdi>
          ) : (
            i18n._({ id: 'patient.messages.clinic', message: 'The clinic' })
          )}
        </b>
        {kind === 'question' ? (
          <span class="message-question">
            {i18n._({
              id: 'patient.messages.question',
              message: 'A question that the app could not answer',
            })}
          </span>
        ) : null}
        <span class="small">{timeText(app, at)}</span>
      </p>
      <p class="message-body" dir="auto">
        {body}
      </p>
    </li>
  )
}

function NoMessages(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'patient.messages.none', message: 'No messages yet' })}>
      <p>
        {i18n._({
          id: 'patient.messages.none.text',
          message:
            'What you write stands in the patient’s app. Red flags in what they write are answered at once, and rise in the inbox.',
        })}
      </p>
    </Empty>
  )
}
