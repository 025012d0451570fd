import type { Instant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import type { Message } from '../../linked/linked-store.ts'
import { isUnsent, type OutboxItem } from '../../linked/outbox.ts'

interface ThreadProps {
  readonly thread: readonly Message[]
  readonly items: readonly OutboxItem[]
}

/** The oldest first, so that the last word stands beside the field. What is not sent says so. */
export function Thread({ thread, items }: ThreadProps): JSX.Element {
  const { i18n } = useApp()
  const known = new Set(thread.map(({ messageId }) => messageId))
  const own = items.filter(({ id, what }) => what.kind === 'message' && !known.has(id))
  if (thread.length + own.length === 0)
    return <p class="quiet">{i18n._({ id: 'messages.none', message: 'No messages yet.' })}</p>
  return (
    <ol class="thread">
      {thread.map(({ messageId, at, direction, body }) => (
        <Said key={messageId} at={Date.parse(at)} direction={direction} body={body} />
      ))}
      {own.map((item) => (
        <Said
          key={item.id}
          at={item.madeAt}
          direction="from-patient"
          body={item.what.kind === 'message' ? item.what.body : ''}
          unsent={isUnsent(item) ? item.state : null}
        />
      ))}
    </ol>
  )
}

interface SaidProps {
  readonly at: Instant
  readonly direction: Message['direction']
  readonly body: string
  readonly unsent?: OutboxItem['state'] | null
}

function Said({ at, direction, body, unsent = null }: SaidProps): JSX.Element {
  const { i18n, format, at: now } = useApp()
  return (
    <li class={`letter letter-${direction}`}>
      <p class="letter-who">
        {direction === 'from-patient'
          ? i18n._({ id: 'messages.you', message: 'You' })
          : i18n._({ id: 'messages.clinic', message: 'Your clinic' })}
        {' · '}
        {format.shortDayTime(at, now)}
      </p>
      <p class="letter-body" dir="auto">
        {body}
      </p>
      {unsent === null ? null : (
        <p class="letter-unsent">
          {unsent === 'refused'
            ? i18n._({ id: 'messages.refused', message: 'Not taken by your clinic’s server' })
            : i18n._({ id: 'messages.unsent', message: 'Not sent yet' })}
        </p>
      )}
    </li>
  )
}
