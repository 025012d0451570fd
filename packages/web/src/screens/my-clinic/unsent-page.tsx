import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ClinicCall } from '../../components/clinic-call.tsx'
import { Page } from '../../components/page.tsx'
import { isUnsent, type OutboxItem, sentAgain } from '../../linked/outbox.ts'
import { notTaken } from '../../linked/not-taken-words.ts'
import { OUTBOX } from '../../linked/outbox-store.ts'
import { outgoingText } from '../../linked/outgoing-words.ts'
import { backToClinic } from './clinic-pages.ts'

/** What the clinic has not got, and what it did not take. Nothing leaves this list unseen. */
export function UnsentPage(): JSX.Element {
  const { i18n, linked } = useApp()
  const items = (linked?.items ?? []).filter(isUnsent)
  return (
    <Page
      title={i18n._({ id: 'unsent.title', message: 'Not sent yet' })}
      lead={i18n._({
        id: 'unsent.lead',
        message: 'Your clinic does not have this. If it cannot wait, call.',
      })}
      back={backToClinic(i18n)}
    >
      <ClinicCall />
      {items.length === 0 ? (
        <p role="status">{i18n._({ id: 'unsent.none', message: 'Everything is sent.' })}</p>
      ) : (
        <div class="cluster">
          <Button onClick={() => linked?.renew()}>
            {i18n._({ id: 'unsent.try', message: 'Try to send now' })}
          </Button>
        </div>
      )}
      {items.map((item) => (
        <Unsent key={item.id} item={item} />
      ))}
    </Page>
  )
}

function Unsent({ item }: { readonly item: OutboxItem }): JSX.Element {
  const app = useApp()
  const { i18n, format, at } = app
  return (
    <Card title={format.dayTime(item.madeAt, at)}>
      <p dir="auto">
        <b>{outgoingText(app, item.what)}</b>
      </p>
      {item.state === 'refused' ? <Refusal item={item} /> : <p>{waitingText(i18n, item)}</p>}
    </Card>
  )
}

function waitingText(i18n: I18n, { tries }: OutboxItem): string {
  return tries === 0
    ? i18n._({ id: 'unsent.waits', message: 'Waits for a network' })
    : i18n._({
        id: 'unsent.tried',
        message: 'Your clinic’s server could not take it yet. It is tried again by itself.',
      })
}

/** Sent again, or taken out, only by the person: who takes it out knows that the clinic never had it. */
function Refusal({ item }: { readonly item: OutboxItem }): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <p>{notTaken(i18n, 'refused')}</p>
      {item.refusal ? (
        <p class="quiet" lang="en" dir="ltr">
          {item.refusal}
        </p>
      ) : null}
      <div class="cluster">
        <Button onClick={() => void OUTBOX.put(sentAgain(item))}>
          {i18n._({ id: 'unsent.again', message: 'Send it again' })}
        </Button>
        <Button kind="quiet" onClick={() => void OUTBOX.remove(item.id)}>
          {i18n._({ id: 'unsent.told', message: 'I have told them. Take it off this list' })}
        </Button>
      </div>
    </>
  )
}
