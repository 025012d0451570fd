import type { Answering, ClinicCard } from '../store/clinic-link.ts'
import type { Json } from './ask.ts'

/** Reads what the clinic says of itself. What cannot be read is left out, and advice is then not graded. */
export function cardOf(body: Json): ClinicCard {
  const { answering, branding } = body
  return {
    name: textIn(body, 'name') ?? '',
    zone: textIn(body, 'zone') ?? 'UTC',
    phone: textIn(body, 'phone'),
    emergencyNumber: textIn(body, 'emergencyNumber'),
    bookingUrl: webAddress(textIn(body, 'bookingUrl')),
    virtualVisitUrl: webAddress(textIn(body, 'virtualVisitUrl')),
    openingHours: textIn(body, 'openingHours'),
    answering: answeringOf(answering),
    accent: textIn(branding, 'accent'),
    sheetNote: textIn(branding, 'sheetNote'),
    staticCards: body['staticCards'] !== false,
  }
}

/** The clinic's picture: only as data, so that no other host is ever asked for it. */
export function logoOf({ branding }: Json): string | null {
  const logo = textIn(branding, 'logo')
  return logo?.startsWith('data:image/') ? logo : null
}

function textIn(value: unknown, key: string): string | null {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null
  return typeof text === 'string' && text.trim() !== '' ? text : null
}

/** Nothing but a page of the web is opened by a tap. */
function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//.test(text) ? text : null
}

function answeringOf(value: unknown): Answering {
  const hours: unknown = typeof value === 'object' && value ? Reflect.get(value, 'hours') : null
  const list: readonly unknown[] = Array.isArray(hours) ? hours : []
  return { who: textIn(value, 'who'), hours: list.flatMap(hoursOf) }
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

function hoursOf(value: unknown): Answering['hours'] {
  const days: unknown = typeof value === 'object' && value ? Reflect.get(value, 'days') : null
  const [from, end] = [textIn(value, 'from') ?? '', textIn(value, 'until') ?? '']
  // The end of a day is the midnight that the next one begins with: no clock shows 24:00.
  const until = end === '24:00' ? '00:00' : end
  if (!Array.isArray(days) || !CLOCK.test(from) || !CLOCK.test(until)) return []
  return [{ days: days.filter((day): day is number => Number.isInteger(day)), from, until }]
}
