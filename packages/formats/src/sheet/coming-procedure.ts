import { type BeforeSession, beforeSessions, datePlan, type Instant } from '@afterglow/engine'
import type { SheetRequest } from './sheet.ts'

/** A procedure still to come: what to tell and to ask before it, and what to prepare. */
export interface ComingProcedure extends BeforeSession {
  /** From when on; null where a source gives no time. */
  readonly tasks: readonly { readonly task: string; readonly from: Instant | null }[]
}

export function comingProcedures({
  planner,
  session,
  plan,
  at,
}: SheetRequest): readonly ComingProcedure[] {
  const tasks = datePlan(plan).tasks.filter(({ phase }) => phase === 'before')
  return beforeSessions(planner, session, at).map((one) => ({
    ...one,
    tasks: tasks
      .filter(({ procedure = one.procedure }) => procedure === one.procedure)
      .map(({ task, from }) => ({ task, from })),
  }))
}
