import { addToDate, type Instant, instantOf, localDate } from '@afterglow/engine'
import type { Answering } from '../store/clinic-link.ts'

/** Whether somebody reads messages now; if not, when next. `unsaid` where the clinic has given no hours. */
export type AnsweringNow =
  | { readonly state: 'reading'; readonly until: Instant }
  | { readonly state: 'away'; readonly from: Instant }
  | { readonly state: 'unsaid' }

/** From the clinic's hours, on the clinic's clock. Spans are [from, until); those that touch are one. */
export function answeringAt({ hours }: Answering, zone: string, at: Instant): AnsweringNow {
  const spans = joined(spansAround(hours, zone, at))
  const now = spans.find(({ from, until }) => from <= at && at < until)
  if (now) return { state: 'reading', until: now.until }
  const next = spans.find(({ from }) => from > at)
  return next ? { state: 'away', from: next.from } : { state: 'unsaid' }
}

interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** From the day before, whose night may still last, to the same weekday of next week. */
const DAYS = [-1, 0, 1, 2, 3, 4, 5, 6, 7] as const

function spansAround(hours: Answering['hours'], zone: string, at: Instant): readonly Span[] {
  const today = localDate(at, zone)
  return DAYS.flatMap((days) => {
    const date = addToDate(today, { kind: 'days', days })
    return hours
      .filter((one) => one.days.includes(weekdayOf(date)))
      .map(({ from, until }) => ({
        from: instantOf(date, from, zone),
        until: until > from ? instantOf(date, until, zone) : dayAfter(date, until, zone),
      }))
  }).toSorted((a, b) => a.from - b.from)
}

function dayAfter(date: string, clock: string, zone: string): Instant {
  return instantOf(addToDate(date, { kind: 'days', days: 1 }), clock, zone)
}

function joined(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    if (!last || last.until < span.from) whole.push(span)
    else whole.splice(-1, 1, { ...last, until: Math.max(last.until, span.until) })
  }
  return whole
}

/** ISO 8601: 1 is Monday. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}
