import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { Card } from '../../../../components/card.tsx'
import { Select } from '../../../components/select.tsx'
import { Empty } from '../../../components/empty.tsx'
import { sessionText } from '../session-words.ts'
import { coursesOf, type SessionCourse } from './course-chart.ts'
import { CourseLegend, CourseLines } from './course-lines.tsx'
import { CourseTable } from './course-table.tsx'
import './course.css'

/** What was reported over the days, beside what is expected: drawn, and the same as a table. */
export function CoursePart(): JSX.Element {
  const care = useCare()
  const { i18n, plan, at } = care
  const courses = useMemo(() => coursesOf(care), [plan, at])
  const [chosen, setChosen] = useState<string | null>(null)
  const course = courses.find(({ procedure }) => procedure.id === chosen) ?? courses[0]
  if (course === undefined)
    return (
      <Empty title={i18n._({ id: 'patient.course.none', message: 'No session has ended yet' })}>
        <p>
          {i18n._({
            id: 'patient.course.none.text',
            message: 'After it, each check-in is drawn here beside what is expected on that day.',
          })}
        </p>
      </Empty>
    )
  return (
    <div class="stack">
      {courses.length > 1 ? (
        <WhichSession courses={courses} course={course} onChoose={setChosen} />
      ) : null}
      <Course course={course} />
    </div>
  )
}

interface WhichSessionProps {
  readonly courses: readonly SessionCourse[]
  readonly course: SessionCourse
  readonly onChoose: (id: string) => void
}

function WhichSession({ courses, course, onChoose }: WhichSessionProps): JSX.Element {
  const care = useCare()
  const { i18n, format, at } = care
  return (
    <Select
      label={i18n._({ id: 'patient.course.session', message: 'After which session' })}
      value={course.procedure.id}
      options={courses.map(({ procedure, endedAt }) => ({
        value: procedure.id,
        label: `${format.shortDayTime(endedAt, at)} · ${sessionText(care, procedure)}`,
      }))}
      onChange={onChoose}
    />
  )
}

function Course({ course }: { readonly course: SessionCourse }): JSX.Element {
  const { i18n } = useCare()
  const [isAll, setAll] = useState(false)
  const reported = course.signs.filter(({ reports }) => reports.length > 0)
  const shown = isAll || reported.length === 0 ? course.signs : reported
  const hidden = course.signs.length - reported.length
  return (
    <>
      {course.isEstimated ? <UnknownEnd /> : null}
      <Card title={i18n._({ id: 'patient.course.title', message: 'Reported against expected' })}>
        {reported.length === 0 ? (
          <p class="quiet">
            {i18n._({
              id: 'patient.course.no-reports',
              message: 'No check-in yet. This is what is expected.',
            })}
          </p>
        ) : null}
        <CourseLines course={course} signs={shown} />
        <CourseLegend />
        {reported.length > 0 && hidden > 0 ? (
          <label class="check-line">
            <input
              type="checkbox"
              checked={isAll}
              onChange={(event) => setAll(event.currentTarget.checked)}
            />
            {i18n._({
              id: 'patient.course.all',
              message:
                '{count, plural, one {Also # sign that was expected and not reported} other {Also # signs that were expected and not reported}}',
              values: { count: hidden },
            })}
          </label>
        ) : null}
      </Card>
      <Card title={i18n._({ id: 'patient.course.table', message: 'The same as a table' })}>
        <CourseTable course={course} signs={shown} />
      </Card>
    </>
  )
}

function UnknownEnd(): JSX.Element {
  const { i18n } = useCare()
  return (
    <p class="notice">
      {i18n._({
        id: 'patient.course.unknown',
        message:
          'Nobody knows when this session ended, so nothing can be expected of a day. Correct its end to see the course.',
      })}
    </p>
  )
}
