import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import type { GroupCourse, Grouping } from '../../api/insight.ts'
import { Empty } from '../../components/empty.tsx'
import { CourseChart } from './course-chart.tsx'
import { groupsBy, signsOf } from './course-days.ts'
import { CourseTable } from './course-table.tsx'
import { SignChoice } from './sign-choice.tsx'

/** How a sign goes over four weeks: of everybody, by needle depth and by skin type. */
export function CourseSection({
  course,
}: {
  readonly course: readonly GroupCourse[]
}): JSX.Element {
  const { i18n } = useApp()
  const signs = signsOf(course)
  const [chosen, setChosen] = useState<string | null>(null)
  const sign = signs.find((one) => one === chosen) ?? signs[0]
  const title = i18n._({ id: 'insight.course', message: 'The course' })
  if (sign === undefined)
    return (
      <Empty title={i18n._({ id: 'insight.empty', message: 'No check-ins yet' })}>
        <p>
          {i18n._({
            id: 'insight.empty.text',
            message:
              'Once patients check in, this shows how each sign goes over four weeks, by needle depth and by skin type.',
          })}
        </p>
      </Empty>
    )
  return (
    <Card title={title}>
      <SignChoice signs={signs} sign={sign} onChange={setChosen} />
      <p class="quiet">
        {i18n._({
          id: 'insight.course.how',
          message:
            'Each bar is the share of that day’s check-ins that report it; the line across is half of them. Day 0 is the first 24 hours after the session. A ring stands for fewer than 5 people.',
        })}
      </p>
      {(['all', 'needle-depth', 'skin-type'] as const).map((by) => (
        <Grouped key={by} by={by} sign={sign} groups={groupsBy(course, by)} />
      ))}
    </Card>
  )
}

interface GroupedProps {
  readonly by: Grouping
  readonly sign: string
  readonly groups: readonly GroupCourse[]
}

/** Small charts side by side on one scale, and the same as a table. */
function Grouped({ by, sign, groups }: GroupedProps): JSX.Element | null {
  const { i18n } = useApp()
  if (groups.length === 0) return null
  const titles: Readonly<Record<Grouping, string>> = {
    all: i18n._({ id: 'insight.by.all', message: 'All patients' }),
    'needle-depth': i18n._({ id: 'insight.by.depth', message: 'By needle depth' }),
    'skin-type': i18n._({ id: 'insight.by.skin', message: 'By skin type' }),
  }
  return (
    <section class="stack-s">
      <h3>{titles[by]}</h3>
      <ul class={by === 'all' ? 'charts charts-one' : 'charts'}>
        {groups.map((group) => (
          <CourseChart key={group.group ?? ''} group={group} sign={sign} />
        ))}
      </ul>
      <details class="more">
        <summary>
          {i18n._({
            id: 'insight.table',
            message: '{title}: the same as a table',
            values: { title: titles[by] },
          })}
        </summary>
        <CourseTable groups={groups} sign={sign} title={titles[by]} />
      </details>
    </section>
  )
}
