import { addToDate, formatInstant, instantOf } from '@afterglow/engine'
import type { AuditFilter } from '../../../api/audit.ts'

/** What is looked for, as it is typed: days are whole ones, both ends included. */
export interface AuditDraft {
  readonly actor: string
  readonly action: string
  readonly from: string
  readonly to: string
}

export const NO_FILTER: AuditDraft = { actor: '', action: '', from: '', to: '' }

const ONE_DAY = { kind: 'days', days: 1 } as const

/** As the server is asked: `[from, to)`, on the reader's clock. */
export function filterOf({ actor, action, from, to }: AuditDraft, zone: string): AuditFilter {
  const startOf = (date: string) => formatInstant(instantOf(date, '00:00', zone), 'UTC')
  return {
    ...(actor !== '' && { actor }),
    ...(action !== '' && { action }),
    ...(from !== '' && { from: startOf(from) }),
    ...(to !== '' && { to: startOf(addToDate(to, ONE_DAY)) }),
  }
}
