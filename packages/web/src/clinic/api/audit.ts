import { type PageOf, read } from './request.ts'

export interface AuditLine {
  readonly auditId: string
  readonly at: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly action: string
  readonly patientId: string | null
  readonly outcome: string
  readonly detail: Readonly<Record<string, unknown>> | null
}

/** What is looked for; `[from, to)` are instants. */
export interface AuditFilter {
  readonly actor?: string
  readonly action?: string
  readonly from?: string
  readonly to?: string
}

export function readAudit(filter: AuditFilter, cursor: string | null): Promise<PageOf<AuditLine>> {
  return read<PageOf<AuditLine>>(`/v1/audit?${queryOf(filter, { limit: '50', cursor })}`)
}

/** One page of the same for a spreadsheet, at most 1,000 lines. */
export function auditCsvAddress(filter: AuditFilter, cursor: string | null): string {
  return `./api/v1/audit.csv?${queryOf(filter, { limit: '1000', cursor })}`
}

function queryOf(
  filter: AuditFilter,
  more: { readonly limit: string; readonly cursor: string | null },
): string {
  const { limit, cursor } = more
  return new URLSearchParams({ ...filter, limit, ...(cursor !== null && { cursor }) }).toString()
}
