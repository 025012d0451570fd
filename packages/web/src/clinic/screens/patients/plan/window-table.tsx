import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import { figureText } from '../../../../words/figure-words.ts'
import { stanceWord, voiceName } from '../../../../words/source-words.ts'
import { lowerFirst } from '../../../../words/texts.ts'
import { type Column, Table } from '../../../components/table.tsx'
import { StaffStatus } from './staff-status.tsx'
import type { WindowRow } from './window-rows.ts'

interface WindowTableProps {
  readonly rows: readonly WindowRow[]
  readonly onOpen: (subject: string) => void
}

/** The windows, a line each: its status, when it opens, what governs it, and how many sources speak of it. */
export function WindowTable({ rows, onOpen }: WindowTableProps): JSX.Element {
  const care = useCare()
  return (
    <div class="windows">
      <Table
        caption={care.i18n._({ id: 'patient.windows', message: 'Windows of the plan' })}
        columns={columnsOf(care, onOpen)}
        rows={rows}
        keyOf={({ subject }) => subject}
      />
    </div>
  )
}

function columnsOf(
  care: AppCare,
  onOpen: WindowTableProps['onOpen'],
): readonly Column<WindowRow>[] {
  const { i18n, format } = care
  return [
    {
      key: 'subject',
      head: i18n._({ id: 'patient.windows.subject', message: 'Subject' }),
      isHead: true,
      cell: (row) => <SubjectName row={row} onOpen={onOpen} />,
    },
    {
      key: 'status',
      head: i18n._({ id: 'patient.windows.status', message: 'Now' }),
      cell: ({ status }) => <StaffStatus status={status} />,
    },
    {
      key: 'opens',
      head: i18n._({ id: 'patient.windows.opens', message: 'Opens' }),
      cell: (row) => opensText(care, row),
    },
    {
      key: 'governs',
      head: i18n._({ id: 'patient.windows.governs', message: 'What governs it' }),
      cell: (row) => <Governing row={row} />,
    },
    {
      key: 'sources',
      head: i18n._({ id: 'patient.windows.sources', message: 'Sources' }),
      isFigure: true,
      cell: ({ sources }) => (sources === 0 ? '' : format.number(sources)),
    },
  ]
}

function SubjectName({
  row: { subject, standsFor },
  onOpen,
}: {
  readonly row: WindowRow
  readonly onOpen: WindowTableProps['onOpen']
}): JSX.Element {
  const { texts, format } = useCare()
  const others = standsFor.map((code) => lowerFirst(texts.subject(code)))
  return (
    <>
      <button type="button" class="link-button" lang={texts.lang} onClick={() => onOpen(subject)}>
        {texts.subject(subject)}
      </button>
      {others.length === 0 ? null : (
        <span class="window-others" lang={texts.lang}>
          {format.list(others)}
        </span>
      )}
    </>
  )
}

/** When it opens, or what it waits for; of what is open with care, until when. */
function opensText(care: AppCare, row: WindowRow): string {
  const { i18n, format, at } = care
  const { status, opensAt, nextChangeAt } = row
  if (status === 'allowed' || status === 'recommended') return ''
  if (status === 'caution')
    return nextChangeAt === null
      ? ''
      : i18n._({
          id: 'patient.windows.free',
          message: 'freely {when}',
          values: { when: format.shortDayTime(nextChangeAt, at) },
        })
  if (opensAt !== null) return format.shortDayTime(opensAt, at)
  if (status === 'avoid' && nextChangeAt !== null)
    return i18n._({
      id: 'patient.windows.then-word',
      message: 'Not before {when}, then on a word',
      values: { when: format.shortDayTime(nextChangeAt, at) },
    })
  return waitsFor(care, row)
}

/** What opens it, where no time does. */
function waitsFor({ i18n }: AppCare, { changedBy }: WindowRow): string {
  const isByReport = changedBy.includes('report')
  if (isByReport && changedBy.includes('clearance'))
    return i18n._({
      id: 'patient.windows.report-or-clearance',
      message: 'Once the signs are reported gone, or it is cleared',
    })
  if (isByReport)
    return i18n._({ id: 'patient.windows.report', message: 'Once the signs are reported gone' })
  if (changedBy.includes('clearance'))
    return i18n._({ id: 'patient.windows.clearance', message: 'Once a clinician clears it' })
  if (changedBy.includes('fact'))
    return i18n._({ id: 'patient.windows.fact', message: 'Once more is known of the person' })
  return i18n._({ id: 'patient.windows.nothing', message: 'Nothing in the plan opens it' })
}

function Governing({ row: { voice, governing } }: { readonly row: WindowRow }): JSX.Element | null {
  const care = useCare()
  const { i18n } = care
  if (governing === null || voice === null) return null
  return (
    <>
      <bdi>{voiceName(i18n, voice)}</bdi>
      <span class="window-others">
        {care.format.join(
          [stanceWord(i18n, voice.reason.stance, false), figureText(care, voice.figure)],
          'comma',
        )}
      </span>
    </>
  )
}
