import {
  addToDate,
  formatInstant,
  isCalendarDate,
  localDate,
  planSeries,
  type Series,
  type SeriesRequest,
} from '@afterglow/engine'
import {
  all,
  type Care,
  didYouMean,
  done,
  type LocatedIssue,
  type Outcome,
  refuse,
  toldJson,
  trouble,
} from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { readCare, type Request } from '../care.ts'
import { type FlagValues, noWords } from '../flags.ts'
import { seriesPage } from '../render/series-page.ts'
import { viewOf } from '../render/view.ts'

/** `afterglow series`: when the sessions can be, forwards or back from an event. */
export async function series(request: Request): Promise<Outcome<Answer>> {
  const stray = noWords(request, () => 'accepted are --session, --sessions, --event and --blocked')
  if (!stray.ok) return stray
  const wanted = all(readCount(request.flags), readEvent(request.flags), readBlocked(request.flags))
  if (!wanted.ok) return wanted
  const read = await readCare(request)
  if (!read.ok) return read
  const care = read.value
  const [sessions, event, blocked] = wanted.value
  const today = localDate(care.at, care.zone)
  const astray = [
    ...lateSession(care),
    ...unknownEvent(care, event),
    ...outOfReach(today, event, blocked),
  ]
  if (astray.length > 0) return { ok: false, issues: astray }
  const asked: SeriesRequest = {
    at: care.at,
    ...(sessions !== undefined && { sessions }),
    ...(event && { event }),
    blocked,
  }
  const planned = planSeries(care.planner, care.plan, asked)
  return done({
    text: (look) => seriesPage(viewOf(care, look, request), planned, asked),
    json: () => seriesJson(care, planned),
  })
}

/** What was given and not applied stands among the issues of the series. */
function seriesJson(care: Care, planned: Series): object {
  const issues = [...planned.issues, ...care.remarks]
  return { at: formatInstant(care.at, care.zone), ...planned, ...toldJson(care), issues }
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

/** Of another kind of event nobody knows what it asks of the skin. */
function unknownEvent({ protocols }: Care, event: Event | undefined): readonly LocatedIssue[] {
  const kinds = protocols.flatMap((protocol) => protocol.series.events.map((one) => one.id))
  if (!event || kinds.includes(event.kind)) return []
  const text = `found "${event.kind}"${didYouMean(event.kind, kinds)}; accepted are ${kinds.join(', ')}`
  return [trouble('--event', 'value', text)]
}

/** Beyond these the calendar ends, or the search for dates takes longer than anybody waits. */
const LAST_DAY = '2190-12-31'
const LAST_DATE = '2199-12-31'
const REACH = { kind: 'months', months: 120 } as const

/** The next session is counted from the last one, also from one that is still to come. */
function lateSession({ plan, zone }: Care): readonly LocatedIssue[] {
  const dates = plan.procedures.map((one) => localDate(one.endedAt, zone))
  const late = dates.find((date) => date > LAST_DAY)
  if (late === undefined) return []
  const text = `found a session on ${late}; accepted is a date up to ${LAST_DAY}`
  return [trouble('--session', 'value', text)]
}

/** What lies beyond the dates that a series can be planned for, counted from `today`. */
function outOfReach(
  today: string,
  event: Event | undefined,
  blocked: readonly Blocked[],
): readonly LocatedIssue[] {
  if (today > LAST_DAY)
    return [trouble('--at', 'value', `found ${today}; accepted is a date up to ${LAST_DAY}`)]
  const last = earlier(addToDate(today, REACH), LAST_DATE)
  const tomorrow = addToDate(today, { kind: 'days', days: 1 })
  const first = addToDate(today, REACH, -1)
  return [
    ...(event ? dateIssues('--event', event.date, [tomorrow, last]) : []),
    ...blocked.flatMap(({ from, until }) => [
      ...dateIssues('--blocked', from, [first, last]),
      ...(until === from ? [] : dateIssues('--blocked', until, [first, last])),
    ]),
  ]
}

/** Both ends are accepted. */
function dateIssues(
  flag: string,
  date: string,
  [first, last]: readonly [string, string],
): readonly LocatedIssue[] {
  if (date >= first && date <= last) return []
  const accepted = `accepted is a date from ${first} on, up to ${last}`
  return [trouble(flag, 'value', `found ${date}; ${accepted}`)]
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
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
