import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { ClinicCall } from '../../components/clinic-call.tsx'
import type { ClinicLink } from '../../store/clinic-link.ts'
import { goingOf } from '../going.ts'
import { answeringText, clinicName } from '../linked-words.ts'
import { notTaken } from '../not-taken-words.ts'
import { tell } from '../tell.ts'

/** A question that the app has no answer to, sent to the clinic as it was asked. Nothing goes before the press. */
export function SendQuestion({ words }: { readonly words: string }): JSX.Element | null {
  const app = useApp()
  const { i18n, record, change, at } = app
  const { clinic } = record
  // Null where it could not be kept, undefined before the press.
  const [id, setId] = useState<string | null | undefined>(undefined)
  if (!clinic) return null
  const send = async (): Promise<void> => {
    const telling = { change, at, patientId: clinic.patientId }
    const item = await tell(telling, { kind: 'message', body: words, isQuestion: true })
    setId(item?.id ?? null)
  }
  const values = { name: clinicName(i18n, clinic) }
  return (
    <div class="stack-s">
      {id ? null : (
        <div class="cluster">
          <Button onClick={() => void send()}>
            {i18n._({ id: 'question.send', message: 'Send this question to {name}', values })}
          </Button>
        </div>
      )}
      <div role="status">{id === undefined ? null : <HowFar clinic={clinic} id={id} />}</div>
      <p class="quiet">{answeringText(app, clinic)}</p>
    </div>
  )
}

interface HowFarProps {
  readonly clinic: ClinicLink
  readonly id: string | null
}

function HowFar({ clinic, id }: HowFarProps): JSX.Element {
  const { i18n, linked } = useApp()
  const values = { name: clinicName(i18n, clinic) }
  const going = goingOf(linked, id)
  switch (going) {
    case 'sent':
      return (
        <a href={hrefTo('messages')}>
          {i18n._({ id: 'question.sent', message: 'Sent. The answer comes under Messages.' })}
        </a>
      )
    case 'waiting':
      return (
        <p>
          {i18n._({
            id: 'question.waits',
            message: 'Not sent yet: {name} has not got it.',
            values,
          })}
        </p>
      )
    case 'refused':
    case 'lost':
      return (
        <>
          <p>{notTaken(i18n, going)}</p>
          <ClinicCall />
        </>
      )
    default:
      return going satisfies never
  }
}
