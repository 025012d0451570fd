import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import type { SessionCourse, SignLine, SignPoint } from './course-chart.ts'
import { lineText } from './course-words.ts'

interface CourseLinesProps {
  readonly course: SessionCourse
  readonly signs: readonly SignLine[]
}

/** A line for each sign over the same days, from the end of the session on: right to left where one reads so. */
export function CourseLines({ course, signs }: CourseLinesProps): JSX.Element {
  return (
    <div class="course">
      <Axis course={course} />
      <ul>
        {signs.map((line) => (
          <SignRow key={line.sign} course={course} line={line} />
        ))}
      </ul>
    </div>
  )
}

/** Where a day lies, from the line's start. */
function placeOf({ direction }: AppCare, { days }: SessionCourse, day: number): string {
  const part = Math.max(0, Math.min(1, day / days)) * 100
  return `${(direction === 'rtl' ? 100 - part : part).toFixed(2)}%`
}

const TICKS = 7

function Axis({ course }: Pick<CourseLinesProps, 'course'>): JSX.Element {
  const care = useCare()
  const { format, i18n } = care
  const step = Math.max(1, Math.ceil(course.days / TICKS))
  const ticks = Array.from({ length: Math.floor((course.days - 1) / step) + 1 }, (_, k) => k * step)
  return (
    <div class="course-row course-axis" aria-hidden="true">
      <span>{i18n._({ id: 'patient.course.day', message: 'Day' })}</span>
      <svg class="course-days" width="100%" height="20">
        {ticks.map((day) => (
          <text key={day} x={placeOf(care, course, day)} y="15" text-anchor="middle">
            {format.number(day)}
          </text>
        ))}
      </svg>
    </div>
  )
}

const HEIGHT = 52
const TOP = 8
const BOTTOM = 44

function heightOf({ level }: SignPoint): number {
  return BOTTOM - ((level ?? 5) / 10) * (BOTTOM - TOP)
}

interface SignRowProps {
  readonly course: SessionCourse
  readonly line: SignLine
}

function SignRow({ course, line }: SignRowProps): JSX.Element {
  const care = useCare()
  const { texts } = care
  return (
    <li class="course-row">
      <span class="course-sign" lang={texts.lang}>
        {texts.sign(line.sign)}
      </span>
      <svg
        class="course-line"
        width="100%"
        height={HEIGHT}
        role="img"
        aria-label={lineText(care, line)}
      >
        <Expected course={course} line={line} />
        <line class="course-base" x1="0%" x2="100%" y1={BOTTOM} y2={BOTTOM} />
        {course.nowDay === null ? null : (
          <line
            class="course-now"
            x1={placeOf(care, course, course.nowDay)}
            x2={placeOf(care, course, course.nowDay)}
            y1="0"
            y2={HEIGHT}
          />
        )}
        <Path course={course} line={line} />
        {line.reports.map((point) => (
          <Point key={point.at} course={course} point={point} />
        ))}
      </svg>
    </li>
  )
}

/** Until the typical end, and lighter until the outer one. */
function Expected({ course, line }: SignRowProps): JSX.Element | null {
  const { typicalDay, outerDay } = line
  if (typicalDay === null || outerDay === null) return null
  return (
    <>
      <Area look="course-usual" course={course} span={[0, typicalDay]} />
      <Area look="course-fading" course={course} span={[typicalDay, outerDay]} />
    </>
  )
}

interface AreaProps {
  readonly look: string
  readonly course: SessionCourse
  readonly span: readonly [from: number, until: number]
}

function Area({ look, course, span: [from, until] }: AreaProps): JSX.Element {
  const care = useCare()
  const places = [placeOf(care, course, from), placeOf(care, course, until)]
  const [start, end] = care.direction === 'rtl' ? places.toReversed() : places
  const width = Math.max(0, Number.parseFloat(end ?? '0') - Number.parseFloat(start ?? '0'))
  return <rect class={look} x={start} width={`${width}%`} y={TOP - 4} height={BOTTOM - TOP + 4} />
}

/** From report to report. */
function Path({ course, line: { reports } }: SignRowProps): JSX.Element {
  const care = useCare()
  return (
    <>
      {reports.slice(1).map((point, k) => {
        const before = reports[k] ?? point
        return (
          <line
            key={point.at}
            class="course-path"
            x1={placeOf(care, course, before.day)}
            y1={heightOf(before)}
            x2={placeOf(care, course, point.day)}
            y2={heightOf(point)}
          />
        )
      })}
    </>
  )
}

interface PointProps {
  readonly course: SessionCourse
  readonly point: SignPoint
}

const HALF = 6

/** Round where it is expected, a diamond where it is not, with a ring around it where it is an alarm; a ring alone where it is gone. */
function Point({ course, point }: PointProps): JSX.Element {
  const care = useCare()
  const [x, y] = [placeOf(care, course, point.day), heightOf(point)]
  if (point.judged === 'gone') return <circle class="course-gone" cx={x} cy={y} r={HALF - 1} />
  if (point.judged === 'expected') return <circle class="course-point" cx={x} cy={y} r={HALF} />
  return (
    <svg class="course-beyond" x={x} y={y} overflow="visible">
      <path d={`M0 ${-HALF - 1}L${HALF + 1} 0L0 ${HALF + 1}L${-HALF - 1} 0Z`} />
      {point.judged === 'alarm' ? <circle class="course-alarm" r={HALF * 2} /> : null}
    </svg>
  )
}

/** What the areas and marks mean. */
export function CourseLegend(): JSX.Element {
  const { i18n } = useCare()
  return (
    <ul class="course-legend" aria-hidden="true">
      <li>
        <svg width="24" height="14">
          <rect class="course-usual" width="24" height="14" />
        </svg>
        {i18n._({ id: 'patient.course.usual', message: 'usual' })}
      </li>
      <li>
        <svg width="24" height="14">
          <rect class="course-fading" width="24" height="14" />
        </svg>
        {i18n._({ id: 'patient.course.fading', message: 'may still be there, mild' })}
      </li>
      <li>
        <svg width="14" height="14">
          <circle class="course-point" cx="7" cy="7" r="5" />
        </svg>
        {i18n._({ id: 'patient.course.reported', message: 'reported, stronger is higher' })}
      </li>
      <li>
        <svg width="16" height="16">
          <path class="course-beyond" d="M8 1L15 8L8 15L1 8Z" />
        </svg>
        {i18n._({ id: 'patient.course.beyond', message: 'beyond what is expected' })}
      </li>
      <li>
        <svg class="course-beyond" width="26" height="26" viewBox="-13 -13 26 26">
          <path d="M0 -7L7 0L0 7L-7 0Z" />
          <circle class="course-alarm" r="12" />
        </svg>
        {i18n._({ id: 'patient.course.alarm', message: 'an alarm' })}
      </li>
      <li>
        <svg width="14" height="14">
          <circle class="course-gone" cx="7" cy="7" r="5" />
        </svg>
        {i18n._({ id: 'patient.course.gone', message: 'reported gone' })}
      </li>
    </ul>
  )
}
