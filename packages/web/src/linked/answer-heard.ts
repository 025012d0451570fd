import { applyPlan, type CareEvent, type CheckIn, urgencyOf } from '@afterglow/engine'
import type { Care } from '../model/care.ts'
import { type CheckInAnswer, checkInAnswer } from '../model/check-in.ts'
import { nameOf } from './merge.ts'

/**
 * Judges a check-in by the plan here, and by the one without what was lost: the more urgent answer counts. Beside a report that
 * the clinic never had, what is told now could else pass for fading.
 */
export function answerHeard(
  care: Care,
  lost: readonly CareEvent[],
  checkIn: CheckIn,
): CheckInAnswer {
  const answer = checkInAnswer(care, checkIn)
  if (lost.length === 0) return answer
  const names = new Set(lost.map(nameOf))
  const events = care.session.events.filter((event) => !names.has(nameOf(event)))
  const session = { ...care.session, events }
  const heard = checkInAnswer({ ...care, session, plan: applyPlan(care.planner, session) }, checkIn)
  const isMore = urgencyOf(heard.disposition) > urgencyOf(answer.disposition)
  return isMore ? { ...heard, changes: answer.changes } : answer
}
