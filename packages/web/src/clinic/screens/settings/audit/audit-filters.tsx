import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Field } from '../../../../components/field.tsx'
import { readTeamNames } from '../../../api/clinic.ts'
import { useQuery } from '../../../app/query.ts'
import { Select } from '../../../components/select.tsx'
import { ACTIONS, actionWords } from './action-words.ts'
import './audit.css'
import type { AuditDraft } from './audit-filter.ts'

interface AuditFiltersProps {
  readonly draft: AuditDraft
  readonly onChange: (draft: AuditDraft) => void
}

/** Whose doing, what, on which days. */
export function AuditFilters({ draft, onChange }: AuditFiltersProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="audit-filters">
      <Person draft={draft} onChange={onChange} />
      <What draft={draft} onChange={onChange} />
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

/** One that was chosen in the table, and is not in the list, stands there too. */
function What({ draft, onChange }: AuditFiltersProps): JSX.Element {
  const { i18n } = useApp()
  const { action } = draft
  const isOther = action !== '' && !ACTIONS.some((one) => one === action)
  return (
    <Select
      label={i18n._({ id: 'audit.what', message: 'What' })}
      value={action}
      options={[
        { value: '', label: i18n._({ id: 'audit.anything', message: 'Anything' }) },
        ...(isOther ? [{ value: action, label: actionWords(i18n, action) }] : []),
        ...ACTIONS.map((one) => ({ value: one, label: actionWords(i18n, one) })),
      ]}
      onChange={(chosen) => onChange({ ...draft, action: chosen })}
    />
  )
}
