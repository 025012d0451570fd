import { contentHash, type Session } from '@afterglow/engine'
import { calendarEvents } from './calendar-events.ts'
import type { CalendarRequest } from './calendar-request.ts'
import { icsOf } from './ics.ts'

/**
 * A calendar file to be imported once, with alarms: what opens when and how, routines, milestones, the next session. The
 * same arguments give the same bytes.
 */
export function toIcal(request: CalendarRequest): string {
  const { words, detail, planId, stamp, sequence, url } = request
  const name = detail === 'full' ? words.calendarName : words.discreetName
  const head = { name, planId, stamp, sequence }
  return icsOf(url === undefined ? head : { ...head, url }, calendarEvents(request))
}

const ID_DIGITS = 24

/** An id for the plan of a session. It outlasts every event, a corrected end included. */
export function planIdOf({ zone, procedures: [first] }: Session): string {
  const hash = contentHash({ zone, id: first?.id, code: first?.code, endedAt: first?.endedAt })
  return hash.replace(/^sha256:/, '').slice(0, ID_DIGITS)
}
