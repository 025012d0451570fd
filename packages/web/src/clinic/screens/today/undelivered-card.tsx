import { type Instant, parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import {
  putDeliveryAway,
  readUndelivered,
  retryDelivery,
  type Undelivered,
} from '../../api/deliveries.ts'
import type { Problem, Reply } from '../../api/request.ts'
import { useConsole, useStaff } from '../../app/console-context.ts'
import { readAgain, useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'
import { More } from './more.tsx'
import { type NotSetUp, undeliveredGroups } from './undelivered-groups.ts'
import {
  notSentWords,
  notSetUpWords,
  undeliveredTitle,
  undeliveredWhy,
} from './undelivered-words.ts'

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
            <Undelivereds items={items} />
          )
        }
      </Show>
    </Card>
  )
}

function Undelivereds({ items }: { readonly items: readonly Undelivered[] }): JSX.Element {
  const { notSetUp, rest } = undeliveredGroups(items)
  return (
    <More
      rows={[
        ...notSetUp.map((group) => <NotSetUpRow key={group.channel} group={group} />),
        ...rest.map((one) => <UndeliveredRow key={one.deliveryId} one={one} />),
      ]}
    />
  )
}

/** Mended in the settings; the messages are tried again from there on, each one that is not over. */
function NotSetUpRow({ group }: { readonly group: NotSetUp }): JSX.Element {
  const { i18n } = useApp()
  return (
    <li class="row-item row">
      <span class="row-text">
        <span class="row-title">{notSentWords(i18n, group.messages.length)}</span>
        <span class="row-note">{notSetUpWords(i18n, group.channel)}</span>
        <a class="undelivered-link" href={hrefTo('settings', 'messages')}>
          {i18n._({ id: 'clinic-today.undelivered.settings', message: 'See what is missing' })}
        </a>
      </span>
      <span class="row-end">
        <Retry messages={group.messages} />
        <PutAway messages={group.messages} />
      </span>
    </li>
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
        <PutAway messages={[one]} />
      </span>
    </li>
  )
}

/** A wrong address is mended with the patient, what was given up is tried again, and sending itself is set up. */
function WhatToDo({ one }: { readonly one: Undelivered }): JSX.Element | null {
  const { i18n } = useApp()
  if (one.state === 'gone' && one.patientId !== null)
    return (
      <a class="button button-quiet" href={hrefTo('patients', one.patientId)}>
        {i18n._({ id: 'clinic-today.undelivered.mend', message: 'Mend it' })}
      </a>
    )
  return one.state === 'dead' ? <Retry messages={[one]} /> : null
}

/** What a message was about may be over: it is not sent late. */
function isOver({ expiresAt }: Undelivered, at: Instant): boolean {
  return expiresAt !== null && (parseInstant(expiresAt) ?? at) <= at
}

/** Somebody has seen that these did not arrive, and does without: they stand here no more. */
function PutAway({ messages }: { readonly messages: readonly Undelivered[] }): JSX.Element | null {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const { may } = useStaff()
  const [isBusy, setBusy] = useState(false)
  if (!may('owner', 'clinician', 'front-desk')) return null
  const putAway = async () => {
    setBusy(true)
    const problem = await forEachOf(messages, putDeliveryAway)
    setBusy(false)
    if (problem) sayProblem(problem)
    else say(i18n._({ id: 'clinic-today.undelivered.away', message: 'Put away. It is not sent.' }))
    await readAgain('deliveries')
  }
  return (
    <Button kind="quiet" disabled={isBusy} onClick={() => void putAway()}>
      {i18n._({ id: 'clinic-today.undelivered.put-away', message: 'Put away' })}
    </Button>
  )
}

/** Sends those again that are not over. */
function Retry({ messages }: { readonly messages: readonly Undelivered[] }): JSX.Element | null {
  const { i18n, at } = useApp()
  const { say, sayProblem } = useConsole()
  const { may } = useStaff()
  const [isBusy, setBusy] = useState(false)
  const inTime = messages.filter((one) => !isOver(one, at))
  if (!may('owner', 'clinician', 'front-desk')) return null
  if (inTime.length === 0)
    return (
      <span class="row-note">
        {i18n._({ id: 'clinic-today.undelivered.over', message: 'Too late to send' })}
      </span>
    )
  const retry = async () => {
    setBusy(true)
    const problem = await forEachOf(inTime, retryDelivery)
    setBusy(false)
    if (problem) sayProblem(problem)
    else say(i18n._({ id: 'clinic-today.undelivered.tried', message: 'It is being sent again.' }))
    await readAgain('deliveries')
  }
  return (
    <Button kind="quiet" disabled={isBusy} onClick={() => void retry()}>
      {i18n._({ id: 'clinic-today.undelivered.retry', message: 'Try again' })}
    </Button>
  )
}

/** One after the other, until one is refused. */
async function forEachOf(
  messages: readonly Undelivered[],
  work: (deliveryId: string) => Promise<Reply<unknown>>,
): Promise<Problem | null> {
  for (const { deliveryId } of messages) {
    const reply = await work(deliveryId)
    if (!reply.ok) return reply.problem
  }
  return null
}
