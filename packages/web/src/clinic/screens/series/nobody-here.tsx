import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import type { SeriesState } from '../../api/series.ts'
import { Empty } from '../../components/empty.tsx'
import { nobodyText, nobodyTitle } from './board-words.ts'

interface NobodyHereProps {
  readonly state: SeriesState
  /** Whether there are patients that were not looked at yet. */
  readonly isMore: boolean
}

/** An empty part of the board: what would stand there. */
export function NobodyHere({ state, isMore }: NobodyHereProps): JSX.Element {
  const { i18n } = useApp()
  if (isMore)
    return (
      <p>{i18n._({ id: 'series.none.yet', message: 'Nobody among those looked at so far.' })}</p>
    )
  return (
    <Empty title={nobodyTitle(i18n, state)}>
      <p>{nobodyText(i18n, state)}</p>
      {state === 'all' ? (
        <a href={hrefTo('new-session')}>
          {i18n._({ id: 'series.none.first', message: 'Record the first session' })}
        </a>
      ) : null}
    </Empty>
  )
}
