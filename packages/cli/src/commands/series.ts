import {
  addToDate,
  type Instant,
  isCalendarDate,
  localDate,
  planSeries,
  type SeriesRequest,
  toWire,
} from '@afterglow/engine'
import type { Answer } from '../answer.ts'
import { readCare, type Request } from '../care.ts'
import type { FlagValues } from '../flags.ts'
import { all, done, type LocatedIssue, type Outcome, refuse, trouble } from '../outcome.ts'
import { seriesPage } from '../render/series-page.ts'
import { viewOf } from '../render/view.ts'

/** `afterglow series`: when the sessions can be, forwards or back from an event. */
export async function series(request: Request): Promise<Outcome<Answer>> {
  const wanted = all(readCount(request.flags), readEvent(request.flags), readBlocked(request.flags))
  if (!wanted.ok) return wanted
  const read = await readCare(request)
  if (!read.ok) return read
  const care = read.value
  const [sessions, event, blocked] = wanted.value
  const past = event ? pastEvent(event.date, { at: care.at, zone: care.zone }) : undefined
  if (past) return refuse(past)
  const asked: SeriesRequest = {
    at: care.at,
    ...(sessions !== undefined && { sessions }),
    ...(event && { event }),
    blocked,
  }
  const planned = planSeries(care.planner, care.plan, asked)
  return done({
    text: (look) => seriesPage(viewOf(care, look, request), planned),
    json: () => ({ at: toWire({ at: care.at }, care.zone), ...planned }),
  })
}

const MOST_SESSIONS = 100

function readCount({ sessions }: FlagValues): Outcome<number | undefined> {
  const text = sessions?.[0]
  if (text === undefined) return done(undefined)
  const count = Number(text)
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_SESSIONS) return done(count)
  const accepted = `accepted is how many in all, 1 to ${MOST_SESSIONS}`
  return refuse(trouble('--sessions', 'value', `found "${text}"; ${accepted}`))
}

type Event = NonNullable<SeriesRequest['event']>

function readEvent({ event }: FlagValues): Outcome<Event | undefined> {
  const text = event?.[0]
  if (text === undefined) return done(undefined)
  const [, kind, date] = /^(.+):([^:]+)$/.exec(text) ?? []
  if (kind === undefined || date === undefined || !isCalendarDate(date)) {
    const accepted = 'accepted is KIND:DATE with a date that exists, such as wedding:2027-06-12'
    return refuse(trouble('--event', 'value', `found "${text}"; ${accepted}`))
  }
  return done({ kind: kind.trim().toLowerCase().replaceAll(' ', '-'), date })
}

function pastEvent(
  date: string,
  { at, zone }: { readonly at: Instant; readonly zone: string },
): LocatedIssue | undefined {
  const today = localDate(at, zone)
  if (date > today) return undefined
  const tomorrow = addToDate(today, { kind: 'days', days: 1 })
  return trouble('--event', 'value', `found ${date}; accepted is a date from ${tomorrow} on`)
}

type Blocked = NonNullable<SeriesRequest['blocked']>[number]

function readBlocked({ blocked = [] }: FlagValues): Outcome<readonly Blocked[]> {
  const read = blocked.map(readSpan)
  const issues = read.flatMap((one) => (one.ok ? [] : one.issues))
  return issues.length > 0
    ? { ok: false, issues }
    : done(read.flatMap((one) => (one.ok ? one.value : [])))
}

function readSpan(text: string): Outcome<Blocked> {
  const [from = '', until = from, ...more] = text.split('..')
  if (!isCalendarDate(from) || !isCalendarDate(until) || more.length > 0) {
    const accepted = 'accepted is FROM..UNTIL with dates that exist, such as 2027-01-03..2027-01-10'
    return refuse(trouble('--blocked', 'value', `found "${text}"; ${accepted}`))
  }
  if (until < from)
    return refuse(trouble('--blocked', 'value', `found "${text}": it ends before it starts`))
  return done({ from, until })
}
