import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Choice } from '../../../../components/choice.tsx'
import { Field } from '../../../../components/field.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import {
  type EventType,
  EVENT_TYPES,
  makeEndpoint,
  readEndpoints,
} from '../../../api/connections.ts'
import { readAgain, useQuery } from '../../../app/query.ts'
import { Form } from '../../../components/form.tsx'
import { Show } from '../../../components/loaded.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { issueText } from '../../../words/issue-words.ts'
import { EndpointLine } from './endpoint-line.tsx'
import { eventWords } from './event-words.ts'
import { OnceSecret } from './once-secret.tsx'

/** How a test went comes while somebody waits for it. */
const OFTEN_MS = 10_000

/** The systems that are told of events. */
export function Endpoints(): JSX.Element {
  const { i18n } = useApp()
  const endpoints = useQuery(['webhooks', 'endpoints'], readEndpoints, { everyMs: OFTEN_MS })
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'webhooks.out', message: 'Tell other systems' })}</h2>
      <p class="quiet">
        {i18n._({
          id: 'webhooks.out.text',
          message:
            'Each event is sent signed, with codes and numbers alone: no name, no words of a patient.',
        })}
      </p>
      <Show loaded={endpoints}>
        {(items) =>
          items.length === 0 ? null : (
            <ul class="settings-lines">
              {items.map((one) => (
                <EndpointLine key={one.endpointId} endpoint={one} />
              ))}
            </ul>
          )
        }
      </Show>
      <NewEndpointButton />
    </section>
  )
}

function NewEndpointButton(): JSX.Element {
  const { i18n } = useApp()
  const [isOpen, setOpen] = useState(false)
  const title = i18n._({ id: 'webhooks.out.new', message: 'Add a system to tell' })
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewEndpoint onDone={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}

function NewEndpoint({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { i18n } = useApp()
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState<readonly EventType[]>(['check-in.urgent'])
  const [secret, setSecret] = useState<string | null>(null)
  const { ask, error, problem, isBusy } = useAsking()
  if (secret !== null)
    return <OnceSecret secrets={[{ label: url, value: secret }]} onKept={onDone} />
  const atUrl = issueText(i18n, problem, 'url')
  const show = async (made: { readonly secret: string }) => {
    setSecret(made.secret)
    await readAgain('webhooks')
  }
  return (
    <Form
      onSubmit={() => ask(() => makeEndpoint({ url: url.trim(), events }), show)}
      error={atUrl === undefined ? error : null}
    >
      <Field
        label={i18n._({ id: 'webhooks.url', message: 'Address that it is sent to' })}
        type="url"
        dir="ltr"
        autocomplete="off"
        value={url}
        onInput={setUrl}
        {...(atUrl !== undefined && { error: atUrl })}
      />
      <Choice
        legend={i18n._({ id: 'webhooks.events', message: 'Told of' })}
        name="events"
        isMultiple
        options={EVENT_TYPES.map((one) => ({
          value: one,
          label: eventWords(i18n, one),
          hint: one,
        }))}
        chosen={events}
        onChange={(chosen) => setEvents(EVENT_TYPES.filter((one) => chosen.includes(one)))}
      />
      <Button kind="main" type="submit" disabled={isBusy || events.length === 0}>
        {i18n._({ id: 'webhooks.add', message: 'Add it' })}
      </Button>
    </Form>
  )
}
