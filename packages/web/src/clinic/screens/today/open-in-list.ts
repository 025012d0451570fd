import { type Planner, urgencyOf } from '@afterglow/engine'
import type { RecentCheckIn } from '../../api/check-ins.ts'
import type { LeftOpen } from '../patients/overview/left-open.ts'

/**
 * What a check-in of the list leaves open, where it would calm. No patient's plan is at hand: it has to tell of every alarm
 * that the clinic's protocols count for everybody. Without protocols nobody can say.
 */
export function openInList(
  planner: Planner | null,
  { disposition, signs }: Pick<RecentCheckIn, 'disposition' | 'signs'>,
): LeftOpen | null {
  if (urgencyOf(disposition) >= urgencyOf('contact-clinic')) return null
  const told = new Set(signs.map(({ code }) => code))
  const asked = planner === null ? [] : alarmsForAll(planner)
  const isAnswered = asked.length > 0 && asked.every((sign) => told.has(sign))
  return isAnswered ? null : { alarms: null }
}

/** The signs that are an alarm by themselves, whoever the patient is. */
function alarmsForAll({ shelves }: Planner): readonly string[] {
  return shelves
    .flatMap(({ compiled }) => compiled.protocol.triage.redFlags)
    .filter((flag) => flag.with === undefined && flag.when === undefined)
    .map(({ sign }) => sign)
}
