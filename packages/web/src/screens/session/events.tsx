import type { CareEvent } from '@afterglow/engine'
import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { Row, Rows } from '../../components/row.tsx'

/** What has happened since, the latest first. */
export function Events(): JSX.Element | null {
  const care = useCare()
  const { i18n, session, format, at } = care
  if (session.events.length === 0) return null
  const latestFirst = session.events.toSorted((a, b) => b.at - a.at)
  return (
    <Card title={i18n._({ id: 'events.title', message: 'What has happened since' })}>
      <Rows>
        {latestFirst.map((event, place) => (
          // Two of one minute may say the same.
          <Row
            key={`${JSON.stringify(event)} ${place}`}
            title={eventText(care, event)}
            note={format.dayTime(event.at, at)}
          />
        ))}
      </Rows>
    </Card>
  )
}

function eventText(care: AppCare, event: CareEvent): string {
  const { i18n, texts, format, at } = care
  switch (event.type) {
    case 'check-in':
      return i18n._({ id: 'event.check-in', message: 'You checked in' })
    case 'moved':
      return i18n._({
        id: 'event.moved',
        message: 'Your times are shown in {zone}',
        values: { zone: format.zoneName(event.zone, event.at) },
      })
    case 'corrected':
      return i18n._({
        id: 'event.corrected',
        message: 'You corrected the end to {when}',
        values: { when: format.shortDayTime(event.endedAt, at) },
      })
    default:
      return subjectEventText(care, event, texts.subject(event.subject))
  }
}

type SubjectEvent = Extract<CareEvent, { readonly subject: string }>

function subjectEventText({ i18n }: AppCare, event: SubjectEvent, subject: string): string {
  const values = { subject }
  switch (event.type) {
    case 'done':
      return i18n._({ id: 'event.done', message: 'You did it already: {subject}', values })
    case 'clearance':
      return i18n._({ id: 'event.clearance', message: 'Your clinic opened it: {subject}', values })
    case 'override':
      return i18n._({
        id: 'event.override',
        message: 'Your clinic changed the time: {subject}',
        values,
      })
    case 'patient-reported-advice':
      return i18n._({
        id: 'event.advice',
        message: 'Your own doctor said to wait: {subject}',
        values,
      })
    default:
      return event
  }
}
