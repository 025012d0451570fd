import { type Instant, parseInstant } from '@afterglow/engine'
import type { AppCare } from '../../../app/care-context.ts'

export function plannedSaid({ i18n, format, at }: AppCare, endedAt: string): string {
  return i18n._({
    id: 'series.said.planned',
    message: 'Planned: {time}.',
    values: { time: format.dayTime(parseInstant(endedAt) ?? at, at) },
  })
}

export function takenOffSaid({ i18n, format, at }: AppCare, endedAt: Instant): string {
  return i18n._({
    id: 'series.said.off',
    message: 'Taken off: {time}.',
    values: { time: format.dayTime(endedAt, at) },
  })
}
