import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useCare } from '../../../app/care-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Page } from '../../../components/page.tsx'
import { resultsOf } from '../../../model/results.ts'
import { seriesOf } from '../../../model/series.ts'
import { ResultList } from '../../../screens/results/result-list.tsx'
import '../../../screens/results/results.css'
import { SeriesRules } from '../../../screens/sessions/series-rules.tsx'
import '../../../screens/sessions/sessions.css'
import { useWish } from '../../../screens/sessions/use-wish.ts'
import { useStaff } from '../../app/console-context.ts'
import { boardBack } from './board-back.ts'
import { spacingWords } from './board-words.ts'
import { HoldsCard } from './holds-card.tsx'
import { PlanDate } from './plan-date.tsx'
import { StopsCard } from './stops-card.tsx'
import { WishCard } from './wish-card.tsx'

interface SeriesPanelProps {
  readonly patientId: string
  readonly name: string
}

/** The dates of one patient, worked out by the engine here and now: forwards, or back from a day that matters. */
export function SeriesPanel({ patientId, name }: SeriesPanelProps): JSX.Element {
  const care = useCare()
  const { i18n, plan, at, zone } = care
  const { may } = useStaff()
  const wish = useWish(care)
  const [date, setDate] = useState<string | null>(null)
  const series = useMemo(() => seriesOf(care, wish.planned), [plan, at, zone, wish.planned])
  const plans = may('owner', 'clinician', 'front-desk') ? setDate : null
  return (
    <Page
      title={name}
      back={boardBack(i18n)}
      lead={spacingWords(care, series.rules.spacing)}
      aside={
        <>
          <WishCard wish={wish} series={series} />
          <SeriesRules series={series} />
        </>
      }
    >
      <HoldsCard patientId={patientId} series={series} />
      <StopsCard {...{ patientId, series, blocked: wish.planned.blocked ?? [], onPlan: plans }} />
      <div class="cluster">
        <Button href={hrefTo('patients', patientId)}>
          {i18n._({ id: 'series.open', message: 'Open the patient' })}
        </Button>
        {plans === null ? null : (
          <Button onClick={() => plans('')}>
            {i18n._({ id: 'series.plan.other', message: 'Plan another date' })}
          </Button>
        )}
      </div>
      <details class="more">
        <summary>{i18n._({ id: 'series.results', message: 'When results show' })}</summary>
        <ResultList results={resultsOf(care)} />
      </details>
      <PlanDate {...{ patientId, series, date, onClose: () => setDate(null) }} />
    </Page>
  )
}
