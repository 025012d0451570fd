import { type Instant, localDate } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { AppCare } from '../../app/care-context.ts'
import { endedProcedures } from '../../model/care.ts'
import type { TimedResult } from '../../model/results.ts'
import type { Photo } from '../../store/photos.ts'
import { dateText } from '../sessions/session-words.ts'

export function phaseTitle(i18n: I18n, phase: TimedResult['phase']): string {
  switch (phase) {
    case 'now':
      return i18n._({ id: 'results.now', message: 'May show about now' })
    case 'coming':
      return i18n._({ id: 'results.coming', message: 'Still to come' })
    case 'over':
      return i18n._({ id: 'results.over', message: 'Expected earlier' })
    default:
      return phase satisfies never
  }
}

/** `Sunday 20 December to Sunday 3 January` */
export function spanText(
  care: AppCare,
  { from, until }: Pick<TimedResult, 'from' | 'until'>,
): string {
  const { i18n, zone } = care
  const day = (instant: Instant) => dateText(care, localDate(instant, zone))
  if (from !== null && until !== null)
    return i18n._({
      id: 'results.between',
      message: '{from} to {until}',
      values: { from: day(from), until: day(until) },
    })
  if (from !== null)
    return i18n._({
      id: 'results.from',
      message: 'From about {from}',
      values: { from: day(from) },
    })
  return i18n._({
    id: 'results.until',
    message: 'Up to about {until}',
    values: { until: until === null ? '' : day(until) },
  })
}

/** Who says it: `Don Mehrabi, MD, FAAD, 2021` */
export function sourceText({ planner, format }: AppCare, code: string): string {
  const [source] = planner.shelves.flatMap(({ compiled }) => compiled.protocol.sources[code] ?? [])
  if (!source) return ''
  const { author, publisher, date } = source
  return format.join([author ?? publisher, ...(date ? [date.slice(0, 4)] : [])], 'comma')
}

/** `Day 3`, counted from the last session before it; `before the session` where there was none. */
export function photoDayText(care: AppCare, photo: Pick<Photo, 'at'>): string {
  const { i18n, format, plan } = care
  const [last] = endedProcedures({ plan, at: photo.at })
  if (!last) return i18n._({ id: 'photos.before', message: 'Before the session' })
  if (last.endedAtEstimated) return i18n._({ id: 'photos.after', message: 'After the session' })
  return i18n._({
    id: 'photos.day',
    message: 'Day {day}',
    values: { day: format.number(format.daysBetween(last.endedAt, photo.at)) },
  })
}
