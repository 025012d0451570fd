import { unreachable } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import type { PatientSeries } from '../../api/series.ts'

export function stateWord(i18n: I18n, state: PatientSeries['next']['state']): string {
  switch (state) {
    case 'planned':
      return i18n._({ id: 'series.state.planned', message: 'Planned' })
    case 'due':
      return i18n._({ id: 'series.state.due', message: 'Due' })
    case 'overdue':
      return i18n._({ id: 'series.state.overdue', message: 'Overdue' })
    case 'too-early':
      return i18n._({ id: 'series.state.early', message: 'Too early' })
    case 'done':
      return i18n._({ id: 'series.state.done', message: 'Done' })
    default:
      return unreachable(state)
  }
}

/** When the next one can be: the preferred span, else the first day that is possible. */
export function nextWords(
  { i18n, format }: Pick<App, 'i18n' | 'format'>,
  { from, until, earliest }: PatientSeries['next'],
): string {
  if (from !== null && until !== null)
    return i18n._({
      id: 'series.next.span',
      message: '{from} to {until}',
      values: { from: format.date(from), until: format.date(until) },
    })
  if (earliest === null) return ''
  return i18n._({
    id: 'series.next.earliest',
    message: 'From {date}',
    values: { date: format.date(earliest) },
  })
}
