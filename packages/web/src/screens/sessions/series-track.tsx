import { addToDate, daysBetween } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import type { SeriesPlan } from '../../model/series.ts'

export interface BlockedSpan {
  readonly from: string
  readonly until: string
}

interface SeriesTrackProps {
  readonly series: SeriesPlan
  readonly blocked: readonly BlockedSpan[]
}

const ONE_DAY = { kind: 'days', days: 1 } as const

/** The same sessions on a line, to see how far they lie apart; the list under it says it all in words. */
export function SeriesTrack({ series, blocked }: SeriesTrackProps): JSX.Element | null {
  const { format } = useCare()
  const { past, coming, event } = series
  const dates = [...past, ...coming].map((one) => one.date)
  const ends = [...dates, ...(event ? [event.date] : [])].toSorted()
  const [first, last] = [ends[0], ends.at(-1)]
  if (first === undefined || last === undefined || ends.length < 2 || first === last) return null
  const days = daysBetween(first, last)
  const placeOf = (date: string) =>
    `${((Math.min(Math.max(daysBetween(first, date), 0), days) / days) * 100).toFixed(2)}%`
  return (
    <div class="track" aria-hidden="true">
      <div class="track-line">
        {blocked
          .filter(({ from, until }) => until >= first && from <= last)
          .map(({ from, until }) => (
            <span
              key={from}
              class="track-blocked"
              style={{
                insetInlineStart: placeOf(from),
                insetInlineEnd: `calc(100% - ${placeOf(addToDate(until, ONE_DAY))})`,
              }}
            />
          ))}
        {past.map(({ date, number, isBooked }) => (
          <Dot key={date} place={placeOf(date)} kind={isBooked ? 'coming' : 'past'}>
            {format.number(number)}
          </Dot>
        ))}
        {coming.map(({ date, number }) => (
          <Dot key={date} place={placeOf(date)} kind="coming">
            {format.number(number)}
          </Dot>
        ))}
        {event ? <Dot place={placeOf(event.date)} kind="event" /> : null}
      </div>
    </div>
  )
}

interface DotProps {
  readonly place: string
  readonly kind: 'past' | 'coming' | 'event'
  readonly children?: string
}

function Dot({ place, kind, children }: DotProps): JSX.Element {
  return (
    <span class={`track-dot track-${kind}`} style={{ insetInlineStart: place }}>
      {children}
    </span>
  )
}
