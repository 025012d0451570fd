import type { Instant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import type { Timeline, TimelineRow } from '../../model/timeline.ts'
import type { TimelineSection } from './timeline-screen.tsx'
import { namesText, rowEndText, spansAhead, spansText } from './timeline-words.ts'

interface RibbonsProps {
  readonly timeline: Timeline
  readonly sections: readonly TimelineSection[]
  readonly onOpen: (row: TimelineRow) => void
}

/** The weeks over the ribbons, and a row for each. */
export function Ribbons({ timeline, sections, onOpen }: RibbonsProps): JSX.Element {
  return (
    <div class="ribbons">
      <Axis timeline={timeline} />
      {sections.map(({ title, rows }) => (
        <section key={title} class="ribbon-section">
          {title === null ? null : <h2 class="ribbon-title">{title}</h2>}
          <ul>
            {rows.map((row) => (
              <li key={row.subjects.join()}>
                <RibbonRow timeline={timeline} row={row} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const TICKS = 4

/** Four days over the ribbons, and a mark over now; it stays in sight while the ribbons go by. */
function Axis({ timeline }: Pick<RibbonsProps, 'timeline'>): JSX.Element {
  const { format, i18n } = useCare()
  const { days, now } = timeline
  const step = Math.ceil(days.length / TICKS)
  const ticks = days.filter((_, k) => k % step === 0)
  return (
    <div class="ribbon-grid axis" aria-hidden="true">
      <div class="axis-track">
        {ticks.map(({ at, day }) => (
          <span key={at} class="axis-tick" style={{ insetInlineStart: placeOf(timeline, at) }}>
            {i18n._({ id: 'timeline.tick', message: 'Day {day}', values: { day } })}
            <span class="axis-date">{format.shortDay(at)}</span>
          </span>
        ))}
        {now === null ? null : (
          <span
            class="axis-now"
            style={{
              insetInlineStart: `clamp(1.125rem, ${placeOf(timeline, now)}, 100% - 1.125rem)`,
            }}
          >
            {i18n._({ id: 'timeline.now', message: 'now' })}
          </span>
        )}
      </div>
    </div>
  )
}

interface RibbonRowProps {
  readonly timeline: Timeline
  readonly row: TimelineRow
  readonly onOpen: (row: TimelineRow) => void
}

function RibbonRow({ timeline, row, onOpen }: RibbonRowProps): JSX.Element {
  const care = useCare()
  return (
    <button type="button" class="ribbon-grid ribbon-row" onClick={() => onOpen(row)}>
      <span class="ribbon-name">{namesText(care, row.subjects)}</span>
      <span class="ribbon-end" aria-hidden="true">
        {rowEndText(care, row)}
      </span>
      <span class="unseen">{spansText(care, spansAhead(row.spans, care.at))}</span>
      <Ribbon timeline={timeline} row={row} />
    </button>
  )
}

/** The spans as areas, from the start of the line to its end: the script's direction turns it round. */
function Ribbon({ timeline, row }: Omit<RibbonRowProps, 'onOpen'>): JSX.Element {
  const { now, until } = timeline
  return (
    <span class="ribbon" aria-hidden="true">
      {row.spans
        .filter((span) => !span.isPlanned)
        .map(({ start, end, status }) => (
          <span
            key={start}
            class={`ribbon-span fill-${status}`}
            style={{
              insetInlineStart: placeOf(timeline, start),
              insetInlineEnd: `calc(100% - ${placeOf(timeline, Math.min(end ?? until, until))})`,
            }}
          />
        ))}
      {now === null ? null : (
        <>
          <span class="ribbon-past" style={{ inlineSize: placeOf(timeline, now) }} />
          <span class="ribbon-now" style={{ insetInlineStart: placeOf(timeline, now) }} />
        </>
      )}
    </span>
  )
}

/** How far along the line an instant lies. */
function placeOf({ from, until }: Timeline, at: Instant): string {
  return `${(((at - from) / (until - from)) * 100).toFixed(3)}%`
}
