import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import { type Column, Table } from '../../../components/table.tsx'
import type { SessionCourse, SignLine } from './course-chart.ts'
import { pointText } from './course-words.ts'

interface CourseTableProps {
  readonly course: SessionCourse
  readonly signs: readonly SignLine[]
}

/** What the lines draw, in words. */
export function CourseTable({ signs }: CourseTableProps): JSX.Element {
  const care = useCare()
  return (
    <Table
      caption={care.i18n._({
        id: 'patient.course.title',
        message: 'Reported against expected',
      })}
      columns={columnsOf(care)}
      rows={signs}
      keyOf={({ sign }) => sign}
    />
  )
}

function columnsOf(care: AppCare): readonly Column<SignLine>[] {
  const { i18n, texts, format, at } = care
  const when = (instant: number | null) =>
    instant === null ? '–' : format.shortDayTime(instant, at)
  return [
    {
      key: 'sign',
      head: i18n._({ id: 'patient.course.sign', message: 'Sign' }),
      isHead: true,
      cell: ({ sign }) => <span lang={texts.lang}>{texts.sign(sign)}</span>,
    },
    {
      key: 'typical',
      head: i18n._({ id: 'patient.course.usual-to', message: 'Usual to' }),
      cell: ({ typicalEnd }) => when(typicalEnd),
    },
    {
      key: 'outer',
      head: i18n._({ id: 'patient.course.at-most', message: 'May last to' }),
      cell: ({ outerEnd }) => when(outerEnd),
    },
    {
      key: 'reports',
      head: i18n._({ id: 'patient.course.reports', message: 'Reported' }),
      cell: ({ reports }) =>
        reports.length === 0
          ? i18n._({ id: 'patient.course.not-reported', message: 'not reported' })
          : reports.map((point) => <div key={point.at}>{pointText(care, point)}</div>),
    },
  ]
}
