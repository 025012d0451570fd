import {
  addToDate,
  datePlan,
  formatInstant,
  type Instant,
  instantOf,
  localDate,
  type Occurrence,
  occurrencesOf,
  zoneAt,
} from '@afterglow/engine'
import type { CalendarEvent } from './calendar-event.ts'
import type { CalendarContent } from './calendar-request.ts'
import { groupedBy } from '../plan/grouped.ts'
import { changeDescription, changeSummary } from './change-text.ts'
import { planChanges } from './plan-change.ts'

const SECOND_MS = 1000
/** At nine on the day before. */
const THE_DAY_BEFORE = -15 * 3600

/** Everything a calendar tells of a plan, in time order. */
export function calendarEvents(request: CalendarContent): readonly CalendarEvent[] {
  const events = [
    ...changeEvents(request),
    ...(request.routines ? routineEvents(request) : []),
    ...milestoneEvents(request),
    ...sessionEvents(request),
  ]
  const inOrder = events.toSorted((a, b) => (sortKey(a, request) < sortKey(b, request) ? -1 : 1))
  return request.detail === 'full'
    ? inOrder
    : inOrder.map((one, k) => discreet(request, one, k + 1))
}

/** A day comes before its hours. */
function sortKey({ start, id }: CalendarEvent, request: CalendarContent): string {
  const local = 'date' in start ? start.date : formatInstant(start.at, zoneOf(request, start.at))
  return `${local} ${id}`
}

function discreet({ words }: CalendarContent, event: CalendarEvent, step: number): CalendarEvent {
  return { ...event, summary: words.discreet(step), description: '' }
}

function changeEvents(request: CalendarContent): readonly CalendarEvent[] {
  const { plan, span, words } = request
  return planChanges(plan, span).map((change) => ({
    id: `change-${change.id}`,
    start: { at: change.at },
    summary: changeSummary(change, words),
    description: withFooter(request, changeDescription(change, words)),
    alarmSeconds: secondsUntilMorning(request, change.at),
  }))
}

/** What opens at night is told in the morning: a later alert opens nothing early. */
function secondsUntilMorning(request: CalendarContent, at: Instant): number {
  const routine = request.planner.shelves[0]?.compiled.protocol.routine
  if (!routine) return 0
  const zone = zoneOf(request, at)
  const clock = formatInstant(at, zone).slice(11, 16)
  if (clock >= routine.morning && clock < routine.bedtime) return 0
  const today = localDate(at, zone)
  const date = clock < routine.morning ? today : addToDate(today, { kind: 'days', days: 1 })
  return Math.ceil((instantOf(date, routine.morning, zone) - at) / SECOND_MS)
}

/** One entry for each time at which routines are due, whatever falls on it. */
function routineEvents(request: CalendarContent): readonly CalendarEvent[] {
  const { planner, plan, span, words } = request
  const byTime = groupedBy(occurrencesOf(planner, plan, span), ({ dueAt }) => String(dueAt))
  return byTime.map((due) => {
    // No group is empty.
    const { dueAt: at } = due[0] as Occurrence
    const tasks = [...new Set(due.map(({ task }) => words.task(task)))]
    return {
      id: `routine-${formatInstant(at, zoneOf(request, at)).slice(0, 16).replace(':', '')}`,
      start: { at },
      summary: words.tasks(tasks.length),
      description: withFooter(request, tasks.join('\n')),
      alarmSeconds: 0,
    }
  })
}

/** One entry for each day from which a source expects something; by when, where it says only that. */
function milestoneEvents(request: CalendarContent): readonly CalendarEvent[] {
  const { plan, span, words } = request
  // The same id whether it is the only one or not: another session and a correction leave it as it is.
  const only = plan.procedures[0]?.id
  const dated = datePlan(plan).milestones.flatMap((one) => {
    const at = one.from ?? one.until
    const isInside = at !== null && at >= span.from && at < span.until
    return isInside ? [{ ...one, date: localDate(at, zoneOf(request, at)) }] : []
  })
  return groupedBy(dated, ({ date }) => date).map((found) => {
    // No group is empty.
    const { milestone, procedure = only, date } = found[0] as (typeof found)[number]
    const texts = found.map((one) => words.milestone(one.milestone))
    return {
      id: `milestone-${procedure}-${milestone}`,
      start: { date },
      summary: words.milestones,
      description: withFooter(request, [...new Set(texts)].join('\n')),
      alarmSeconds: null,
    }
  })
}

function sessionEvents(request: CalendarContent): readonly CalendarEvent[] {
  const { nextSession, words } = request
  if (nextSession === undefined) return []
  return [
    {
      id: 'next-session',
      start: { date: nextSession },
      summary: words.nextSession,
      description: withFooter(request, ''),
      alarmSeconds: THE_DAY_BEFORE,
    },
  ]
}

function withFooter({ words }: CalendarContent, text: string): string {
  return text === '' ? words.footer : `${text}\n\n${words.footer}`
}

function zoneOf({ plan }: CalendarContent, at: Instant): string {
  return zoneAt(plan.zone, plan.events, at)
}
