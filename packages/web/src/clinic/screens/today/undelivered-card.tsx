import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { readUndelivered, retryDelivery, type Undelivered } from '../../api/deliveries.ts'
import { useConsole, useStaff } from '../../app/console-context.ts'
import { readAgain, useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'
import { More } from './more.tsx'
import { undeliveredTitle, undeliveredWhy } from './undelivered-words.ts'

/** What was to be said and did not arrive: why, and what can be done. */
export function UndeliveredCard(): JSX.Element {
  const { i18n } = useApp()
  const undelivered = useQuery(['deliveries', 'undelivered'], readUndelivered)
  return (
    <Card title={i18n._({ id: 'clinic-today.undelivered', message: 'Messages' })}>
      <Show loaded={undelivered}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="quiet">
              {i18n._({
                id: 'clinic-today.undelivered.none',
                message: 'Every message arrived. One that does not stands here, with what to do.',
              })}
            </p>
          ) : (
            <More rows={items.map((one) => <UndeliveredRow key={one.deliveryId} one={one} />)} />
          )
        }
      </Show>
    </Card>
  )
}

function UndeliveredRow({ one }: { readonly one: Undelivered }): JSX.Element {
  const app = useApp()
  return (
    <li class="row-item row">
      <span class="row-text">
        <span class="row-title">{undeliveredTitle(app, one)}</span>
        <span class="row-note">{undeliveredWhy(app.i18n, one)}</span>
      </span>
      <span class="row-end">
        <WhatToDo one={one} />
      </span>
    </li>
  )
}

/** A wrong address is mended with the patient, what was given up is tried again, and sending itself is set up. */
function WhatToDo({ one }: { readonly one: Undelivered }): JSX.Element | null {
  const { i18n } = useApp()
  const { may } = useStaff()
  if (one.state === 'gone' && one.patientId !== null)
    return (
      <a class="button button-quiet" href={hrefTo('patients', one.patientId)}>
        {i18n._({ id: 'clinic-today.undelivered.mend', message: 'Mend it' })}
      </a>
    )
  if (one.state === 'dead' && may('owner', 'clinician', 'front-desk')) return <Retry one={one} />
  return null
}

function Retry({ one: { deliveryId } }: { readonly one: Undelivered }): JSX.Element {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const [isBusy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    const reply = await retryDelivery(deliveryId)
    setBusy(false)
    if (!reply.ok) return sayProblem(reply.problem)
    say(i18n._({ id: 'clinic-today.undelivered.tried', message: 'It is being sent again.' }))
    await readAgain('deliveries')
  }
  return (
    <Button kind="quiet" disabled={isBusy} onClick={() => void retry()}>
      {i18n._({ id: 'clinic-today.undelivered.retry', message: 'Try again' })}
    </Button>
  )
}
