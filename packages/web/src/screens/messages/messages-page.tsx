import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { type App, useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Page } from '../../components/page.tsx'
import { answeringText, clinicName, goneWrong } from '../../linked/linked-words.ts'
import { NotLinked } from '../../linked/parts/not-linked.tsx'
import '../../linked/linked.css'
import type { ClinicLink } from '../../store/clinic-link.ts'
import './messages.css'
import { Thread } from './thread.tsx'
import { WriteForm } from './write-form.tsx'

/** What patient and clinic wrote to each other, and whether anybody is there to read it. */
export function MessagesPage(): JSX.Element {
  const app = useApp()
  const { clinic } = app.record
  return clinic ? <Messages app={app} clinic={clinic} /> : <NotLinked />
}

interface MessagesProps {
  readonly app: App
  readonly clinic: ClinicLink
}

function Messages({ app, clinic }: MessagesProps): JSX.Element {
  const { i18n, linked } = app
  useSeen(app)
  return (
    <Page
      title={i18n._({ id: 'messages.title', message: 'Messages' })}
      kicker={clinicName(i18n, clinic)}
      lead={<b>{answeringText(app, clinic)}</b>}
      back={{
        href: hrefTo('my-clinic'),
        label: i18n._({ id: 'clinic.title', message: 'My clinic' }),
      }}
    >
      <p>
        {i18n._({ id: 'messages.wait', message: 'If it cannot wait, do not write: call.' })}{' '}
        <a href={hrefTo('help')}>{i18n._({ id: 'help.title', message: 'When to get help' })}</a>
      </p>
      {linked?.isReached === false ? (
        <p class="clinic-notice" role="status">
          {goneWrong(i18n, 'unreached')}{' '}
          {i18n._({ id: 'messages.old', message: 'There may be new messages that are not here.' })}
        </p>
      ) : null}
      <Thread thread={linked?.thread ?? []} items={linked?.items ?? []} />
      {clinic.kind === 'patient' ? (
        <WriteForm clinic={clinic} />
      ) : (
        <p class="quiet">
          {i18n._({
            id: 'messages.caregiver',
            message: 'You can read these. Only the patient and the clinic write here.',
          })}
        </p>
      )}
    </Page>
  )
}

/** On arrival what is new is fetched; what is shown of it was seen. */
function useSeen({ linked }: App): void {
  const last = linked?.thread.findLast(({ direction }) => direction === 'from-clinic')
  useEffect(() => linked?.renew(), [linked === undefined || linked === null])
  useEffect(() => {
    if (last && last.messageId !== linked?.seen) linked?.see(last.messageId)
  }, [last?.messageId])
}
