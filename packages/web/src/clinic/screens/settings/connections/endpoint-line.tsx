import { parseInstant } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import {
  type Endpoint,
  endEndpoint,
  rotateEndpoint,
  testEndpoint,
} from '../../../api/connections.ts'
import { useConsole } from '../../../app/console-context.ts'
import { readAgain } from '../../../app/query.ts'
import { useAsking } from '../../../components/use-asking.ts'
import { EndButton } from './end-button.tsx'
import { eventWords } from './event-words.ts'
import { RotateButton } from './rotate-button.tsx'

const again = () => readAgain('webhooks')

/** A system that is told of events, with how the last delivery went. */
export function EndpointLine({ endpoint }: { readonly endpoint: Endpoint }): JSX.Element {
  const { i18n, format } = useApp()
  const { endpointId, url, events, endedAt } = endpoint
  return (
    <li class="settings-line">
      <p class="settings-code" dir="ltr">
        {url}
      </p>
      <p class="quiet">{format.list(events.map((one) => eventWords(i18n, one)))}</p>
      <LastDelivery endpoint={endpoint} />
      {endedAt === null ? (
        <div class="form-buttons">
          <TestButton endpointId={endpointId} url={url} />
          <RotateButton name={url} rotate={() => rotateEndpoint(endpointId)} />
          <EndButton
            label={i18n._({ id: 'webhooks.out.end', message: 'Tell it no more' })}
            name={url}
            text={i18n._({
              id: 'webhooks.out.end.text',
              message: 'Nothing more is sent there, also nothing that waits.',
            })}
            end={() => endEndpoint(endpointId)}
            then={again}
          />
        </div>
      ) : null}
    </li>
  )
}

function LastDelivery({
  endpoint: { last, endedAt },
}: {
  readonly endpoint: Endpoint
}): JSX.Element {
  const { i18n, format, at } = useApp()
  const when = (text: string) => format.dayTime(parseInstant(text) ?? at, at)
  if (endedAt !== null)
    return (
      <p>
        {i18n._({ id: 'keys.ended', message: 'ended {when}', values: { when: when(endedAt) } })}
      </p>
    )
  if (last === null)
    return <p>{i18n._({ id: 'webhooks.nothing-yet', message: 'Nothing sent yet.' })}</p>
  const values = {
    when: when(last.createdAt),
    kind: last.kind,
    state: stateWords(i18n, last.state),
  }
  return (
    <p>
      {i18n._({ id: 'webhooks.last', message: 'Last: {kind}, {when}, {state}', values })}
      {last.reason === null ? null : <span class="field-error"> {last.reason}</span>}
    </p>
  )
}

function stateWords(i18n: I18n, state: string): string {
  switch (state) {
    case 'queued':
      return i18n._({ id: 'webhooks.queued', message: 'waits to be sent' })
    case 'accepted':
      return i18n._({ id: 'webhooks.sent', message: 'arrived' })
    case 'dropped':
      return i18n._({ id: 'webhooks.dropped', message: 'not sent: no longer of use' })
    default:
      return i18n._({ id: 'webhooks.failed', message: 'could not be sent' })
  }
}

interface TestButtonProps {
  readonly endpointId: string
  readonly url: string
}

function TestButton({ endpointId, url }: TestButtonProps): JSX.Element {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const { ask, isBusy } = useAsking()
  const sent = i18n._({
    id: 'webhooks.tested',
    message: 'A test is on its way. How it went stands here in a moment.',
  })
  const send = async () => {
    const reply = await testEndpoint(endpointId)
    if (!reply.ok) sayProblem(reply.problem)
    return reply
  }
  const then = async () => {
    say(sent)
    await again()
  }
  return (
    <Button disabled={isBusy} onClick={() => ask(send, then)}>
      {i18n._({ id: 'webhooks.test', message: 'Send a test' })}
      <span class="unseen">{url}</span>
    </Button>
  )
}
