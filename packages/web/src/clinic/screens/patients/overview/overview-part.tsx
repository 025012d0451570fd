import type { JSX } from 'preact'
import { useStaff } from '../../../app/console-context.ts'
import { ChangePlan } from '../change/change-plan.tsx'
import { OfPlan, usePlanState } from '../page/of-plan.tsx'
import { FactsCard } from './facts-card.tsx'
import { NowCard } from './now-card.tsx'
import { OpensCard } from './opens-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { Timeline } from './timeline.tsx'
import './overview.css'

/** How it stands now, what comes next, and everything that happened. */
export function OverviewPart(): JSX.Element {
  return (
    <div class="patient-columns">
      <div class="stack">
        <OfPlan>
          <NowCard />
        </OfPlan>
        <Timeline />
      </div>
      <PlanColumn />
    </div>
  )
}

/** Nothing is said of a plan, and no effect on it shown, unless it is the very one that the server has. */
function PlanColumn(): JSX.Element | null {
  const { may } = useStaff()
  if (usePlanState() !== 'same') return null
  return (
    <div class="stack">
      <OpensCard />
      <SessionsCard />
      <FactsCard />
      {may('owner', 'clinician', 'front-desk') ? <ChangePlan /> : null}
    </div>
  )
}
