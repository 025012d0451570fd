import { localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import type { PatientSeries } from '../../api/series.ts'
import { boardTrack, TRACK } from './board-track.ts'

const TODAY = (TRACK.before / (TRACK.before + TRACK.after)) * 100

/** The sessions on a line that is the same for everybody; the columns beside it say it in words. */
export function BoardTrackView({ series }: { readonly series: PatientSeries }): JSX.Element {
  const { at, zone, format } = useApp()
  const { dots, window, earlier } = boardTrack(series, { today: localDate(at, zone), zone })
  return (
    <div class="board-track" aria-hidden="true">
      {window === null ? null : (
        <span
          class="board-window"
          style={{
            insetInlineStart: `${window.start.toFixed(2)}%`,
            insetInlineEnd: `${(100 - window.end).toFixed(2)}%`,
          }}
        />
      )}
      <span class="board-today" style={{ insetInlineStart: `${TODAY.toFixed(2)}%` }} />
      {earlier === 0 ? null : <span class="board-earlier">+{format.number(earlier)}</span>}
      {dots.map(({ kind, number, place }) => (
        <span
          key={`${kind} ${number} ${place}`}
          class={`board-dot board-${kind}`}
          style={{ insetInlineStart: `${place.toFixed(2)}%` }}
        >
          {format.number(number)}
        </span>
      ))}
    </div>
  )
}
