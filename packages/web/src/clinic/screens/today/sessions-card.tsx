import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Card } from '../../../components/card.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Row, Rows } from '../../../components/row.tsx'
import { readSeries, type SeriesPage } from '../../api/series.ts'
import { useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'
import { nextWords, stateWord } from '../series/board-words.ts'

const NAMED = 3

/** Whose next session is due or overdue, and how many are planned or held. */
export function SessionsCard(): JSX.Element {
  const { i18n } = useApp()
  const series = useQuery(['series', 'due'], () => readSeries('due'))
  return (
    <Card title={i18n._({ id: 'clinic-today.sessions', message: 'Next sessions' })}>
      <Show loaded={series}>{(page) => <Due page={page} />}</Show>
    </Card>
  )
}

function Due({ page: { items, next, counts } }: { readonly page: SeriesPage }): JSX.Element {
  const app = useApp()
  const { i18n, format } = app
  return (
    <Rows>
      {items.length === 0 && next === null ? (
        <Row
          title={i18n._({ id: 'clinic-today.sessions.none', message: 'Nobody is due' })}
          note={i18n._({
            id: 'clinic-today.sessions.none.text',
            message: 'When the least gap since a session is over, its patient stands here.',
          })}
        />
      ) : null}
      {items.slice(0, NAMED).map((one) => (
        <Row
          key={one.patientId}
          title={one.name}
          note={nextWords(app, one.next)}
          end={stateWord(i18n, one.next.state)}
          href={hrefTo('series', one.patientId)}
        />
      ))}
      {items.length > NAMED || next !== null ? (
        <Row
          title={i18n._({ id: 'clinic-today.sessions.all', message: 'All that are due' })}
          end={<Icon name="onward" size={20} />}
          href={hrefTo('series', 'due')}
        />
      ) : null}
      <Row
        title={i18n._({ id: 'clinic-today.sessions.planned', message: 'Planned' })}
        end={counts ? format.number(counts.planned) : ''}
        href={hrefTo('series', 'planned')}
      />
      <Others />
    </Rows>
  )
}

/** Ways to what somebody has to look into before a date can be said. */
function Others(): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <Row
        title={i18n._({ id: 'clinic-today.sessions.to-confirm', message: 'Planned: was it done?' })}
        end={<Icon name="onward" size={20} />}
        href={hrefTo('series', 'to-confirm')}
      />
      <Row
        title={i18n._({ id: 'clinic-today.sessions.held', message: 'On hold, and why' })}
        end={<Icon name="onward" size={20} />}
        href={hrefTo('series', 'held')}
      />
    </>
  )
}
