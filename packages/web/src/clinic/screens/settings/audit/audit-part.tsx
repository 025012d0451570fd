import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { type AuditFilter, readAudit } from '../../../api/audit.ts'
import { readTeamNames } from '../../../api/clinic.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { AuditCsv } from './audit-csv.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { type AuditDraft, filterOf, NO_FILTER } from './audit-filter.ts'

/** Who did what to whose record, the newest first, also what was refused. */
export function AuditPart(): JSX.Element {
  const { zone } = useApp()
  const [draft, setDraft] = useState<AuditDraft>(NO_FILTER)
  const filter = filterOf(draft, zone)
  return (
    <>
      <AuditFilters draft={draft} onChange={setDraft} />
      <AuditCsv filter={filter} />
      <AuditPages
        key={JSON.stringify(filter)}
        filter={filter}
        onAction={(action) => setDraft({ ...draft, action })}
      />
    </>
  )
}

interface AuditPagesProps {
  readonly filter: AuditFilter
  readonly onAction: (action: string) => void
}

/** A page at a time; each page begins where the one before ended. */
function AuditPages({ filter, onAction }: AuditPagesProps): JSX.Element {
  const { i18n } = useApp()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1) ?? null
  const page = useQuery(['audit', JSON.stringify(filter), cursor ?? ''], () =>
    readAudit(filter, cursor),
  )
  const team = useQuery(['team', 'names'], readTeamNames)
  const names = new Map(
    team.state === 'there' ? team.value.map(({ userId, name }) => [userId, name]) : [],
  )
  return (
    <Show loaded={page}>
      {({ items, next }) => (
        <>
          <AuditTable lines={items} names={names} onAction={onAction} />
          <div class="cluster">
            {cursors.length === 0 ? null : (
              <Button onClick={() => setCursors(cursors.slice(0, -1))}>
                {i18n._({ id: 'audit.newer', message: 'Newer' })}
              </Button>
            )}
            {next === null ? null : (
              <Button onClick={() => setCursors([...cursors, next])}>
                {i18n._({ id: 'audit.older', message: 'Older' })}
              </Button>
            )}
          </div>
        </>
      )}
    </Show>
  )
}
