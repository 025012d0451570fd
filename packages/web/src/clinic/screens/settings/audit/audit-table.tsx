import { parseInstant } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import type { AuditLine } from '../../../api/audit.ts'
import { Empty } from '../../../components/empty.tsx'
import { type Column, Table } from '../../../components/table.tsx'
import { actionWords } from './action-words.ts'

interface AuditTableProps {
  readonly lines: readonly AuditLine[]
  readonly names: ReadonlyMap<string, string>
  readonly onAction: (action: string) => void
}

/** Lines of the audit: when, who, what, to whom. */
export function AuditTable(props: AuditTableProps): JSX.Element {
  const { i18n } = useApp()
  const columns = useColumns(props)
  if (props.lines.length === 0)
    return (
      <Empty title={i18n._({ id: 'audit.none', message: 'Nothing like that' })}>
        <p>{i18n._({ id: 'audit.none.text', message: 'Choose other days, or anybody.' })}</p>
      </Empty>
    )
  return (
    <Table
      caption={i18n._({ id: 'settings.audit', message: 'Who did what' })}
      columns={columns}
      rows={props.lines}
      keyOf={({ auditId }) => auditId}
    />
  )
}

function useColumns({ names, onAction }: AuditTableProps): readonly Column<AuditLine>[] {
  const { i18n, format, at } = useApp()
  return [
    {
      key: 'at',
      head: i18n._({ id: 'audit.when', message: 'When' }),
      cell: (line) => format.shortDayTime(parseInstant(line.at) ?? at, at),
    },
    {
      key: 'who',
      head: i18n._({ id: 'audit.who', message: 'Who' }),
      isHead: true,
      cell: ({ actorKind, actorId }) => names.get(actorId ?? '') ?? actorWords(i18n, actorKind),
    },
    {
      key: 'what',
      head: i18n._({ id: 'audit.what', message: 'What' }),
      cell: (line) => <What line={line} onAction={onAction} />,
    },
    {
      key: 'whom',
      head: i18n._({ id: 'audit.whom', message: 'Whose record' }),
      cell: ({ patientId }) =>
        patientId === null ? null : (
          <a href={hrefTo('patients', patientId)}>
            {i18n._({ id: 'audit.patient', message: 'Open the patient' })}
          </a>
        ),
    },
    {
      key: 'detail',
      head: i18n._({ id: 'audit.detail', message: 'Details' }),
      cell: ({ detail }) => <Details detail={detail} />,
    },
  ]
}

function What({
  line: { action, outcome },
  onAction,
}: {
  readonly line: AuditLine
  readonly onAction: (action: string) => void
}): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <button type="button" class="audit-action" onClick={() => onAction(action)}>
        <span class="unseen">{i18n._({ id: 'audit.only', message: 'Show only' })} </span>
        {actionWords(i18n, action)}
      </button>
      {outcome === 'done' ? null : (
        <>
          {' '}
          <b>{i18n._({ id: 'audit.denied', message: 'refused' })}</b>
        </>
      )}
    </>
  )
}

/** Codes and counts; never anybody's words. */
function Details({ detail }: Pick<AuditLine, 'detail'>): JSX.Element | null {
  const parts = Object.entries(detail ?? {}).map(([key, value]) => `${key} ${String(value)}`)
  return parts.length === 0 ? null : (
    <span class="settings-code" dir="ltr">
      {parts.join('; ')}
    </span>
  )
}

function actorWords(i18n: I18n, kind: string): string {
  switch (kind) {
    case 'patient':
      return i18n._({ id: 'audit.by.patient', message: 'The patient' })
    case 'caregiver':
      return i18n._({ id: 'audit.by.caregiver', message: 'Somebody who cares for them' })
    case 'api-key':
      return i18n._({ id: 'audit.by.key', message: 'A program' })
    case 'operator':
      return i18n._({ id: 'audit.by.operator', message: 'Whoever runs the server' })
    case 'system':
      return i18n._({ id: 'audit.by.server', message: 'The server by itself' })
    case 'staff':
      return i18n._({ id: 'audit.by.staff', message: 'Somebody who was in the team' })
    default:
      return i18n._({ id: 'audit.by.nobody', message: 'Nobody signed in' })
  }
}
