import type { JSX } from 'preact'
import { type App, useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { ClinicCall } from '../../components/clinic-call.tsx'
import type { ClinicLink } from '../../store/clinic-link.ts'
import { clinicName } from '../linked-words.ts'
import { isLate, isUnsent, type OutboxItem } from '../outbox.ts'

/** What the clinic has not got: that it is on its way, that this takes too long, or that it was not taken. */
export function NotSent({ clinic }: { readonly clinic: ClinicLink }): JSX.Element | null {
  const app = useApp()
  const { i18n, linked, at } = app
  const items = (linked?.items ?? []).filter(isUnsent)
  const isTrouble = items.some((item) => item.state === 'refused' || isLate(item, at))
  // What is being sent for the first time is no news.
  if (items.length === 0 || (linked?.isReached === null && !isTrouble)) return null
  return (
    <div class="clinic-notice clinic-notice-trouble" role="status">
      <p>{notSentText(app, clinic, items)}</p>
      {isTrouble ? <ClinicCall /> : null}
      <p>
        <a href={hrefTo('my-clinic', 'unsent')}>
          {i18n._({ id: 'clinic.unsent-show', message: 'Show what it is' })}
        </a>
      </p>
    </div>
  )
}

function notSentText({ i18n, at }: App, clinic: ClinicLink, items: readonly OutboxItem[]): string {
  const name = clinicName(i18n, clinic)
  if (items.some(({ state }) => state === 'refused'))
    return i18n._({
      id: 'clinic.refused-some',
      message: '{name} did not take something that you told.',
      values: { name },
    })
  if (items.some((item) => isLate(item, at)))
    return i18n._({
      id: 'clinic.unsent-late',
      message:
        '{name} still has not got something that you told. It is tried again and again. Do not wait for that: call them.',
      values: { name },
    })
  return i18n._({
    id: 'clinic.unsent-some',
    message:
      '{count, plural, one {# thing is not sent yet: {name} has not got it. It is sent by itself as soon as it can be.} other {# things are not sent yet: {name} has not got them. They are sent by themselves as soon as they can be.}}',
    values: { count: items.length, name },
  })
}
