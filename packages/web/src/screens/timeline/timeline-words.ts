import { type Instant, isOpen, type Status } from '@afterglow/engine'
import type { AppCare } from '../../app/care-context.ts'
import { endedProcedures } from '../../model/care.ts'
import type { Span } from '../../model/span.ts'
import type { Timeline, TimelineRow } from '../../model/timeline.ts'
import { statusWord } from '../../words/status-words.ts'
import { lowerFirst } from '../../words/texts.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** `12 things open in the next 7 days` */
export function titleText({ i18n, at, plan }: AppCare, { rows }: Timeline): string {
  if (endedProcedures({ plan, at }).length === 0)
    return i18n._({ id: 'timeline.title.before', message: 'What waits after the session' })
  const count = rows
    .filter(({ opensAt }) => opensAt !== null && opensAt <= at + WEEK_MS)
    .reduce((sum, { subjects }) => sum + subjects.length, 0)
  return i18n._({
    id: 'timeline.title',
    message:
      '{count, plural, =0 {Nothing new opens in the next 7 days} one {# thing opens in the next 7 days} other {# things open in the next 7 days}}',
    values: { count },
  })
}

/** `Day 2 after your session` */
export function kickerText(care: AppCare): string {
  const { i18n, format, at } = care
  const [last] = endedProcedures(care)
  if (!last || last.endedAtEstimated) return format.day(at)
  return i18n._({
    id: 'timeline.day',
    message: 'Day {day} after your session',
    values: { day: format.daysBetween(last.endedAt, at) },
  })
}

/** What is said of the rows that are not shown; where nothing is covered, why all of them look alike. */
export function restText({ i18n, plan, at }: AppCare, { rows }: Timeline): string {
  const ended = endedProcedures({ plan, at })
  if (ended.length > 0 && ended.every((one) => one.protocol === null))
    return i18n._({
      id: 'timeline.uncovered',
      message:
        'We have no times for what was done. Ask the clinic that did it before you go back to any of this.',
    })
  if (rows.every((row) => row.isHeld)) return ''
  return i18n._({
    id: 'timeline.only-held',
    message: 'Shown here is what something holds back. The rest is open.',
  })
}

/** The names on one ribbon, the first few of them: `Hot bath, hot tub or spa and 5 more`. */
export function namesText({ i18n, texts, format }: AppCare, subjects: readonly string[]): string {
  const names = subjects.map((code, k) => shortName(texts.subject(code), k > 0))
  if (names.length <= NAMED) return format.list(names)
  const more = i18n._({
    id: 'timeline.more',
    message: '{count, plural, one {# more} other {# more}}',
    values: { count: names.length - NAMED + 1 },
  })
  return format.list([...names.slice(0, NAMED - 1), more])
}

const NAMED = 3

/** Without what stands in parentheses: the sheet behind the ribbon has it. */
function shortName(name: string, isInside: boolean): string {
  const short = name.replace(/ *[(（].*[)）]/, '')
  return isInside ? lowerFirst(short) : short
}

/** At the end of a row, what comes next: the time it opens, or whose word it waits for. */
export function rowEndText({ i18n, format, at }: AppCare, row: TimelineRow): string {
  const { status, opensAt, nextChangeAt } = row
  if (opensAt !== null) return format.shortDayTime(opensAt, at)
  if (isOpen(status) || nextChangeAt === null) return statusWord(i18n, status)
  return i18n._({
    id: 'timeline.ask-from',
    message: 'Ask from {day}',
    values: { day: format.shortDay(nextChangeAt) },
  })
}

/** One span in words: `until Wed 25 Nov, 12:45`. */
export function spanText(
  { i18n, format, at }: AppCare,
  { start, end }: Span,
  isFirst: boolean,
): string {
  const clock = (instant: Instant) => format.shortDayTime(instant, at)
  if (end === null && isFirst) return i18n._({ id: 'timeline.span.stays', message: 'from now on' })
  if (end === null)
    return i18n._({
      id: 'timeline.span.from',
      message: 'from {start} on',
      values: { start: clock(start) },
    })
  if (isFirst)
    return i18n._({
      id: 'timeline.span.until',
      message: 'until {end}',
      values: { end: clock(end) },
    })
  return i18n._({
    id: 'timeline.span.between',
    message: 'from {start} until {end}',
    values: { start: clock(start), end: clock(end) },
  })
}

/** Everything a ribbon draws, for whoever hears it. */
export function spansText(care: AppCare, spans: readonly Span[]): string {
  const parts = spans.map(
    (span, k) => `${statusWord(care.i18n, span.status)}: ${spanText(care, span, k === 0)}`,
  )
  return care.format.join(parts, 'stop')
}

/** What is drawn from now on, the present answer first. */
export function spansAhead(spans: readonly Span[], at: Instant): readonly Span[] {
  return spans.filter((span) => !span.isPlanned && (span.end === null || span.end > at))
}

export const LEGEND: readonly Status[] = ['avoid', 'ask-clinic', 'caution', 'allowed']
