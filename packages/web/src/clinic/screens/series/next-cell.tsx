import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import type { PatientSeries, SeriesHold } from '../../api/series.ts'
import { nextWords, shortDate, stateWord } from './board-words.ts'

interface NextCellProps {
  readonly series: PatientSeries
}

/** When the next session is or can be; what stops it comes first. */
export function NextCell({ series }: NextCellProps): JSX.Element {
  const app = useApp()
  const { i18n, format, at } = app
  const { next, planned, toConfirm, holds } = series
  const booked = planned.flatMap((one) => parseInstant(one.at) ?? [])
  const known = holds.filter((hold) => !hold.toConfirm)
  return (
    <div class="board-next">
      <span>
        <State series={series} />{' '}
        {booked.length > 0
          ? booked.map((one) => format.shortDayTime(one, at)).join(' ')
          : nextWords(app, next)}
      </span>
      {toConfirm
        .flatMap((one) => parseInstant(one.at) ?? [])
        .map((one) => (
          <span key={one} class="board-early">
            {i18n._({
              id: 'series.unconfirmed',
              message: 'Planned for {when}: nobody has said that it was done.',
              values: { when: format.shortDayTime(one, at) },
            })}
          </span>
        ))}
      {booked.length > 0 && next.state === 'too-early' ? (
        <span class="board-early">
          {next.earliest === null
            ? i18n._({ id: 'series.early.held', message: 'Planned, but something stops it.' })
            : i18n._({
                id: 'series.early',
                message: 'Planned before {date}, the first day that is possible.',
                values: { date: shortDate(app, next.earliest) },
              })}
        </span>
      ) : null}
      {known.map((hold) => (
        <HoldLine key={hold.code} hold={hold} />
      ))}
    </div>
  )
}

/** Where something without an end stops it, that is what it is; else how its date lies. */
function State({ series: { next, holds, planned } }: NextCellProps): JSX.Element {
  const { i18n } = useApp()
  const isStopped = holds.some(({ until, toConfirm }) => until === null && !toConfirm)
  if (isStopped && planned.length === 0 && next.state !== 'done')
    return (
      <span class="state state-too-early">
        {i18n._({ id: 'series.state.held', message: 'On hold' })}
      </span>
    )
  const isAhead = next.state === 'too-early' && planned.length === 0
  return (
    <span class={`state state-${next.state}`}>
      {isAhead
        ? i18n._({ id: 'series.state.not-yet', message: 'Not yet' })
        : stateWord(i18n, next.state)}
    </span>
  )
}

function HoldLine({ hold }: { readonly hold: SeriesHold }): JSX.Element {
  const app = useApp()
  const { i18n, texts } = app
  return (
    <span class="board-hold">
      <span lang={texts.lang}>{texts.text(`hold.${hold.code}`)}</span>{' '}
      {hold.until === null ? null : (
        <span class="small">
          {i18n._({
            id: 'series.hold.until',
            message: 'Until about {date}.',
            values: { date: shortDate(app, hold.until) },
          })}
        </span>
      )}
    </span>
  )
}
