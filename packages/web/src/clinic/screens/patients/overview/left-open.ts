import { type Disposition, parseInstant, type SignReport, urgencyOf } from '@afterglow/engine'
import type { App } from '../../../../app/app-context.ts'
import { isConclusive, openAlarms } from '../../../../model/check-in.ts'
import type { AnsweredCheckIn } from '../../../api/check-ins.ts'

/** Of a kept check-in, what nobody asked or answered: then nothing calming is shown of it. */
export interface LeftOpen {
  /** The alarms that are open; null where no plan says which are asked. */
  readonly alarms: readonly string[] | null
}

/** A check-in as it is kept, with what was answered to it. */
export type KeptCheckIn = Pick<AnsweredCheckIn, 'at' | 'data' | 'answer'>

type Known = Pick<App, 'planner' | 'plan' | 'record' | 'zone'>

/**
 * Null where its answer may be shown as it is. What was told holds every answer, the no among them: an alarm that stands
 * nowhere in it was not asked, or not answered.
 */
export function leftOpenOf(known: Known, { at, data, answer }: KeptCheckIn): LeftOpen | null {
  const alarms = alarmsOf(known, { at, data })
  return isShown(answer.disposition, alarms) ? null : { alarms }
}

function isShown(disposition: Disposition, alarms: readonly string[] | null): boolean {
  return alarms === null
    ? urgencyOf(disposition) >= urgencyOf('contact-clinic')
    : isConclusive(disposition, alarms)
}

function alarmsOf(
  { planner, plan, record: { session }, zone }: Known,
  { at, data }: Pick<KeptCheckIn, 'at' | 'data'>,
): readonly string[] | null {
  const instant = parseInstant(at)
  if (plan === null || session === null || instant === undefined) return null
  const settled = (data.settled ?? []).map((code): SignReport => ({ code, severity: 0 }))
  return openAlarms({ planner, session, plan, at: instant, zone }, [...data.signs, ...settled])
}
