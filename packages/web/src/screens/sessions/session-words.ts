import {
  daysBetween,
  type Hold,
  instantOf,
  localDate,
  type PlannedSession,
} from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { AppCare } from '../../app/care-context.ts'
import type { SeriesPlan, WishProblem } from '../../model/series.ts'

/** A date within the year with its weekday, a later one with its year. */
export function dateText({ format, at, zone }: AppCare, date: string): string {
  const isNear = Math.abs(daysBetween(localDate(at, zone), date)) < NEAR_DAYS
  return isNear ? format.day(instantOf(date, '12:00', zone)) : format.date(date)
}

const NEAR_DAYS = 330

/** `4 weeks after session 1`; empty for the first of all. */
export function gapText({ i18n, format }: AppCare, { gapDays, number }: PlannedSession): string {
  if (gapDays === null) return ''
  const length = gapDays % 7 === 0 ? format.unit(gapDays / 7, 'week') : format.unit(gapDays, 'day')
  return i18n._({
    id: 'sessions.gap',
    message: '{length} after session {number}.',
    values: { length, number: format.number(number - 1) },
  })
}

export function spacingText(i18n: I18n, spacing: PlannedSession['spacing']): string {
  switch (spacing) {
    case 'first':
      return ''
    case 'preferred':
      return i18n._({ id: 'sessions.spacing.preferred', message: 'The sources agree on this gap.' })
    case 'allowable':
      return i18n._({ id: 'sessions.spacing.allowable', message: 'Some sources use this gap.' })
    case 'late':
      return i18n._({
        id: 'sessions.spacing.late',
        message: 'Longer than any source waits: ask your clinic how to go on.',
      })
    default:
      return spacing satisfies never
  }
}

/** What ends a hold. */
export function holdEndText({ i18n, format }: AppCare, { endedBy, until }: Hold): string {
  if (endedBy === 'clearance')
    return i18n._({ id: 'hold.clearance', message: 'Until your clinic says yes.' })
  if (until === null)
    return i18n._({ id: 'hold.report', message: 'Until a check-in says the signs are gone.' })
  return i18n._({
    id: 'hold.until',
    message: 'Until about {date}, and a check-in that says the signs are gone.',
    values: { date: format.date(until) },
  })
}

export function eventName({ texts }: AppCare, kind: string, isKnown: boolean): string {
  return isKnown ? texts.text(`event.${kind}`) : kind
}

/** What does not fit, and what could be done about it; empty where everything fits. */
export function missingText(i18n: I18n, { missing, isStopped }: SeriesPlan): string {
  if (missing <= 0 || isStopped) return ''
  return i18n._({
    id: 'sessions.missing',
    message:
      '{missing, plural, one {# session finds no place. Free some dates, or ask your clinic about one session fewer.} other {# sessions find no place. Free some dates, or ask your clinic about fewer sessions.}}',
    values: { missing },
  })
}

export function rangeText(
  { i18n, format }: AppCare,
  { atLeast, atMost }: { readonly atLeast: number; readonly atMost: number },
): string {
  if (atLeast === atMost) return format.number(atLeast)
  return i18n._({
    id: 'sessions.range',
    message: '{least} to {most}',
    values: { least: format.number(atLeast), most: format.number(atMost) },
  })
}

/** What is wrong with a field, and how to put it right. */
export function problemText(i18n: I18n, code: WishProblem['code']): string {
  switch (code) {
    case 'no-date':
      return i18n._({
        id: 'sessions.problem.no-date',
        message: 'Please choose a date that exists.',
      })
    case 'too-early':
      return i18n._({ id: 'sessions.problem.too-early', message: 'Please choose a later date.' })
    case 'too-late':
      return i18n._({
        id: 'sessions.problem.too-late',
        message: 'Please choose a date in the next ten years.',
      })
    case 'ends-before-start':
      return i18n._({
        id: 'sessions.problem.ends-before-start',
        message: 'These dates end before they start.',
      })
    case 'no-count':
      return i18n._({
        id: 'sessions.problem.no-count',
        message: 'Please give a number from 1 to 100.',
      })
    default:
      return code satisfies never
  }
}
