import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { CareCards } from '../../components/care-cards.tsx'
import { ClinicCall } from '../../components/clinic-call.tsx'
import { Field } from '../../components/field.tsx'
import { notTaken } from '../../linked/not-taken-words.ts'
import { tell } from '../../linked/tell.ts'
import type { ClinicLink } from '../../store/clinic-link.ts'
import { loadAlarms } from '../ask/load-ask.ts'

interface WriteFormProps {
  readonly clinic: ClinicLink
}

interface Written {
  readonly words: string
  /** The id that it is sent under: undefined while it is being kept, null where it could not be. */
  readonly id: string | null | undefined
  /** Whether its words speak of something that cannot wait; true where they could not be read, null until they are. */
  readonly hasAlarm: boolean | null
}

/** A message to the clinic. An alarm in its words is answered at once, whether or not it is sent or kept. */
export function WriteForm({ clinic }: WriteFormProps): JSX.Element {
  const { i18n } = useApp()
  const [body, setBody] = useState('')
  const { written, write } = useWriting(clinic)
  const isBusy = written !== null && written.id === undefined
  const send = async (): Promise<void> => {
    const words = body.trim()
    if (words === '' || isBusy) return
    // What was typed is let go only once it is kept, and not what was typed since.
    if (await write(words)) setBody((now) => (now.trim() === words ? '' : now))
  }
  return (
    <>
      <div role="status">{written === null ? null : <Net written={written} />}</div>
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
          maxLength={LONGEST}
          isLong
          {...(written?.id === null && { error: notTaken(i18n, 'lost') })}
        />
        <div class="cluster">
          <Button kind="main" type="submit" disabled={body.trim() === '' || isBusy}>
            {i18n._({ id: 'messages.send', message: 'Send' })}
          </Button>
        </div>
      </form>
    </>
  )
}

/** As much as a clinic's server takes. */
const LONGEST = 4000

interface Writing {
  readonly written: Written | null
  /** False where the words could not be kept. */
  readonly write: (words: string) => Promise<boolean>
}

/** Judged and kept side by side: neither waits for the other. */
function useWriting({ patientId }: ClinicLink): Writing {
  const { change, at, planner } = useApp()
  const [written, setWritten] = useState<Written | null>(null)
  const write = async (words: string): Promise<boolean> => {
    setWritten({ words, id: undefined, hasAlarm: null })
    // What is learnt late of an earlier message is not of this one.
    const learn = (part: Partial<Written>) =>
      setWritten((now) => (now?.words === words ? { ...now, ...part } : now))
    void speaksOfAlarm(planner.subjects, words).then((hasAlarm) => learn({ hasAlarm }))
    const message = { kind: 'message', body: words, isQuestion: false } as const
    const item = await tell({ change, at, patientId }, message)
    learn({ id: item?.id ?? null })
    return item !== null
  }
  return { written, write }
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
function Net({ written: { id, hasAlarm } }: { readonly written: Written }): JSX.Element | null {
  const { i18n, linked, texts } = useApp()
  const answer = id ? linked?.answers.get(id) : undefined
  const isAlarm = hasAlarm === true || answer?.['cards'] !== undefined
  // Nothing calming before the words were read.
  if (!isAlarm && hasAlarm === null) return null
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
