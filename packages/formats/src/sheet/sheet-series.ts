import { type Hold, planSeries } from '@afterglow/engine'
import { proceduresAt } from '../plan/known-procedure.ts'
import type { SheetRequest } from './sheet.ts'

/** When the next session can be. */
export interface SheetSeries {
  /** A local date; null where something stops it, or none is planned. */
  readonly next: string | null
  readonly holds: readonly Hold[]
}

/** The sources' first date for the next session; null where no protocol covers what was done. */
export function seriesOf({ planner, plan, at }: SheetRequest): SheetSeries | null {
  if (!proceduresAt(plan, at).some(({ protocol }) => protocol !== null)) return null
  const { sessions, holds } = planSeries(planner, plan, { at })
  return { next: sessions[0]?.date ?? null, holds }
}
