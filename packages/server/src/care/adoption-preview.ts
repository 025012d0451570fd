import { setImmediate } from 'node:timers/promises'
import { applyPlan, type Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { inScope } from '../store/database.ts'
import type { AdoptionDraft } from './adoption-draft.ts'
import { type Compare, createCompare, type SubjectChange } from './plan-change.ts'
import { type PatientCare, readCares } from './patient-care.ts'
import { type PlanPage, runningPlans } from './running-plans.ts'
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

/**
 * Goes through the clinic's running plans page by page, each in a transaction of its own: others are served between them.
 * Some ten thousand plans are one second of work, less than to hand them to threads; most of the time is their opening.
 */
export async function previewAdoption(
  deps: Pick<Deps, 'db' | 'shelf' | 'masterKeys' | 'now'>,
  { clinicId, draft, at }: Preview,
): Promise<AdoptionEffect> {
  const compare = createCompare(at)
  let [running, changed, after] = [0, 0, null as string | null]
  const plans: PlanEffect[] = []
  for (;;) {
    const page = await readPage(deps, { clinicId, at, after, limit: PAGE })
    for (const before of page.cares) {
      if (before.care === null) continue
      running += 1
      const subjects = changesUnder(before, draft, compare)
      if (subjects.length === 0) continue
      changed += 1
      if (plans.length < SHOWN) plans.push({ patientId: before.record.patientId, subjects })
    }
    after = page.last
    if (after === null) return { running, changed, plans }
    await setImmediate()
  }
}

interface Preview {
  readonly clinicId: string
  readonly draft: AdoptionDraft
  readonly at: Instant
}

interface Page {
  readonly cares: readonly PatientCare[]
  /** Null where it was the last page. */
  readonly last: string | null
}

function readPage(
  deps: Pick<Deps, 'db' | 'shelf' | 'masterKeys' | 'now'>,
  page: PlanPage,
): Promise<Page> {
  const { clinicId, limit } = page
  return inScope(deps.db, { clinicId }, async (trx) => {
    const rows = await runningPlans(trx, page).execute()
    const cares = await readCares(trx, deps, { clinicId, rows })
    return { cares, last: rows.length < limit ? null : (rows.at(-1)?.patientId ?? null) }
  })
}

function changesUnder(
  { record, events, care }: PatientCare,
  { library, shortenings }: AdoptionDraft,
  compare: Compare,
): readonly SubjectChange[] {
  const session = sessionOf(record.zone, events, shortenings)
  if (care === null || session === null) return []
  return compare(care.plan, applyPlan(library.planner, session))
}
