import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import { StatusPill } from '../../../../components/status.tsx'
import { shortAnswer } from '../../../../words/answer-words.ts'
import { figureText } from '../../../../words/figure-words.ts'
import { stanceWord, voiceName } from '../../../../words/source-words.ts'
import { lowerFirst } from '../../../../words/texts.ts'
import { type Column, Table } from '../../../components/table.tsx'
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
      cell: ({ status }) => <StatusPill status={status} />,
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
function opensText(care: AppCare, { status, opensAt, nextChangeAt }: WindowRow): string {
  const { i18n, format, at } = care
  if (status === 'caution')
    return nextChangeAt === null
      ? ''
      : i18n._({
          id: 'patient.windows.free',
          message: 'freely {when}',
          values: { when: format.shortDayTime(nextChangeAt, at) },
        })
  if (status === 'allowed' || status === 'recommended') return ''
  if (opensAt !== null) return format.shortDayTime(opensAt, at)
  return shortAnswer(care, { status, opensAt, nextChangeAt })
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
