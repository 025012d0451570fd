import { applyPlan, type CareEvent, type CheckIn, urgencyOf } from '@afterglow/engine'
import type { App } from '../app/app-context.ts'
import type { Care } from '../model/care.ts'
import { type CheckInAnswer, checkInAnswer } from '../model/check-in.ts'
import { nameOf } from './merge.ts'

/** What was told here and the clinic never had: it was refused, or could be neither kept nor sent. */
export function notHad({ record, linked }: Pick<App, 'record' | 'linked'>): readonly CareEvent[] {
  const refused = (linked?.items ?? []).filter(({ refusal }) => refusal !== null)
  const events = refused.flatMap(({ what }) => (what.kind === 'event' ? [what.event] : []))
  return [...events, ...(record.clinic?.lost ?? [])]
}

/**
 * Judges a check-in by the plan here, and by the one without what the clinic never had: the more urgent answer counts. Beside
 * such a report, what is told now could else pass for fading.
 */
export function answerHeard(
  care: Care,
  unheard: readonly CareEvent[],
  checkIn: CheckIn,
): CheckInAnswer {
  const answer = checkInAnswer(care, checkIn)
  if (unheard.length === 0) return answer
  const names = new Set(unheard.map(nameOf))
  const events = care.session.events.filter((event) => !names.has(nameOf(event)))
  const session = { ...care.session, events }
  const heard = checkInAnswer({ ...care, session, plan: applyPlan(care.planner, session) }, checkIn)
  const isMore = urgencyOf(heard.disposition) > urgencyOf(answer.disposition)
  return isMore ? { ...heard, changes: answer.changes } : answer
}
