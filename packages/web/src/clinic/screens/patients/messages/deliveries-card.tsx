import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { retryDelivery } from '../../../api/deliveries.ts'
import { type Delivery, readDeliveriesOf } from '../../../api/messages.ts'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { undeliveredWhy } from '../../today/undelivered-words.ts'
import { timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'

const SHOWN = 6

/** What was sent by mail, push or text message, what did not arrive first. */
export function DeliveriesCard(): JSX.Element {
  const { i18n } = useApp()
  const { patientId } = usePatient().patient
  const sent = useQuery(['patients', patientId, 'deliveries'], () => readDeliveriesOf(patientId))
  return (
    <Card title={i18n._({ id: 'patient.deliveries', message: 'Mails and reminders' })}>
      <Show loaded={sent}>
        {(deliveries) =>
          deliveries.length === 0 ? (
            <p class="quiet">
              {i18n._({
                id: 'patient.deliveries.none',
                message:
                  'Nothing was sent yet. Reminders go out once the patient has agreed to a channel.',
              })}{' '}
              <a href={hrefTo('patients', patientId, 'record')}>
                {i18n._({ id: 'patient.deliveries.consents', message: 'Consents' })}
              </a>
            </p>
          ) : (
            <Deliveries deliveries={deliveries} />
          )
        }
      </Show>
    </Card>
  )
}

/** What did not arrive first; the rest when it is asked for. */
function Deliveries({ deliveries }: { readonly deliveries: readonly Delivery[] }): JSX.Element {
  const { i18n } = useApp()
  const sorted = deliveries.toSorted((a, b) => Number(isLost(b)) - Number(isLost(a)))
  const shown = Math.max(SHOWN, sorted.filter(isLost).length)
  return (
    <>
      <DeliveryLines deliveries={sorted.slice(0, shown)} />
      {sorted.length > shown ? (
        <details class="more">
          <summary>
            {i18n._({
              id: 'patient.deliveries.more',
              message: '{count, plural, one {# more} other {# more}}',
              values: { count: sorted.length - shown },
            })}
          </summary>
          <DeliveryLines deliveries={sorted.slice(shown)} />
        </details>
      ) : null}
    </>
  )
}

function DeliveryLines({ deliveries }: { readonly deliveries: readonly Delivery[] }): JSX.Element {
  return (
    <ul class="deliveries">
      {deliveries.map((one) => (
        <DeliveryLine key={one.deliveryId} delivery={one} />
      ))}
    </ul>
  )
}

function isLost({ state }: Delivery): boolean {
  return state === 'gone' || state === 'dead'
}

function DeliveryLine({ delivery }: { readonly delivery: Delivery }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { say, sayProblem } = useConsole()
  const { may } = useStaff()
  const { renew } = usePatient()
  const retry = async () => {
    const reply = await retryDelivery(delivery.deliveryId)
    if (!reply.ok) return sayProblem(reply.problem)
    await renew()
    say(i18n._({ id: 'patient.deliveries.retried', message: 'It is tried again.' }))
  }
  return (
    <li class={isLost(delivery) ? 'delivery delivery-lost' : 'delivery'}>
      <span>
        <b>{kindWord(i18n, delivery.kind)}</b>
        <span class="small">
          {app.format.join(
            [channelWord(i18n, delivery.channel), timeText(app, delivery.createdAt)],
            'comma',
          )}
        </span>
      </span>
      <span class="delivery-state">{stateWord(i18n, delivery)}</span>
      {delivery.state === 'dead' && may('owner', 'clinician', 'front-desk') ? (
        <Button kind="quiet" onClick={() => void retry()}>
          {i18n._({ id: 'patient.deliveries.retry', message: 'Try again' })}
        </Button>
      ) : null}
    </li>
  )
}

const KINDS: ReadonlyMap<string, (i18n: I18n) => string> = new Map([
  [
    'invitation',
    (i18n: I18n) => i18n._({ id: 'patient.delivery.invitation', message: 'Invitation' }),
  ],
  [
    'clinic-replied',
    (i18n: I18n) => i18n._({ id: 'patient.delivery.replied', message: 'Your answer' }),
  ],
  [
    'digest',
    (i18n: I18n) => i18n._({ id: 'patient.delivery.digest', message: 'Reminders of the day' }),
  ],
  [
    'check-in-due',
    (i18n: I18n) => i18n._({ id: 'patient.delivery.check-in', message: 'Time to check in' }),
  ],
  [
    'window-opened',
    (i18n: I18n) => i18n._({ id: 'patient.delivery.opened', message: 'Something opened' }),
  ],
  [
    'window-caution',
    (i18n: I18n) => i18n._({ id: 'patient.delivery.caution', message: 'Something opened' }),
  ],
  [
    'session-due',
    (i18n: I18n) => i18n._({ id: 'patient.delivery.session', message: 'The next session' }),
  ],
  [
    'milestone',
    (i18n: I18n) => i18n._({ id: 'patient.delivery.milestone', message: 'What to expect' }),
  ],
])

function kindWord(i18n: I18n, kind: string): string {
  return KINDS.get(kind)?.(i18n) ?? i18n._({ id: 'patient.delivery.reminder', message: 'Reminder' })
}

export function channelWord(i18n: I18n, channel: string): string {
  switch (channel) {
    case 'email':
      return i18n._({ id: 'patient.channel.email', message: 'E-mail' })
    case 'sms':
      return i18n._({ id: 'patient.channel.sms', message: 'Text message' })
    case 'push':
      return i18n._({ id: 'patient.channel.push', message: 'Notice on the phone' })
    default:
      return channel
  }
}

function stateWord(i18n: I18n, delivery: Delivery): string {
  const { state, reason } = delivery
  switch (state) {
    case 'queued':
      return i18n._({ id: 'patient.delivery.queued', message: 'Is on its way' })
    case 'accepted':
      return i18n._({ id: 'patient.delivery.accepted', message: 'Sent' })
    case 'gone':
    case 'dead':
      return i18n._({
        id: 'patient.delivery.lost',
        message: 'Did not arrive. {why}',
        values: { why: undeliveredWhy(i18n, delivery) },
      })
    case 'dropped':
      return reason === 'consent-withdrawn'
        ? i18n._({ id: 'patient.delivery.withdrawn', message: 'Stopped: consent withdrawn' })
        : i18n._({ id: 'patient.delivery.dropped', message: 'Not sent: it was over by then' })
    default:
      return state satisfies never
  }
}
