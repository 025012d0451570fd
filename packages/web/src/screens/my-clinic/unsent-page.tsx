import type { JSX } from 'preact'
import { useApp, type App } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ClinicCall } from '../../components/clinic-call.tsx'
import { Page } from '../../components/page.tsx'
import { isUnsent, type OutboxItem } from '../../linked/outbox.ts'
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
      {item.state === 'refused' ? <Refusal app={app} item={item} /> : null}
      {item.state === 'waiting' ? (
        <p class="quiet">{i18n._({ id: 'unsent.waits', message: 'Waits for a network' })}</p>
      ) : null}
    </Card>
  )
}

interface RefusalProps {
  readonly app: App
  readonly item: OutboxItem
}

/** Taken out only by the person, who then knows that the clinic never had it. */
function Refusal({ app: { i18n }, item }: RefusalProps): JSX.Element {
  return (
    <>
      <p>
        {i18n._({
          id: 'unsent.refused',
          message: 'Your clinic’s server did not take it. Tell your clinic yourself.',
        })}
      </p>
      {item.refusal ? (
        <p class="quiet" lang="en" dir="ltr">
          {item.refusal}
        </p>
      ) : null}
      <div class="cluster">
        <Button kind="quiet" onClick={() => void OUTBOX.remove(item.id)}>
          {i18n._({ id: 'unsent.told', message: 'I have told them. Take it off this list' })}
        </Button>
      </div>
    </>
  )
}
