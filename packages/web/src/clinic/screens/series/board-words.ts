import { instantOf, unreachable } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import type { PatientSeries, SeriesState } from '../../api/series.ts'
import { type Spacing, spacingKind } from './spacing.ts'

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
    case 'to-confirm':
      return i18n._({ id: 'series.state.to-confirm', message: 'Was it done?' })
    default:
      return unreachable(state)
  }
}

/** When the next one can be: the preferred span, or from when on where that is later; empty where something stops it. */
export function nextWords(
  app: Pick<App, 'i18n' | 'format' | 'zone'>,
  { from, until, earliest }: PatientSeries['next'],
): string {
  const { i18n } = app
  if (earliest === null) return ''
  if (from !== null && until !== null && earliest <= from)
    return i18n._({
      id: 'series.next.span',
      message: '{from} to {until}',
      values: { from: shortDate(app, from), until: shortDate(app, until) },
    })
  return i18n._({
    id: 'series.next.earliest',
    message: 'From {date}',
    values: { date: shortDate(app, earliest) },
  })
}

/** `Fri 27 Nov` of a calendar date. */
export function shortDate({ format, zone }: Pick<App, 'format' | 'zone'>, date: string): string {
  return format.shortDay(instantOf(date, '12:00', zone))
}

/** `3 done, 1 planned, of 3 to 8`. */
export function countWords(
  { i18n, format }: Pick<App, 'i18n' | 'format'>,
  { done, planned, wanted }: PatientSeries,
): string {
  const doneWords = i18n._({
    id: 'series.count.done',
    message: '{count, plural, one {# done} other {# done}}',
    values: { count: done.length },
  })
  const plannedWords = i18n._({
    id: 'series.count.planned',
    message: '{count, plural, one {# planned} other {# planned}}',
    values: { count: planned.length },
  })
  const from = format.number(wanted?.from ?? 0)
  const to = format.number(wanted?.to ?? 0)
  const wantedWords = i18n._({
    id: 'series.count.wanted',
    message: 'of {from} to {to}',
    values: { from, to },
  })
  return format.join(
    [doneWords, ...(planned.length > 0 ? [plannedWords] : []), ...(wanted ? [wantedWords] : [])],
    'comma',
  )
}

/** A gap in days, and whether the sources keep to it. */
export function gapDaysWords(
  { i18n, format }: Pick<App, 'i18n' | 'format'>,
  gapDays: number,
  spacing: Spacing,
): string {
  const length = format.unit(gapDays, 'day')
  switch (spacingKind(gapDays, spacing)) {
    case 'short':
      return i18n._({ id: 'series.gap.short', message: '{length}, too short', values: { length } })
    case 'long':
      return i18n._({ id: 'series.gap.long', message: '{length}, long', values: { length } })
    case 'allowable':
      return i18n._({
        id: 'series.gap.allowable',
        message: '{length}, allowed',
        values: { length },
      })
    case 'preferred':
      return length
  }
}

/** What the sources keep to between two sessions. */
export function spacingWords(
  app: Pick<App, 'i18n' | 'format'>,
  { preferredDays, allowableDays }: Spacing,
): string {
  return app.i18n._({
    id: 'series.spacing',
    message:
      'Between two sessions: {preferred} days are preferred, {allowed} are allowed. Less is never planned.',
    values: { preferred: rangeWords(app, preferredDays), allowed: rangeWords(app, allowableDays) },
  })
}

function rangeWords(
  { i18n, format }: Pick<App, 'i18n' | 'format'>,
  { atLeast, atMost }: Spacing['preferredDays'],
): string {
  if (atLeast === atMost) return format.number(atLeast)
  return i18n._({
    id: 'series.range',
    message: '{least} to {most}',
    values: { least: format.number(atLeast), most: format.number(atMost) },
  })
}

export function tabWord(i18n: I18n, state: SeriesState): string {
  switch (state) {
    case 'due':
      return i18n._({ id: 'series.tab.due', message: 'Due and overdue' })
    case 'planned':
      return i18n._({ id: 'series.tab.planned', message: 'Planned' })
    case 'to-confirm':
      return i18n._({ id: 'series.tab.to-confirm', message: 'Was it done?' })
    case 'held':
      return i18n._({ id: 'series.tab.held', message: 'On hold' })
    case 'all':
      return i18n._({ id: 'series.tab.all', message: 'Everybody' })
    default:
      return unreachable(state)
  }
}

export function nobodyTitle(i18n: I18n, state: SeriesState): string {
  switch (state) {
    case 'due':
      return i18n._({ id: 'series.none.due', message: 'Nobody is due' })
    case 'planned':
      return i18n._({ id: 'series.none.planned', message: 'No session is planned' })
    case 'to-confirm':
      return i18n._({ id: 'series.none.to-confirm', message: 'Nothing to ask about' })
    case 'held':
      return i18n._({ id: 'series.none.held', message: 'Nothing is on hold' })
    case 'all':
      return i18n._({ id: 'series.none.all', message: 'No series yet' })
    default:
      return unreachable(state)
  }
}

export function nobodyText(i18n: I18n, state: SeriesState): string {
  switch (state) {
    case 'due':
      return i18n._({
        id: 'series.none.due.text',
        message: 'When the least gap since a session is over, its patient stands here.',
      })
    case 'planned':
      return i18n._({
        id: 'series.none.planned.text',
        message: 'Open a patient of this board and press “Plan this date”.',
      })
    case 'to-confirm':
      return nothingToConfirm(i18n)
    case 'held':
      return i18n._({
        id: 'series.none.held.text',
        message: 'When skin has not settled, or a check-in gives a reason to wait, it stands here.',
      })
    case 'all':
      return i18n._({
        id: 'series.none.all.text',
        message: 'Every patient with a session stands here, with their gaps and their next date.',
      })
    default:
      return unreachable(state)
  }
}

function nothingToConfirm(i18n: I18n): string {
  return i18n._({
    id: 'series.none.to-confirm.text',
    message:
      'When the time of a planned session has passed and nobody has said that it took place, it stands here.',
  })
}
