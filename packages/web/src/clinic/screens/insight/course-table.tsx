import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import type { GroupCourse } from '../../api/insight.ts'
import { Table } from '../../components/table.tsx'
import { type Day, daysOf, daysWithAny } from './course-days.ts'
import { groupWords } from './insight-words.ts'

interface CourseTableProps {
  readonly groups: readonly GroupCourse[]
  readonly sign: string
  readonly title: string
}

/** The charts' figures: of how many check-ins on a day how many report the sign. */
export function CourseTable({ groups, sign, title }: CourseTableProps): JSX.Element {
  const app = useApp()
  const { i18n, texts, format } = app
  const days = groups.map((group) => daysOf(group, sign))
  return (
    <Table
      caption={format.join([texts.sign(sign), title], 'comma')}
      rows={daysWithAny(groups)}
      keyOf={(day) => String(day)}
      columns={[
        {
          key: 'day',
          head: i18n._({ id: 'insight.col.day', message: 'Day' }),
          isHead: true,
          cell: (day: number) => format.number(day),
        },
        ...groups.map((group, k) => ({
          key: group.group ?? 'all',
          head: groupWords(app, group),
          isFigure: true,
          cell: (day: number) => <DayFigure day={days[k]?.[day]} />,
        })),
      ]}
    />
  )
}

function DayFigure({ day }: { readonly day: Day | undefined }): JSX.Element {
  const { i18n } = useApp()
  if (day === undefined || day.kind === 'nobody')
    return <>{i18n._({ id: 'insight.cell.nobody', message: 'no check-ins' })}</>
  if (day.kind === 'hidden')
    return <>{i18n._({ id: 'insight.cell.hidden', message: 'fewer than 5' })}</>
  const { reported, checkIns } = day
  return (
    <>
      {i18n._({
        id: 'insight.cell',
        message: '{reported, number} of {checkIns, number}',
        values: { reported, checkIns },
      })}
    </>
  )
}
