import { formatInstant, type Instant } from '@afterglow/engine'
import type { CalendarEvent, CalendarHead } from './calendar-event.ts'
import { contentLine, textLine } from './content-line.ts'

const DOMAIN = 'afterglow'
const MOMENT = 'PT15M'
const ALL_DAY = 'P1D'
const REFRESH = 'PT6H'
const SECOND_MS = 1000

/**
 * A calendar file as of RFC 5545 and 7986. All instants are in UTC and all days are dates, so no zone has to be defined
 * and no daylight saving can shift them; nothing repeats. The same arguments give the same bytes.
 */
export function icsOf(head: CalendarHead, events: readonly CalendarEvent[]): string {
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Afterglow//Afterglow//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    textLine('NAME', head.name),
    textLine('X-WR-CALNAME', head.name),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', REFRESH),
    contentLine('X-PUBLISHED-TTL', REFRESH),
    ...events.flatMap((event) => eventLines(head, event)),
    contentLine('END', 'VCALENDAR'),
  ].join('')
}

function eventLines(head: CalendarHead, event: CalendarEvent): readonly string[] {
  const uid = `${head.planId}-${event.id}`
  const { stamp, sequence, isCancelled } = event.revision ?? { ...head, isCancelled: false }
  return [
    contentLine('BEGIN', 'VEVENT'),
    textLine('UID', `${uid}@${DOMAIN}`),
    contentLine('SEQUENCE', String(sequence)),
    contentLine('DTSTAMP', utc(stamp)),
    contentLine('LAST-MODIFIED', utc(stamp)),
    ...(isCancelled ? [contentLine('STATUS', 'CANCELLED')] : []),
    ...startLines(event),
    textLine('SUMMARY', event.summary),
    ...(event.description === '' ? [] : [textLine('DESCRIPTION', event.description)]),
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine('CLASS', 'PRIVATE'),
    ...(head.url === undefined ? [] : [contentLine('URL', addressOf(head.url))]),
    ...(isCancelled ? [] : alarmLines(uid, event)),
    contentLine('END', 'VEVENT'),
  ]
}

/** The URI type has no escapes of its own: a space or a new line would end it. */
function addressOf(url: string): string {
  return url.replaceAll(/[\s\p{Cc}]/gu, encodeURIComponent)
}

function startLines({ start }: CalendarEvent): readonly string[] {
  return 'date' in start
    ? [
        contentLine('DTSTART;VALUE=DATE', start.date.replaceAll('-', '')),
        contentLine('DURATION', ALL_DAY),
      ]
    : [contentLine('DTSTART', utc(start.at)), contentLine('DURATION', MOMENT)]
}

function alarmLines(uid: string, { alarmSeconds, summary }: CalendarEvent): readonly string[] {
  if (alarmSeconds === null) return []
  return [
    contentLine('BEGIN', 'VALARM'),
    textLine('UID', `${uid}-alarm@${DOMAIN}`),
    contentLine('ACTION', 'DISPLAY'),
    contentLine('TRIGGER', triggerOf(alarmSeconds)),
    textLine('DESCRIPTION', summary),
    contentLine('END', 'VALARM'),
  ]
}

/** `PT0S`, `PT5H30M`, `-PT15H` */
function triggerOf(seconds: number): string {
  const size = Math.abs(seconds)
  const parts = [
    [Math.floor(size / 3600), 'H'],
    [Math.floor((size % 3600) / 60), 'M'],
    [size % 60, 'S'],
  ] as const
  const text = parts.map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`)).join('')
  return `${seconds < 0 ? '-' : ''}PT${text === '' ? '0S' : text}`
}

/** `20261124T064500Z`; a second begun is the next one: nothing opens early. */
function utc(at: Instant): string {
  const second = Math.ceil(at / SECOND_MS) * SECOND_MS
  return `${formatInstant(second, 'UTC').slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
