import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import type { GroupCourse } from '../../api/insight.ts'
import { type Day, daysOf, daysWithAny } from './course-days.ts'
import { groupWords } from './insight-words.ts'

interface CourseTableProps {
  readonly groups: readonly GroupCourse[]
  readonly sign: string
  readonly title: string
}

/** The charts' figures: of how many check-ins on a day how many report the sign. It scrolls where it is too wide. */
export function CourseTable({ groups, sign, title }: CourseTableProps): JSX.Element {
  const app = useApp()
  const { i18n, texts, format } = app
  const days = groups.map((group) => daysOf(group, sign))
  const caption = format.join([texts.sign(sign), title], 'comma')
  return (
    <div class="course-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="course-table">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n._({ id: 'insight.col.day', message: 'Day' })}</th>
            {groups.map((group) => (
              <th key={group.group ?? ''} scope="col">
                {groupWords(app, group)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {daysWithAny(groups).map((day) => (
            <tr key={day}>
              <th scope="row">{format.number(day)}</th>
              {groups.map((group, k) => (
                <td key={group.group ?? ''}>
                  <DayFigure day={days[k]?.[day]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
