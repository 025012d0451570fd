import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { type App, useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import type { PatientSeries, SeriesState } from '../../api/series.ts'
import { type Column, Table } from '../../components/table.tsx'
import { BoardTrackView } from './board-track-view.tsx'
import { countWords, gapDaysWords, tabWord } from './board-words.ts'
import { NextCell } from './next-cell.tsx'
import type { Spacing } from './spacing.ts'

interface BoardTableProps {
  readonly items: readonly PatientSeries[]
  /** Null until the protocols are here. */
  readonly spacing: Spacing | null
  readonly state: SeriesState
}

/** One line a patient: who, their sessions on the common measure, the gaps, and what is next. */
export function BoardTable({ items, spacing, state }: BoardTableProps): JSX.Element {
  const app = useApp()
  return (
    <Table
      caption={tabWord(app.i18n, state)}
      columns={columnsOf(app, spacing)}
      rows={items}
      keyOf={({ patientId }) => patientId}
    />
  )
}

function columnsOf(app: App, spacing: Spacing | null): readonly Column<PatientSeries>[] {
  const { i18n } = app
  return [
    {
      key: 'name',
      head: i18n._({ id: 'series.head.patient', message: 'Patient' }),
      isHead: true,
      cell: ({ patientId, name }) => (
        <a href={hrefTo('series', patientId)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    {
      key: 'track',
      head: i18n._({
        id: 'series.head.track',
        message: 'Sessions, from half a year ago to 3 months ahead',
      }),
      cell: (series) => (
        <div class="board-sessions">
          <BoardTrackView series={series} />
          <span class="small">{countWords(app, series)}</span>
        </div>
      ),
    },
    {
      key: 'gaps',
      head: i18n._({ id: 'series.head.gaps', message: 'Gaps' }),
      cell: (series) => <Gaps series={series} spacing={spacing} />,
    },
    {
      key: 'next',
      head: i18n._({ id: 'series.head.next', message: 'Next' }),
      cell: (series) => <NextCell series={series} />,
    },
  ]
}

interface GapsProps {
  readonly series: PatientSeries
  readonly spacing: Spacing | null
}

/** The gaps between sessions, those outside of what the sources prefer said so, and how long the last one is ago. */
function Gaps({ series: { gapsDays, done }, spacing }: GapsProps): JSX.Element {
  const app = useApp()
  const { i18n, format, at } = app
  const last = parseInstant(done.at(-1)?.endedAt ?? '')
  const gaps = gapsDays.map((days) =>
    spacing === null ? format.unit(days, 'day') : gapDaysWords(app, days, spacing),
  )
  return (
    <div class="board-gaps">
      {gaps.length === 0 ? null : <span>{format.join(gaps, 'semicolon')}</span>}
      {last === undefined ? null : (
        <span class="small">
          {i18n._({
            id: 'series.last',
            message: 'Last: {length} ago',
            values: { length: format.elapsed(at - last) },
          })}
        </span>
      )}
    </div>
  )
}
