import type { PlannedSession } from '@afterglow/engine'
import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import type { PastSession, SeriesPlan } from '../../model/series.ts'
import { dateText, eventName, gapText, missingText, spacingText } from './session-words.ts'
import { type BlockedSpan, SeriesTrack } from './series-track.tsx'

interface SeriesListProps {
  readonly series: SeriesPlan
  readonly blocked: readonly BlockedSpan[]
}

/** Every session in its place: those done, those that fit, the day they lead up to, the upkeep. */
export function SeriesList({ series, blocked }: SeriesListProps): JSX.Element | null {
  const { i18n } = useCare()
  const missing = missingText(i18n, series)
  if (series.past.length + series.coming.length === 0 && !series.event) return null
  return (
    <Card title={i18n._({ id: 'sessions.all', message: 'One after the other' })}>
      <SeriesTrack series={series} blocked={blocked} />
      <ol class="series">
        {series.past.map((one) => (
          <PastStop key={one.endedAt} session={one} />
        ))}
        {series.coming.map((one) => (
          <ComingStop key={one.date} session={one} />
        ))}
        {series.event ? <EventStop event={series.event} /> : null}
        {series.maintenance ? <UpkeepStop {...series.maintenance} /> : null}
      </ol>
      {missing === '' ? null : <p class="missing">{missing}</p>}
      {series.event?.known === false ? (
        <p class="quiet">
          {i18n._({
            id: 'sessions.event.unknown',
            message:
              'We have no rules for this kind of day. The dates leave time for the skin to settle. Ask your clinic about the rest.',
          })}
        </p>
      ) : null}
    </Card>
  )
}

function PastStop({ session }: { readonly session: PastSession }): JSX.Element {
  const care = useCare()
  const { i18n } = care
  return (
    <Stop
      kind={session.isBooked ? 'coming' : 'past'}
      title={sessionName(care, session.number)}
      date={dateText(care, session.date)}
      note={
        session.isBooked
          ? i18n._({ id: 'sessions.planned', message: 'planned' })
          : i18n._({ id: 'sessions.over', message: 'done' })
      }
    />
  )
}

function ComingStop({ session }: { readonly session: PlannedSession }): JSX.Element {
  const care = useCare()
  return (
    <Stop
      kind="coming"
      title={sessionName(care, session.number)}
      date={dateText(care, session.date)}
      note={[gapText(care, session), spacingText(care.i18n, session.spacing)].join(' ').trim()}
    />
  )
}

/** The day the sessions lead up to, and how late the last one may be. */
function EventStop({ event }: { readonly event: NonNullable<SeriesPlan['event']> }): JSX.Element {
  const care = useCare()
  const { i18n, format } = care
  return (
    <Stop
      kind="event"
      title={eventName(care, event.kind, event.known)}
      date={dateText(care, event.date)}
      note={i18n._({
        id: 'sessions.event.bounds',
        message:
          'Last session by {last}, so that the skin has settled. By {full} for its full effect.',
        values: {
          last: format.date(event.lastSessionBy),
          full: format.date(event.fullEffectFrom),
        },
      })}
    />
  )
}

function UpkeepStop({ from, until }: NonNullable<SeriesPlan['maintenance']>): JSX.Element {
  const { i18n, format } = useCare()
  return (
    <Stop
      kind="upkeep"
      title={i18n._({ id: 'sessions.upkeep', message: 'Upkeep, if you want it' })}
      date={i18n._({
        id: 'sessions.upkeep.span',
        message: '{from} to {until}',
        values: { from: format.date(from), until: format.date(until) },
      })}
      note={i18n._({ id: 'sessions.upkeep.one', message: 'One session in this span.' })}
    />
  )
}

function sessionName({ i18n, format }: AppCare, number: number): string {
  return i18n._({
    id: 'sessions.session',
    message: 'Session {number}',
    values: { number: format.number(number) },
  })
}

interface StopProps {
  readonly kind: 'past' | 'coming' | 'event' | 'upkeep'
  readonly title: string
  readonly date: string
  readonly note: string
}

function Stop({ kind, title, date, note }: StopProps): JSX.Element {
  return (
    <li class={`stop stop-${kind}`}>
      <span class="stop-title">{title}</span>
      <span class="stop-date">{date}</span>
      {note === '' ? null : <span class="stop-note">{note}</span>}
    </li>
  )
}
