import { beforeSessions, type Done, type Issue } from '@afterglow/engine'
import type { SheetRequest } from './sheet.ts'

/** What the person told, did not tell, and did against the plan. */
export interface Told {
  /** Facts not known, for which the stricter reading was taken, by the session file's key. */
  readonly unknown: readonly string[]
  /** Words in no list: kept, and treated as unknown. */
  readonly unmapped: readonly string[]
  readonly done: readonly Done[]
  readonly issues: readonly Issue[]
}

const PATIENT_FACTS = ['history', 'medicines', 'fitzpatrickSkinType'] as const

export function toldOf({ planner, session, plan, at }: SheetRequest): Told {
  const fromReasons = plan.windows.flatMap(({ reasons }) =>
    reasons.flatMap(({ unconfirmed = [] }) => unconfirmed),
  )
  const isAsked = beforeSessions(planner, session, at).some(({ suitability }) =>
    suitability.some(({ toConfirm }) => toConfirm),
  )
  const missing = isAsked ? PATIENT_FACTS.filter((key) => session.patient[key] === undefined) : []
  return {
    unknown: [...new Set([...fromReasons, ...missing])],
    unmapped: [...new Set(plan.unmapped.map(({ word }) => word))],
    done: plan.done.filter((one) => one.at <= at),
    issues: plan.issues,
  }
}
