import { jsonOf, timestampOf, type Trx } from '../store/database.ts'
import type { Deps } from '../deps.ts'
import { actorOf, type Principal } from './principal.ts'

/** One line of the audit: who did what to whose record, and whether it was allowed. Codes only, nothing a person wrote. */
export interface AuditLine {
  readonly clinicId: string
  readonly principal: Principal
  readonly action: string
  readonly patientId: string | null
  readonly outcome: 'done' | 'denied' | 'refused'
  readonly requestId: string
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

type Writing = Pick<Deps, 'createId' | 'now'>

export async function writeAudit(trx: Trx, deps: Writing, line: AuditLine): Promise<void> {
  await writeAudits(trx, deps, [line])
}

export async function writeAudits(
  trx: Trx,
  { createId, now }: Writing,
  lines: readonly AuditLine[],
): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map((line) => {
    const { clinicId, principal, action, patientId, outcome, requestId, detail } = line
    const actor = actorOf(principal)
    return {
      clinicId,
      auditId: createId(),
      at: timestampOf(now()),
      actorKind: actor.kind,
      actorId: actor.id,
      action,
      patientId,
      outcome,
      requestId,
      detail: jsonOf(detail),
    }
  })
  await trx.insertInto('audit').values(rows).execute()
}
