import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { answeringText, clinicName } from '../linked-words.ts'
import type { OutboxItem } from '../outbox.ts'
import { tell } from '../tell.ts'

/** A question that the app has no answer to, sent to the clinic as it was asked. Nothing goes before the press. */
export function SendQuestion({ words }: { readonly words: string }): JSX.Element | null {
  const app = useApp()
  const { i18n, record, change, at, linked } = app
  const { clinic } = record
  const [item, setItem] = useState<OutboxItem | null>(null)
  if (!clinic) return null
  const send = async (): Promise<void> => {
    const telling = { change, at, patientId: clinic.patientId }
    setItem(await tell(telling, { kind: 'message', body: words, isQuestion: true }))
  }
  const isWaiting = linked?.items.some(({ id, state }) => id === item?.id && state !== 'sent')
  const values = { name: clinicName(i18n, clinic) }
  return (
    <div class="stack-s">
      {item === null ? (
        <div class="cluster">
          <Button onClick={() => void send()}>
            {i18n._({ id: 'question.send', message: 'Send this question to {name}', values })}
          </Button>
        </div>
      ) : null}
      <p role="status">
        {item === null ? '' : null}
        {item !== null && isWaiting
          ? i18n._({
              id: 'question.waits',
              message: 'Not sent yet: {name} has not got it.',
              values,
            })
          : null}
        {item !== null && !isWaiting ? (
          <a href={hrefTo('messages')}>
            {i18n._({ id: 'question.sent', message: 'Sent. The answer comes under Messages.' })}
          </a>
        ) : null}
      </p>
      <p class="quiet">{answeringText(app, clinic)}</p>
    </div>
  )
}
