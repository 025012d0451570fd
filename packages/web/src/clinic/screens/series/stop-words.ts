import type { I18n } from '@lingui/core'
import type { AppCare } from '../../../app/care-context.ts'
import type { SeriesPlan } from '../../../model/series.ts'
import { gapDaysWords } from './board-words.ts'
import type { SessionStop } from './session-stops.ts'
import type { Spacing } from './spacing.ts'

export function stopTitle({ i18n, format }: AppCare, { kind, number }: SessionStop): string {
  const values = { number: format.number(number) }
  switch (kind) {
    case 'done':
      return i18n._({ id: 'series.stop.done', message: 'Session {number}, done', values })
    case 'booked':
      return i18n._({ id: 'series.stop.booked', message: 'Session {number}, planned', values })
    case 'fits':
      return i18n._({ id: 'series.stop.fits', message: 'Session {number} can be on', values })
    default:
      return kind satisfies never
  }
}

/** The gap before it against what the sources keep to; of the first nothing. */
export function stopNote(care: AppCare, { gapDays }: SessionStop, spacing: Spacing): string {
  if (gapDays === null) return ''
  return care.i18n._({
    id: 'series.stop.gap',
    message: 'Gap before: {gap}',
    values: { gap: gapDaysWords(care, gapDays, spacing) },
  })
}

/** What does not fit, and what could be done about it; empty where everything fits, or something stops it all. */
export function missingWords(i18n: I18n, { missing, isStopped }: SeriesPlan): string {
  if (missing <= 0 || isStopped) return ''
  return i18n._({
    id: 'series.missing',
    message:
      '{missing, plural, one {# session finds no place. Free some dates, or plan one fewer.} other {# sessions find no place. Free some dates, or plan fewer.}}',
    values: { missing },
  })
}
