import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Page } from '../../../components/page.tsx'
import { SERIES_STATES, type SeriesState } from '../../api/series.ts'
import { useClinicLibrary } from '../../app/library.ts'
import { useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'
import { BoardTable } from './board-table.tsx'
import { spacingWords, tabWord } from './board-words.ts'
import { NobodyHere } from './nobody-here.tsx'
import { readBoard } from './read-board.ts'
import { type Spacing, spacingOf } from './spacing.ts'

interface SeriesBoardProps {
  readonly state: SeriesState
}

/** Everybody's sessions on one measure: whose next one is due, planned, or held and why. */
export function SeriesBoard({ state }: SeriesBoardProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const spacing = useSpacing()
  return (
    <Page
      title={i18n._({ id: 'series.title', message: 'Series' })}
      {...(spacing && { lead: spacingWords(app, spacing) })}
    >
      <nav class="tabs" aria-label={i18n._({ id: 'series.tabs', message: 'Which series' })}>
        {SERIES_STATES.map((one) => (
          <a
            key={one}
            class="tab"
            href={hrefTo('series', one)}
            {...(one === state && { 'aria-current': 'page' as const })}
          >
            {tabWord(i18n, one)}
          </a>
        ))}
      </nav>
      <Board state={state} spacing={spacing} />
    </Page>
  )
}

function useSpacing(): Spacing | null {
  const { at } = useApp()
  const library = useClinicLibrary()
  return library.state === 'there' ? spacingOf(library.value.planner, at) : null
}

interface BoardProps extends SeriesBoardProps {
  readonly spacing: Spacing | null
}

function Board({ state, spacing }: BoardProps): JSX.Element {
  const { i18n } = useApp()
  const [pages, setPages] = useState(1)
  const board = useQuery(['series', state, String(pages)], () => readBoard(state, pages))
  return (
    <Show loaded={board}>
      {({ items, next }) => (
        <section class="card board">
          {items.length === 0 ? (
            <NobodyHere state={state} isMore={next !== null} />
          ) : (
            <BoardTable items={items} spacing={spacing} state={state} />
          )}
          {next === null ? null : (
            <Button onClick={() => setPages(pages + 1)}>
              {i18n._({ id: 'series.more', message: 'Look further' })}
            </Button>
          )}
        </section>
      )}
    </Show>
  )
}
