import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { useStaff } from '../../../app/console-context.ts'
import { ChangePlan } from '../change/change-plan.tsx'
import { OfPlan } from '../page/of-plan.tsx'
import { FactsCard } from './facts-card.tsx'
import { NowCard } from './now-card.tsx'
import { OpensCard } from './opens-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { Timeline } from './timeline.tsx'

/** How it stands now, what comes next, and everything that happened. */
export function OverviewPart(): JSX.Element {
  const { plan } = useApp()
  const { may } = useStaff()
  return (
    <div class="patient-columns">
      <div class="stack">
        <OfPlan>
          <NowCard />
        </OfPlan>
        <Timeline />
      </div>
      <div class="stack">
        {plan === null ? null : (
          <OfPlan>
            <OpensCard />
          </OfPlan>
        )}
        {plan === null ? null : <SessionsCard />}
        <FactsCard />
        {may('owner', 'clinician', 'front-desk') ? <ChangePlan /> : null}
      </div>
    </div>
  )
}
