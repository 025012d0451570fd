import { instantOf, isCalendarDate, localDate } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import { type Place, UNKNOWN } from './session-of.ts'

/** How the end was told: a day by its name or its date, one still to come, or not known. */
export type EndedKind = 'today' | 'yesterday' | 'earlier' | 'planned' | 'unknown'

/** What is missing or cannot be about an end, in words; empty where nothing is. */
export function endedTrouble(i18n: I18n, ended: readonly string[], place: Place): string {
  const [date, clock = '', kind] = ended
  if (date === UNKNOWN) return ''
  if (date === undefined || !isCalendarDate(date)) {
    return i18n._({ id: 'ended.no-day', message: 'Choose the day, or "I don\'t know".' })
  }
  const isAhead = isInFuture(date, clock, place)
  if (kind === 'planned' && !isAhead) {
    return i18n._({
      id: 'ended.not-ahead',
      message: 'That time has passed. Choose the day it was on.',
    })
  }
  if (kind !== 'planned' && isAhead) {
    return i18n._({
      id: 'ended.ahead',
      message: 'That time is still to come. Choose "It is still to come", or another time.',
    })
  }
  return ''
}

function isInFuture(date: string, clock: string, { now, zone }: Place): boolean {
  if (clock === '' || clock === UNKNOWN) return date > localDate(now, zone)
  return instantOf(date, clock, zone) > now
}
