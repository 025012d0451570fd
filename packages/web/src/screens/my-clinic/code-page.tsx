import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { Page } from '../../components/page.tsx'
import { ask, newKey } from '../../linked/ask.ts'
import { goneWrong } from '../../linked/linked-words.ts'
import { backToClinic, type ClinicPageProps } from './clinic-pages.ts'

type Shown = { readonly code: string; readonly until: string } | 'unreached' | 'refused' | null

/** Six digits for the app on the home screen, which on some phones knows nothing of the browser. */
export function CodePage({ clinic }: ClinicPageProps): JSX.Element {
  const { i18n } = useApp()
  const [shown, setShown] = useState<Shown>(null)
  const show = async (): Promise<void> => {
    const path = `/patients/${clinic.patientId}/sign-in-codes`
    // Each press is another request: a code is good for minutes, and replaces the one before.
    const answer = await ask({ method: 'POST', path, body: {}, key: newKey() })
    if (answer.kind !== 'answered') return setShown(answer.kind)
    const { code, expiresAt } = answer.body
    setShown({ code: String(code), until: String(expiresAt) })
  }
  return (
    <Page
      title={i18n._({ id: 'clinic.code', message: 'Use it in the installed app' })}
      lead={i18n._({
        id: 'code.lead',
        message:
          'Put Afterglow on your home screen. Open it there, go to More, “Sign in to your clinic”, and give it this code.',
      })}
      back={backToClinic(i18n)}
    >
      {typeof shown === 'string' ? (
        <p class="field-error" role="alert">
          {goneWrong(i18n, shown)}
        </p>
      ) : null}
      {shown !== null && typeof shown === 'object' ? (
        <Code code={shown.code} until={shown.until} clinicId={clinic.clinicId} />
      ) : null}
      <div class="cluster">
        <Button kind={shown === null ? 'main' : 'plain'} onClick={() => void show()}>
          {shown === null
            ? i18n._({ id: 'code.show', message: 'Show a code' })
            : i18n._({ id: 'code.other', message: 'Show another code' })}
        </Button>
      </div>
    </Page>
  )
}

interface CodeProps {
  readonly code: string
  readonly until: string
  readonly clinicId: string
}

function Code({ code, until, clinicId }: CodeProps): JSX.Element {
  const { i18n, format } = useApp()
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => place.current?.focus(), [code])
  return (
    <div class="stack-s">
      <p class="big-code" tabIndex={-1} ref={place}>
        <bdi dir="ltr">{`${code.slice(0, 3)} ${code.slice(3)}`}</bdi>
      </p>
      <p>
        {i18n._({
          id: 'code.until',
          message: 'Good until {time}, and for one use. Show it to nobody.',
          values: { time: format.time(Date.parse(until)) },
        })}
      </p>
      <div class="cluster">
        <CopyButton
          key={code}
          kind="main"
          text={`${code} ${clinicId}`}
          word={i18n._({ id: 'code.copy', message: 'Copy it' })}
          done={i18n._({ id: 'code.copied', message: 'Copied. Paste it in the app.' })}
        />
      </div>
    </div>
  )
}
