import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { CareCards } from '../../components/care-cards.tsx'
import { ClinicCall } from '../../components/clinic-call.tsx'
import { Field } from '../../components/field.tsx'
import { tell } from '../../linked/tell.ts'
import type { ClinicLink } from '../../store/clinic-link.ts'
import { loadAlarms } from '../ask/load-ask.ts'

interface WriteFormProps {
  readonly clinic: ClinicLink
}

interface Sent {
  readonly id: string | null
  /** Whether its words speak of something that cannot wait; true where they could not be read. */
  readonly hasAlarm: boolean
}

/** A message to the clinic. An alarm in its words is answered at once, whether or not it is sent. */
export function WriteForm({ clinic }: WriteFormProps): JSX.Element {
  const { i18n, change, at, planner } = useApp()
  const [body, setBody] = useState('')
  const [sent, setSent] = useState<Sent | null>(null)
  const send = async (): Promise<void> => {
    const words = body.trim()
    if (words === '') return
    setBody('')
    const telling = { change, at, patientId: clinic.patientId }
    const item = await tell(telling, { kind: 'message', body: words, isQuestion: false })
    setSent({ id: item?.id ?? null, hasAlarm: await speaksOfAlarm(planner.subjects, words) })
  }
  return (
    <>
      <div role="status">{sent === null ? null : <Net sent={sent} />}</div>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Field
          label={i18n._({ id: 'messages.write', message: 'Your message' })}
          value={body}
          onInput={setBody}
          isLong
        />
        <div class="cluster">
          <Button kind="main" type="submit" disabled={body.trim() === ''}>
            {i18n._({ id: 'messages.send', message: 'Send' })}
          </Button>
        </div>
      </form>
    </>
  )
}

async function speaksOfAlarm(
  subjects: Parameters<typeof loadAlarms>[0],
  words: string,
): Promise<boolean> {
  try {
    return (await loadAlarms(subjects))(words).length > 0
  } catch {
    return true
  }
}

/** What stays true until somebody has read it; the server may have heard an alarm that this device did not. */
function Net({ sent: { id, hasAlarm } }: { readonly sent: Sent }): JSX.Element {
  const { i18n, linked, texts } = useApp()
  const answer = id === null ? undefined : linked?.answers.get(id)
  const isAlarm = hasAlarm || answer?.['cards'] !== undefined
  const net = answer?.['safetyNet']
  if (!isAlarm)
    return (
      <div class="clinic-notice">
        <p>
          {i18n._({
            id: 'messages.net',
            message: 'Nobody may read this soon. If it gets worse, or you are worried, call.',
          })}
        </p>
        <ClinicCall />
        {Array.isArray(net) ? (
          <ul class="net quiet" lang={texts.lang}>
            {net.map((one) => (
              <li key={String(one)}>{texts.text(`safety-net.${String(one)}`)}</li>
            ))}
          </ul>
        ) : null}
      </div>
    )
  return (
    <section class="stack">
      <h2>
        {i18n._({
          id: 'messages.alarm',
          message: 'What you wrote may not wait. Do not wait for an answer here.',
        })}
      </h2>
      <CareCards />
    </section>
  )
}
