import type { JSX } from 'preact'
import { useCare } from '../../../app/care-context.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import type { SeriesPlan } from '../../../model/series.ts'
import { dateText, eventName } from '../../../screens/sessions/session-words.ts'
import { type BlockedSpan, SeriesTrack } from '../../../screens/sessions/series-track.tsx'
import { sessionStops, type SessionStop } from './session-stops.ts'
import { missingWords, stopNote, stopTitle } from './stop-words.ts'
import { TakeOff } from './take-off.tsx'

interface StopsCardProps {
  readonly patientId: string
  readonly series: SeriesPlan
  readonly blocked: readonly BlockedSpan[]
  /** Null where this person may not plan. */
  readonly onPlan: ((date: string) => void) | null
}

/** Every session in its place, with the gap before it: those done, those planned, those that fit, the upkeep. */
export function StopsCard({ patientId, series, blocked, onPlan }: StopsCardProps): JSX.Element {
  const care = useCare()
  const { i18n, format } = care
  const missing = missingWords(i18n, series)
  const { event, maintenance } = series
  return (
    <Card title={i18n._({ id: 'series.stops', message: 'One after the other' })}>
      <SeriesTrack series={series} blocked={blocked} />
      <ol class="series">
        {sessionStops(care, series).map((stop) => (
          <Stop key={`${stop.number} ${stop.date}`} {...{ stop, patientId, series, onPlan }} />
        ))}
        {event ? (
          <li class="stop stop-event">
            <span class="stop-title">{eventName(care, event.kind, event.known)}</span>
            <span class="stop-date">{dateText(care, event.date)}</span>
            <span class="stop-note">
              {i18n._({
                id: 'series.event.bounds',
                message: 'Last session by {last}. By {full} for its full effect.',
                values: {
                  last: format.date(event.lastSessionBy),
                  full: format.date(event.fullEffectFrom),
                },
              })}
            </span>
          </li>
        ) : null}
        {maintenance ? <Upkeep {...maintenance} /> : null}
      </ol>
      {missing === '' ? null : <p class="missing">{missing}</p>}
    </Card>
  )
}

interface StopProps extends Omit<StopsCardProps, 'blocked'> {
  readonly stop: SessionStop
}

function Stop({ stop, patientId, series, onPlan }: StopProps): JSX.Element {
  const care = useCare()
  const { kind, date } = stop
  return (
    <li class={`stop stop-${kind === 'done' ? 'past' : 'coming'}`}>
      <span class="stop-title">{stopTitle(care, stop)}</span>
      <span class="stop-line">
        <span class="stop-date">{dateText(care, date)}</span>
        {onPlan === null ? null : <StopWay {...{ stop, patientId, onPlan }} />}
      </span>
      <span class="stop-note">{stopNote(care, stop, series.rules.spacing)}</span>
    </li>
  )
}

interface StopWayProps {
  readonly stop: SessionStop
  readonly patientId: string
  readonly onPlan: (date: string) => void
}

/** A date that fits can be planned, and one that is planned taken off. */
function StopWay({ stop, patientId, onPlan }: StopWayProps): JSX.Element | null {
  const { i18n } = useCare()
  switch (stop.kind) {
    case 'done':
      return null
    case 'booked':
      return <TakeOff patientId={patientId} procedure={stop.procedure} />
    case 'fits':
      return (
        <Button onClick={() => onPlan(stop.date)}>
          {i18n._({ id: 'series.plan', message: 'Plan this date' })}
        </Button>
      )
    default:
      return stop.kind satisfies never
  }
}

function Upkeep({ from, until }: NonNullable<SeriesPlan['maintenance']>): JSX.Element {
  const { i18n, format } = useCare()
  return (
    <li class="stop stop-upkeep">
      <span class="stop-title">{i18n._({ id: 'series.upkeep', message: 'Maintenance' })}</span>
      <span class="stop-date">
        {i18n._({
          id: 'series.upkeep.span',
          message: 'One session, {from} to {until}',
          values: { from: format.date(from), until: format.date(until) },
        })}
      </span>
    </li>
  )
}
