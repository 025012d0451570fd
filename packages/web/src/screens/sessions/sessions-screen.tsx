import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { Page } from '../../components/page.tsx'
import { seriesOf } from '../../model/series.ts'
import { HoldList } from './hold-list.tsx'
import { NextSession } from './next-session.tsx'
import { SeriesList } from './series-list.tsx'
import { SeriesRules } from './series-rules.tsx'
import './sessions.css'
import { useWish } from './use-wish.ts'
import { WishForm } from './wish-form.tsx'

/** When the sessions can be, forwards from the last one or back from a day that matters, and what stops them. */
export function SessionsScreen(): JSX.Element {
  const care = useCare()
  const { i18n, at, plan, zone } = care
  const wish = useWish(care)
  const series = useMemo(() => seriesOf(care, wish.planned), [plan, at, zone, wish.planned])
  return (
    <Page
      title={i18n._({ id: 'sessions.title', message: 'Your sessions' })}
      aside={
        <>
          <WishForm wish={wish} series={series} />
          <SeriesRules series={series} />
        </>
      }
    >
      <NextSession series={series} />
      <HoldList
        title={i18n._({ id: 'sessions.holds', message: 'What stops the next session' })}
        holds={series.holds}
      />
      <SeriesList series={series} blocked={wish.planned.blocked ?? []} />
      <HoldList
        title={i18n._({
          id: 'sessions.to-confirm',
          message: 'Ask before you book, if one of these fits you',
        })}
        lead={i18n._({
          id: 'sessions.to-confirm.lead',
          message: 'You did not tell us about these. Each can be a reason to wait.',
        })}
        holds={series.toConfirm}
      />
    </Page>
  )
}
