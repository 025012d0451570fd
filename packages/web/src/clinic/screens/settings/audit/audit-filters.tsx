import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { readTeamNames } from '../../../api/clinic.ts'
import { useQuery } from '../../../app/query.ts'
import { Select } from '../../../components/select.tsx'
import './audit.css'
import type { AuditDraft } from './audit-filter.ts'

interface AuditFiltersProps {
  readonly draft: AuditDraft
  readonly onChange: (draft: AuditDraft) => void
}

/** Whose doing, on which days; what was done is chosen in the table. */
export function AuditFilters({ draft, onChange }: AuditFiltersProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="audit-filters">
      <Person draft={draft} onChange={onChange} />
      <Field
        label={i18n._({ id: 'audit.from', message: 'From' })}
        type="date"
        value={draft.from}
        onInput={(from) => onChange({ ...draft, from })}
      />
      <Field
        label={i18n._({ id: 'audit.to', message: 'To, that day included' })}
        type="date"
        value={draft.to}
        onInput={(to) => onChange({ ...draft, to })}
      />
      {draft.action === '' ? null : (
        <Button onClick={() => onChange({ ...draft, action: '' })}>
          {i18n._({
            id: 'audit.not-only',
            message: 'Only {action}: show everything again',
            values: { action: draft.action },
          })}
        </Button>
      )}
    </div>
  )
}

function Person({ draft, onChange }: AuditFiltersProps): JSX.Element {
  const { i18n } = useApp()
  const team = useQuery(['team', 'names'], readTeamNames)
  const people = team.state === 'there' ? team.value : []
  return (
    <Select
      label={i18n._({ id: 'audit.who', message: 'Who' })}
      value={draft.actor}
      options={[
        { value: '', label: i18n._({ id: 'audit.anybody', message: 'Anybody' }) },
        ...people.map(({ userId, name }) => ({ value: userId, label: name })),
      ]}
      onChange={(actor) => onChange({ ...draft, actor })}
    />
  )
}
