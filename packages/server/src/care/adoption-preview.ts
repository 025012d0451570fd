import { applyPlan, type Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import type { Trx } from '../store/database.ts'
import type { AdoptionDraft } from './adoption-draft.ts'
import { planChanges, type SubjectChange } from './plan-change.ts'
import { type PatientCare, readCares } from './patient-care.ts'
import { runningPlans } from './running-plans.ts'
import { sessionOf } from './session-of.ts'

/** What an adoption would change for the clinic's patients if every running plan got it. */
export interface AdoptionEffect {
  readonly running: number
  readonly changed: number
  /** The first of those that change, by patient id. */
  readonly plans: readonly PlanEffect[]
}

interface PlanEffect {
  readonly patientId: string
  readonly subjects: readonly SubjectChange[]
}

const PAGE = 200
const SHOWN = 50

/** Goes through the clinic's running plans page by page. */
export async function previewAdoption(
  trx: Trx,
  deps: Pick<Deps, 'shelf' | 'masterKeys' | 'now'>,
  {
    clinicId,
    draft,
    at,
  }: { readonly clinicId: string; readonly draft: AdoptionDraft; readonly at: Instant },
): Promise<AdoptionEffect> {
  let [running, changed, after] = [0, 0, null as string | null]
  const plans: PlanEffect[] = []
  for (;;) {
    const rows = await runningPlans(trx, { clinicId, at, after, limit: PAGE }).execute()
    for (const before of await readCares(trx, deps, { clinicId, rows })) {
      if (before.care === null) continue
      running += 1
      const subjects = changesUnder(before, draft, at)
      if (subjects.length === 0) continue
      changed += 1
      if (plans.length < SHOWN) plans.push({ patientId: before.record.patientId, subjects })
    }
    after = rows.at(-1)?.patientId ?? null
    if (rows.length < PAGE) return { running, changed, plans }
  }
}

function changesUnder(
  { record, events, care }: PatientCare,
  { library, shortenings }: AdoptionDraft,
  at: Instant,
): readonly SubjectChange[] {
  const session = sessionOf(record.zone, events, shortenings)
  if (care === null || session === null) return []
  return planChanges({ before: care.plan, after: applyPlan(library.planner, session), at })
}
