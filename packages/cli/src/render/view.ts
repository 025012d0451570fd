import { type DatedPlan, datePlan } from '@afterglow/engine'
import type { Care } from '@afterglow/ledger'
import type { Request } from '../care.ts'
import type { Look } from '../layout.ts'

/** One person's plan at one instant, on the clock, and the look it is drawn in. */
export interface View extends Care {
  readonly dated: DatedPlan
  readonly look: Look
  /** Whether each line names its sources. */
  readonly sources: boolean
}

export function viewOf(care: Care, look: Look, { flags }: Pick<Request, 'flags'>): View {
  return { ...care, dated: datePlan(care.plan), look, sources: flags.sources !== undefined }
}
