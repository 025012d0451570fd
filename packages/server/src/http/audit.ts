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

export async function writeAudit(
  trx: Trx,
  { createId, now }: Pick<Deps, 'createId' | 'now'>,
  line: AuditLine,
): Promise<void> {
  const { clinicId, principal, action, patientId, outcome, requestId, detail } = line
  const actor = actorOf(principal)
  await trx
    .insertInto('audit')
    .values({
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
    })
    .execute()
}
