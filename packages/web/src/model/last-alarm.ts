import {
  type CareEvent,
  type Disposition,
  type Instant,
  triage,
  urgencyOf,
} from '@afterglow/engine'
import type { Care } from './care.ts'

/** What the last check-in came to, where it cannot wait. */
export interface LastAlarm {
  readonly at: Instant
  readonly disposition: Disposition
}

/**
 * The alarm of the last check-in by now, judged as it was then: it stands until the next check-in, however long that takes.
 * Of several at one instant the most urgent counts. Null where the last one could wait, and where there was none.
 */
export function lastAlarm({ planner, plan, at }: Care): LastAlarm | null {
  const told = plan.events.filter(isCheckIn).filter((event) => event.at <= at)
  const last = Math.max(...told.map((event) => event.at))
  const [worst] = told
    .filter((event) => event.at === last)
    .map((event) => triage(planner, plan, event).disposition)
    .toSorted((a, b) => urgencyOf(b) - urgencyOf(a))
  return worst !== undefined && urgencyOf(worst) >= urgencyOf('urgent')
    ? { at: last, disposition: worst }
    : null
}

function isCheckIn(event: CareEvent): event is Extract<CareEvent, { readonly type: 'check-in' }> {
  return event.type === 'check-in'
}
