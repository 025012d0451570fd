import type { Planner } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type App, useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import type { Alert } from '../../api/alerts.ts'
import type { RecentCheckIn } from '../../api/check-ins.ts'
import { useStaff } from '../../app/console-context.ts'
import { Empty } from '../../components/empty.tsx'
import { type Column, Table } from '../../components/table.tsx'
import { againstOf } from '../inbox/against.ts'
import { againstWords } from '../inbox/against-words.ts'
import { agoWords, escalationWords, ownerWords, takenBackWords } from '../inbox/inbox-words.ts'
import { keptWords } from '../inbox/kept-words.ts'
import { LevelPill } from '../inbox/level-pill.tsx'
import { KeptLevel } from '../patients/overview/kept-level.tsx'
import { isForSomebody, type TodayRow, todayRows } from './today-rows.ts'

interface TodayTableProps {
  readonly alerts: readonly Alert[]
  readonly first: Alert | null
  /** Null where they were not read: what is open is shown all the same. */
  readonly checkIns: readonly RecentCheckIn[] | null
  readonly planner: Planner | null
}

const SHOWN = 8

/** Everything else that was told, quietly: what is open first, then the last check-ins. */
export function TodayTable({ planner, checkIns, ...heard }: TodayTableProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { userId } = useStaff()
  const [isAll, setAll] = useState(false)
  const rows = todayRows({ ...heard, checkIns: checkIns ?? [], planner })
  const columns = columnsOf({ app, planner, userId })
  if (rows.length === 0 && (heard.first || checkIns === null)) return <></>
  if (rows.length === 0) return <NothingYet />
  return (
    <section class="card today-table">
      <Table
        caption={i18n._({ id: 'inbox.table', message: 'What patients told, the last 14 days' })}
        columns={columns}
        rows={isAll ? rows : rows.slice(0, SHOWN)}
        keyOf={({ key }) => key}
      />
      {isAll || rows.length <= SHOWN ? null : (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {i18n._({
            id: 'inbox.table.all',
            message: '{count, plural, one {Show # more} other {Show # more}}',
            values: { count: rows.length - SHOWN },
          })}
        </Button>
      )}
    </section>
  )
}

function NothingYet(): JSX.Element {
  const { i18n } = useApp()
  return (
    <section class="card">
      <Empty title={i18n._({ id: 'inbox.empty', message: 'No check-in in the last 14 days' })}>
        <p>
          {i18n._({
            id: 'inbox.empty.text',
            message:
              'When you hand a patient their plan by link or QR, they can check in and write to you. What needs you rises to the top of this page.',
          })}
        </p>
        <a href={hrefTo('new-session')}>
          {i18n._({ id: 'inbox.empty.first', message: 'Record a session and hand over its link' })}
        </a>
      </Empty>
    </section>
  )
}

interface Asked {
  readonly app: App
  readonly planner: Planner | null
  readonly userId: string
}

function columnsOf({ app, planner, userId }: Asked): readonly Column<TodayRow>[] {
  const { i18n, format } = app
  return [
    {
      key: 'level',
      head: i18n._({ id: 'inbox.head.level', message: 'Check-in' }),
      cell: ({ disposition, kind, open }) =>
        open === null ? (
          <LevelPill disposition={disposition} kind={kind} />
        ) : (
          <KeptLevel disposition={disposition} open={open} />
        ),
    },
    {
      key: 'name',
      head: i18n._({ id: 'inbox.head.patient', message: 'Patient' }),
      isHead: true,
      cell: (row) => <RowLink row={row} />,
    },
    {
      key: 'day',
      head: i18n._({ id: 'inbox.head.day', message: 'Day' }),
      cell: ({ day }) => (day === null ? '' : format.number(day)),
    },
    {
      key: 'told',
      head: i18n._({ id: 'inbox.head.told', message: 'Reported' }),
      cell: ({ told, alert, open }) => (
        <>
          {alert?.undone ? <p class="quiet">{takenBackWords(i18n, alert)}</p> : null}
          <span class="today-told" dir="auto">
            {keptWords(app, told, open)}
          </span>
        </>
      ),
    },
    ...judgedColumns({ app, planner, userId }),
  ]
}

/** What is made of it, and with whom it is. */
function judgedColumns({ app, planner, userId }: Asked): readonly Column<TodayRow>[] {
  const { i18n } = app
  return [
    {
      key: 'against',
      head: i18n._({ id: 'inbox.head.against', message: 'Against expected' }),
      cell: (row) => (row.open ? '' : againstWords(app, againstOf(planner, row))),
    },
    {
      key: 'waiting',
      head: i18n._({ id: 'inbox.head.waiting', message: 'Waiting' }),
      cell: ({ alert }) => waitingCell(app, alert),
    },
    {
      key: 'with',
      head: i18n._({ id: 'inbox.head.with', message: 'With' }),
      cell: (row) => withWhom(app, row, userId),
    },
  ]
}

function waitingCell(app: App, alert: Alert | null): JSX.Element | string {
  if (alert === null || alert.acknowledgedAt !== null) return ''
  const ago = agoWords(app, alert.raisedAt)
  if (!alert.nobodyTold) return ago
  return (
    <>
      {ago}
      <p class="quiet">{escalationWords(app, alert)}</p>
    </>
  )
}

function RowLink({ row }: { readonly row: TodayRow }): JSX.Element {
  const { alert, alertId, patientId, name } = row
  const href = alertId === null ? hrefTo('patients', patientId) : hrefTo('inbox', alertId)
  return (
    <a href={href} data-row={alert?.alertId ?? row.key}>
      <bdi>{name}</bdi>
    </a>
  )
}

/** Of an alert that is not among those read only what is known of it: that somebody has seen it, or nobody. */
function withWhom({ i18n }: App, row: TodayRow, userId: string): string {
  const { alert, ownerName, acknowledgedAt } = row
  if (alert) return ownerWords(i18n, alert, userId)
  if (!isForSomebody(row)) return i18n._({ id: 'inbox.nobody-needed', message: 'Nobody needed' })
  if (acknowledgedAt === null) return i18n._({ id: 'inbox.owner.none', message: 'Nobody yet' })
  if (ownerName === null) return i18n._({ id: 'inbox.seen', message: 'Seen' })
  return i18n._({
    id: 'inbox.seen-by',
    message: 'Seen by {name}',
    values: { name: ownerName },
  })
}
