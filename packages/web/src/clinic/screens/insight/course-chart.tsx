import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import type { GroupCourse } from '../../api/insight.ts'
import { type Day, daysOf, summaryOf } from './course-days.ts'
import { fewerWords, groupWords } from './insight-words.ts'

interface CourseChartProps {
  readonly group: GroupCourse
  readonly sign: string
}

const HEIGHT = 60
const STEP = 10
const BAR = 7

/** One group's share of check-ins with the sign, day by day; in words above, in the table below it. */
export function CourseChart({ group, sign }: CourseChartProps): JSX.Element {
  const app = useApp()
  const { format } = app
  const days = daysOf(group, sign)
  const id = useId()
  const last = Math.max(1, days.length - 1)
  const ticks = [0, 7, 14, 21].filter((day) => day <= last)
  return (
    <li class="chart">
      {group.by === 'all' ? null : (
        <p class="chart-name" id={`${id}-name`}>
          {groupWords(app, group)}
        </p>
      )}
      <p class="small" id={`${id}-says`}>
        {useSummaryWords(days)}
      </p>
      <svg
        class="chart-bars"
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT + 4}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={`${id}-name ${id}-says`}
      >
        <line class="chart-half" x1="0" x2={days.length * STEP} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        {days.map((day, k) => (
          <DayMark key={k} day={day} x={k * STEP + (STEP - BAR) / 2} />
        ))}
        <line class="chart-base" x1="0" x2={days.length * STEP} y1={HEIGHT} y2={HEIGHT} />
      </svg>
      <p class="chart-days small" aria-hidden="true">
        {ticks.map((day) => (
          <span key={day} style={{ insetInlineStart: `${(day / days.length) * 100}%` }}>
            {format.number(day)}
          </span>
        ))}
      </p>
    </li>
  )
}

function DayMark({ day, x }: { readonly day: Day; readonly x: number }): JSX.Element | null {
  switch (day.kind) {
    case 'nobody':
      return null
    case 'hidden':
      return <ellipse class="chart-hidden" cx={x + BAR / 2} cy={HEIGHT - 5} rx="2.6" ry="2.6" />
    case 'told': {
      const height = (day.reported / day.checkIns) * HEIGHT
      return <rect class="chart-bar" x={x} y={HEIGHT - height} width={BAR} height={height} />
    }
  }
}

/** `At most 92% on day 0. Last reported on day 6.` */
function useSummaryWords(days: readonly Day[]): string {
  const { i18n } = useApp()
  const summary = summaryOf(days)
  if (summary) {
    return i18n._({
      id: 'insight.summary',
      message:
        'At most {share, number, percent}, on day {peak, number}. Last seen on day {last, number}.',
      values: { share: summary.peakShare, peak: summary.peakDay, last: summary.lastDay },
    })
  }
  return days.some(({ kind }) => kind === 'hidden')
    ? fewerWords(i18n)
    : i18n._({ id: 'insight.summary.none', message: 'Nobody reported it.' })
}
