import type { App } from '../app/app-context.ts'
import type { Outgoing, OwnEvent } from './outbox.ts'

/** What was told, in a few words. */
export function outgoingText(app: Pick<App, 'i18n' | 'texts'>, what: Outgoing): string {
  const { i18n } = app
  switch (what.kind) {
    case 'event':
      return eventText(app, what.event)
    case 'message':
      return what.body
    case 'photo':
      return i18n._({ id: 'unsent.photo', message: 'A photo' })
    case 'consent':
      return i18n._({ id: 'unsent.consent', message: 'What you agreed to' })
    default:
      return what satisfies never
  }
}

function eventText({ i18n, texts }: Pick<App, 'i18n' | 'texts'>, event: OwnEvent): string {
  switch (event.type) {
    case 'check-in':
      return i18n._({ id: 'event.check-in', message: 'You checked in' })
    case 'moved':
      return i18n._({ id: 'unsent.moved', message: 'That you are on another clock' })
    case 'done': {
      const values = { subject: texts.subject(event.subject) }
      return i18n._({ id: 'event.done', message: 'You did it already: {subject}', values })
    }
    case 'patient-reported-advice': {
      const values = { subject: texts.subject(event.subject) }
      return i18n._({
        id: 'event.advice',
        message: 'Your own doctor said to wait: {subject}',
        values,
      })
    }
    default:
      return event satisfies never
  }
}
