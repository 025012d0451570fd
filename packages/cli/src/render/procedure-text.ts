import type { PlanProcedure, Session } from '@afterglow/engine'
import { PROCEDURE } from '../copy.ts'

/** What was done, in words: `microneedling with radiofrequency heat`, `chemical peel`. */
export function whatWasDone(session: Session, { id, code }: PlanProcedure): string {
  const given = session.procedures.find((one) => one.id === id)
  const isNeedling = code === 'microneedling'
  if (isNeedling && given?.device === 'rf') return PROCEDURE.radiofrequency
  return PROCEDURE.named(code.replaceAll('-', ' '))
}
