import type { AppCare } from '../../../../app/care-context.ts'
import { strengthWords } from '../../inbox/inbox-words.ts'
import type { SignLine, SignPoint } from './course-chart.ts'

type Words = Pick<AppCare, 'i18n' | 'texts' | 'format' | 'at'>

/** A whole line read out: what is expected of the sign, and each report of it. */
export function lineText(words: Words, line: SignLine): string {
  const { i18n, texts, format } = words
  const reports = line.reports.map((point) => pointText(words, point))
  return format.join(
    [
      texts.sign(line.sign),
      expectedText(words, line),
      reports.length === 0
        ? i18n._({ id: 'patient.course.not-reported', message: 'not reported' })
        : format.join(reports, 'semicolon'),
    ],
    'stop',
  )
}

function expectedText({ i18n, format, at }: Words, { typicalEnd, outerEnd }: SignLine): string {
  if (typicalEnd === null || outerEnd === null)
    return i18n._({ id: 'patient.course.no-course', message: 'No source expects it' })
  return i18n._({
    id: 'patient.course.expected',
    message: 'Usual to {typical}, may last to {outer}',
    values: {
      typical: format.shortDayTime(typicalEnd, at),
      outer: format.shortDayTime(outerEnd, at),
    },
  })
}

/** `Day 3: moderate`; what is beyond the expected, or an alarm, says so. */
export function pointText(words: Words, { day, report, judged }: SignPoint): string {
  const { i18n, format } = words
  const values = { day: format.number(Math.floor(day)), strength: strengthWords(words, report) }
  switch (judged) {
    case 'alarm':
      return i18n._({
        id: 'patient.course.point.alarm',
        message: 'Day {day}: {strength}, an alarm',
        values,
      })
    case 'beyond':
      return i18n._({
        id: 'patient.course.point.beyond',
        message: 'Day {day}: {strength}, beyond what is expected',
        values,
      })
    case 'expected':
    case 'gone':
      return i18n._({ id: 'patient.course.point', message: 'Day {day}: {strength}', values })
    default:
      return judged satisfies never
  }
}
