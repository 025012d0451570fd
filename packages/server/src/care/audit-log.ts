import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import type { Call } from '../http/route.ts'
import {
  enterScope,
  isUuid,
  leaveScope,
  timestampOf,
  timeValue,
  type Scope,
  type Trx,
} from '../store/database.ts'

/** A line of the audit as it leaves. */
export interface AuditEntry {
  readonly auditId: string
  readonly at: Instant
  readonly actorKind: string
  readonly actorId: string | null
  readonly action: string
  readonly patientId: string | null
  readonly outcome: string
  readonly requestId: string | null
  readonly detail: unknown
}

export interface AuditAsked {
  readonly clinicId: string
  readonly patientId?: string | undefined
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  /** Instant and id of the line before. */
  readonly place: readonly (string | number)[] | null
  readonly limit: number
}

/** Lines of a clinic, the newest first, `[from, until)`; one more than asked for says that there is more. */
export async function auditLines(trx: Trx, asked: AuditAsked): Promise<readonly AuditEntry[]> {
  const { clinicId, patientId, actor, action, from, until, place, limit } = asked
  return trx
    .selectFrom('audit')
    .select(['auditId', 'at', 'actorKind', 'actorId', 'action'])
    .select(['patientId', 'outcome', 'requestId', 'detail'])
    .where('clinicId', '=', clinicId)
    .$if(patientId !== undefined, (all) => all.where('patientId', '=', patientId ?? null))
    .$if(actor !== undefined, (all) => all.where('actorId', '=', actor ?? null))
    .$if(action !== undefined, (all) => all.where('action', '=', action ?? ''))
    .$if(from !== undefined, (all) => all.where('at', '>=', timeValue(from ?? 0)))
    .$if(until !== undefined, (all) => all.where('at', '<', timeValue(until ?? 0)))
    .$if(place !== null, (all) => all.where(afterPlace(place ?? [])))
    .orderBy('at', 'desc')
    .orderBy('auditId', 'desc')
    .limit(limit + 1)
    .execute()
}

function afterPlace([at, auditId]: readonly (string | number)[]) {
  return sql<boolean>`(at, audit_id) < (${timestampOf(Number(at))}::timestamptz, ${String(auditId)}::uuid)`
}

/** Names of staff by their ids: whoever reads who saw a record is told a name. The scope is left for that and entered again. */
export async function staffNames(
  trx: Trx,
  scope: Scope,
  actorIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actorIds.flatMap((id) => (id !== null && isUuid(id) ? [id] : [])))]
  if (ids.length === 0) return new Map()
  await leaveScope(trx)
  const rows = await trx
    .selectFrom('authUser')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  await enterScope(trx, scope)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who, what, when: of staff the name. Ids of sessions and requests say nothing to a person. */
export async function accessesJson(
  { trx, clinicId, principal }: Pick<Call, 'trx' | 'clinicId' | 'principal'>,
  lines: readonly AuditEntry[],
): Promise<readonly object[]> {
  const patientId = principal.kind === 'patient' ? principal.patientId : undefined
  const staff = lines.filter(({ actorKind }) => actorKind === 'staff')
  const ids = staff.map(({ actorId }) => actorId)
  const names = await staffNames(trx, { clinicId, patientId }, ids)
  return lines.map(({ at, actorKind, actorId, action, outcome }) => ({
    at: timestampOf(at),
    by: actorKind,
    name: (actorId !== null && names.get(actorId)) || null,
    action,
    outcome,
  }))
}
