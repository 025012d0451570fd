import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import type { Against } from './against.ts'

type Words = Pick<App, 'i18n' | 'texts' | 'format'>

/** What was reported beside what is expected, short: for a table and for who knows the signs. */
export function againstWords(words: Words, against: readonly Against[]): string {
  const { i18n, format } = words
  if (against.length > 0 && against.every(({ code }) => code === 'within-course'))
    return i18n._({ id: 'inbox.against.usual', message: 'Within the usual' })
  const telling = against.filter(({ code }) => code !== 'within-course')
  return format.join(
    telling.map((one) => againstWord(words, one)),
    'semicolon',
  )
}

/** One reason, its sign named. */
export function againstWord(
  { i18n, texts, format }: Words,
  { code, sign, usualToDay }: Against,
): string {
  const named = sign === null ? '' : texts.sign(sign)
  if (usualToDay === null || !isDated(code)) return WITHOUT_DAY[code](i18n, { sign: named })
  return WITH_DAY[code](i18n, { sign: named, day: format.number(usualToDay) })
}

type Code = Against['code']
type Dated = 'within-course' | 'fading' | 'outlasting'

function isDated(code: Code): code is Dated {
  return code === 'within-course' || code === 'fading' || code === 'outlasting'
}

interface SignValues {
  readonly [name: string]: string
  readonly sign: string
}

const WITH_DAY: Readonly<Record<Dated, (i18n: I18n, values: SignValues) => string>> = {
  'within-course': (i18n, values) =>
    i18n._({ id: 'inbox.against.within-day', message: '{sign}: usual to day {day}', values }),
  fading: (i18n, values) =>
    i18n._({
      id: 'inbox.against.fading-day',
      message: '{sign}: usual to day {day}, may still fade',
      values,
    }),
  outlasting: (i18n, values) =>
    i18n._({
      id: 'inbox.against.outlasting-day',
      message: '{sign}: usual to day {day}, and still there',
      values,
    }),
}

const WITHOUT_DAY: Readonly<Record<Code, (i18n: I18n, values: SignValues) => string>> = {
  'red-flag': (i18n, values) =>
    i18n._({ id: 'inbox.against.alarm', message: '{sign}: an alarm', values }),
  'within-course': (i18n, values) =>
    i18n._({ id: 'inbox.against.within', message: '{sign}: usual now', values }),
  fading: (i18n, values) =>
    i18n._({ id: 'inbox.against.fading', message: '{sign}: may still fade', values }),
  outlasting: (i18n, values) =>
    i18n._({ id: 'inbox.against.outlasting', message: '{sign}: longer than usual', values }),
  worsening: (i18n, values) =>
    i18n._({ id: 'inbox.against.worsening', message: '{sign}: getting worse', values }),
  severe: (i18n, values) =>
    i18n._({ id: 'inbox.against.severe', message: '{sign}: stronger than usual', values }),
  'no-course': (i18n, values) =>
    i18n._({
      id: 'inbox.against.no-course',
      message: '{sign}: no part of the usual course',
      values,
    }),
  'off-scale': (i18n, values) =>
    i18n._({ id: 'inbox.against.off-scale', message: '{sign}: strength not readable', values }),
  'unknown-time': (i18n, values) =>
    i18n._({
      id: 'inbox.against.unknown-time',
      message: '{sign}: when the session ended is not known',
      values,
    }),
  'impossible-time': (i18n) =>
    i18n._({ id: 'inbox.against.impossible-time', message: 'No session had ended by then' }),
  'not-covered': (i18n) =>
    i18n._({ id: 'inbox.against.not-covered', message: 'No rules for what was done' }),
  'unread-notes': (i18n) =>
    i18n._({ id: 'inbox.against.unread-notes', message: 'Own words, which no rule reads' }),
}
