import {
  applyPlan,
  assess,
  type CarePlan,
  createPlanner,
  datePlan,
  formatInstant,
  type Instant,
  localDate,
  occurrencesOf,
  type Session,
  type Status,
  zoneAt,
} from '@afterglow/engine'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { readLedgers } from '../../../ledger/src/index.ts'
import { readStories } from '../../../../tests/scenarios/story.ts'
import { planIdOf, toIcal } from './calendar.ts'
import type { CalendarRequest } from './calendar-request.ts'
import type { Becomes, CalendarWords } from './calendar-words.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))
const stories = readStories()

const DAY_MS = 24 * 3_600_000
const YEAR_MS = 365 * DAY_MS
const STAMP = Date.UTC(2026, 10, 22, 7, 45)

/** Words that can be read back: codes, and names apart by spaces. */
const CODES: CalendarWords = {
  direction: 'ltr',
  calendarName: 'Name; with, signs\\',
  discreetName: 'plan',
  subject: (code) => code,
  task: (id) => id,
  milestone: (id) => id,
  note: (note) => JSON.stringify(note),
  list: (names) => names.join(' '),
  more: (count) => `+${count}`,
  except: (name, stricter) => `${name} !(${stricter})`,
  becomes: {
    open: (names) => `becomes open ${names}`,
    caution: (names) => `becomes caution ${names}`,
    'ask-clinic': (names) => `becomes ask-clinic ${names}`,
    avoid: (names) => `becomes avoid ${names}`,
  },
  medicine: 'medicine',
  tasks: (count) => `${count} tasks`,
  milestones: 'milestones',
  nextSession: 'next session',
  footer: 'footer',
  discreet: (step) => `step ${step}`,
}

function requestFor(session: Session, more: Partial<CalendarRequest> = {}): CalendarRequest {
  const plan = applyPlan(planner, session)
  return {
    planner,
    plan,
    span: { from: plan.anchor + 1, until: plan.anchor + YEAR_MS },
    routines: false,
    detail: 'full',
    words: CODES,
    planId: planIdOf(session),
    stamp: STAMP,
    sequence: 3,
    ...more,
  }
}

function storyOf(prefix: string): Session {
  const story = stories.find(({ name }) => name.startsWith(prefix))
  if (!story) throw new Error(`no story ${prefix}`)
  return story.session
}

interface Read {
  readonly uid: string
  readonly at: Instant
  readonly isDate: boolean
  readonly summary: string
  readonly description: string
  readonly alarms: readonly ICAL.Component[]
  readonly component: ICAL.Component
}

/** The events as another reader of calendars finds them. */
function read(text: string): readonly Read[] {
  const jcal = ICAL.parse(text) as unknown as ConstructorParameters<typeof ICAL.Component>[0]
  return new ICAL.Component(jcal).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      at: event.startDate.toUnixTime() * 1000,
      isDate: event.startDate.isDate,
      summary: event.summary,
      description: event.description,
      alarms: component.getAllSubcomponents('valarm'),
      component,
    }
  })
}

function changesIn(events: readonly Read[]): readonly Read[] {
  return events.filter(({ uid }) => uid.includes('-change-'))
}

interface Becoming {
  readonly at: Instant
  readonly becomes: string
}

/** What the file says of each subject, read from its descriptions. */
function toldBy(events: readonly Read[]): ReadonlyMap<string, readonly Becoming[]> {
  const told = new Map<string, Becoming[]>()
  for (const { at, description } of changesIn(events))
    for (const [, becomes = '', names = ''] of description.matchAll(/^becomes (\S+) (.*)$/gm)) {
      const meant = names.replaceAll(/!\([^)]*\)/g, '')
      for (const name of meant
        .replaceAll(/[()]/g, ' ')
        .split(' ')
        .filter((one) => one !== ''))
        told.set(name, [...(told.get(name) ?? []), { at, becomes }])
    }
  return told
}

const BECOMES: Readonly<Record<Status, Becomes>> = {
  recommended: 'open',
  allowed: 'open',
  caution: 'caution',
  unknown: 'ask-clinic',
  'ask-clinic': 'ask-clinic',
  avoid: 'avoid',
}

/** What the engine says of a subject: asked second by second around each change. */
function askedOf(
  plan: CarePlan,
  subject: string,
  { from, until }: CalendarRequest['span'],
): readonly Becoming[] {
  const found: Becoming[] = []
  let at: Instant | null = from - 1
  while (at !== null && at < until) {
    const next: Instant | null = assess(plan, subject, at).nextChangeAt
    if (next === null || next >= until) break
    const [before, after] = [assess(plan, subject, next - 1000), assess(plan, subject, next)]
    if (BECOMES[before.status] !== BECOMES[after.status])
      found.push({ at: next, becomes: BECOMES[after.status] })
    at = next
  }
  return found
}

describe('toIcal', () => {
  it.each(stories)(
    'tells of every subject what the engine says, at its instants: $name',
    ({ session }) => {
      const request = requestFor(session)
      const told = toldBy(read(toIcal(request)))
      const subjects = Object.keys(request.plan.subjects).filter(
        (code) => !request.plan.subjects[code]?.group,
      )
      expect(subjects.length).toBeGreaterThan(100)
      for (const subject of subjects)
        expect([subject, told.get(subject) ?? []]).toEqual([
          subject,
          askedOf(request.plan, subject, request.span),
        ])
    },
  )

  it('names the narrower subjects that are stricter, so that nobody takes them as meant', () => {
    const { plan, ...request } = requestFor(storyOf('01'))
    for (const { at, description } of changesIn(read(toIcal({ ...request, plan }))))
      for (const [, becomes = '', names = ''] of description.matchAll(/^becomes (\S+) (.*)$/gm))
        for (const [, name = '', stricter = ''] of names.matchAll(
          /(\S+) (?:\([^)]*\) )?!\(([^)]*)\)/g,
        )) {
          const narrower = stricter.split(' ')
          expect(narrower.every((code) => plan.subjects[code]?.broader.includes(name))).toBe(true)
          expect(narrower.map((code) => BECOMES[assess(plan, code, at).status])).not.toContain(
            becomes,
          )
        }
  })

  it.each(stories)('is a calendar that clients read: $name', ({ session }) => {
    const text = toIcal(requestFor(session, { routines: true, nextSession: '2027-01-31' }))
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]/)
    const long = text.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75)
    expect(long).toEqual([])
    expect(text).not.toMatch(/RRULE|TZID|ACTION:EMAIL|DTEND|X-WR-TIMEZONE/)
    const events = read(text)
    expect(events.length).toBeGreaterThan(1)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    for (const { component, isDate } of events) {
      const start = String(component.getFirstProperty('dtstart')?.toICALString())
      expect(start).toMatch(isDate ? /^DTSTART;VALUE=DATE:\d{8}$/ : /^DTSTART:\d{8}T\d{6}Z$/)
      const names = component.getAllProperties().map(({ name }) => name)
      expect(names).toEqual(
        expect.arrayContaining(['uid', 'dtstamp', 'sequence', 'summary', 'duration']),
      )
      expect(component.getFirstPropertyValue('class')).toBe('PRIVATE')
      expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    }
  })

  it('writes its head, with a name that is escaped and a stamp that is an argument', () => {
    const text = toIcal(requestFor(storyOf('01')))
    expect(text.split('\r\n').slice(0, 9)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Afterglow//Afterglow//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Name\\; with\\, signs\\\\',
      'X-WR-CALNAME:Name\\; with\\, signs\\\\',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
    ])
    expect(text.match(/DTSTAMP:.*/g)?.every((line) => line === 'DTSTAMP:20261122T074500Z')).toBe(
      true,
    )
    expect(text.match(/SEQUENCE:.*/g)?.every((line) => line === 'SEQUENCE:3')).toBe(true)
  })

  it('gives the same bytes for the same plan, and the same ids whenever it is made', () => {
    const request = requestFor(storyOf('01'), { routines: true })
    expect(toIcal(request)).toBe(toIcal({ ...request }))
    const { from, until } = request.span
    const later = { ...request, span: { from: from + 10 * DAY_MS, until } }
    const ids = new Map(read(toIcal(request)).map(({ uid, at }) => [uid, at]))
    const again = read(toIcal(later))
    expect(again.length).toBeGreaterThan(5)
    for (const { uid, at } of again) expect([uid, at]).toEqual([uid, ids.get(uid)])
  })

  it('keeps its ids when the end is corrected, so that a calendar moves its entries', () => {
    const session = storyOf('17')
    const first = requestFor({ ...session, events: [] })
    const corrected = requestFor(session)
    const [before, after] = [first, corrected].map((request) => changesIn(read(toIcal(request))))
    expect(corrected.planId).toBe(first.planId)
    const moved = before?.map(({ uid, at }) => after?.find((one) => one.uid === uid && one.at > at))
    expect(moved?.filter((one) => one === undefined)).toEqual([])
  })

  it('has an entry for each time at which a routine is due, and for each day of a milestone', () => {
    const request = requestFor(storyOf('03'), { routines: true })
    const events = read(toIcal(request))
    const { span, plan } = request
    const due = new Set(occurrencesOf(planner, plan, span).map(({ dueAt }) => dueAt))
    const routines = events.filter(({ uid }) => uid.includes('-routine-'))
    expect(routines.map(({ at }) => at)).toEqual([...due].sort((a, b) => a - b))
    const days = datePlan(plan).milestones.flatMap(({ from, until }) => {
      const at = from ?? until
      const isInside = at !== null && at >= span.from && at < span.until
      return isInside ? [localDate(at, zoneAt(plan.zone, plan.events, at))] : []
    })
    const told = events
      .filter(({ isDate }) => isDate)
      .map(({ component }) => String(component.getFirstPropertyValue('dtstart')))
    expect(told).toEqual([...new Set(days)].sort())
    expect(told.length).toBeGreaterThan(3)
  })

  it('says in discreet entries nothing but that there are some', () => {
    const request = requestFor(storyOf('06'), { routines: true, nextSession: '2026-09-01' })
    const full = read(toIcal(request))
    const text = toIcal({ ...request, detail: 'discreet' })
    const discreet = read(text)
    expect(discreet.map(({ at }) => at)).toEqual(full.map(({ at }) => at))
    expect(discreet.map(({ summary }) => summary)).toEqual(full.map((_, k) => `step ${k + 1}`))
    expect(text).not.toContain('DESCRIPTION:becomes')
    expect(text).toContain('NAME:plan')
  })

  it('takes an address as it is, but none that could begin a line of its own', () => {
    const url = 'https://example.org/%7Ea b\r\nATTENDEE:mailto:x@example.org'
    const text = toIcal(requestFor(storyOf('01'), { url }))
    expect(text).toContain('URL:https://example.org/%7Ea%20b%0D%0AATTENDEE')
    expect(text).not.toMatch(/^ATTENDEE/m)
  })
})

describe('the alarms', () => {
  function alarmsOf(session: Session, more: Partial<CalendarRequest> = {}) {
    const request = requestFor(session, more)
    return read(toIcal(request)).flatMap(({ uid, at, alarms }) =>
      alarms.map((alarm) => {
        const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration
        return {
          uid,
          startsAt: at,
          at: at + trigger.toSeconds() * 1000,
          action: alarm.getFirstPropertyValue('action'),
          description: alarm.getFirstPropertyValue('description'),
          id: alarm.getFirstPropertyValue('uid'),
        }
      }),
    )
  }

  it('show a line, each with an id of its own', () => {
    const alarms = alarmsOf(storyOf('01'), { routines: true })
    expect(alarms.length).toBeGreaterThan(20)
    expect(new Set(alarms.map(({ id }) => id)).size).toBe(alarms.length)
    expect(new Set(alarms.map(({ action }) => action))).toEqual(new Set(['DISPLAY']))
    expect(alarms.map(({ description }) => description)).not.toContain('')
  })

  it('of what opens by day come at its instant; at night they wait for the morning', () => {
    const clockOf = (at: Instant, { zone, events }: Session) =>
      formatInstant(at, zoneAt(zone, events, at)).slice(11, 16)
    const byDay = storyOf('01')
    for (const { startsAt, at } of alarmsOf(byDay)) expect(at).toBe(startsAt)
    const atNight = storyOf('02')
    const waiting = alarmsOf(atNight)
    expect(waiting.length).toBeGreaterThan(8)
    for (const { startsAt, at } of waiting) {
      const clock = clockOf(startsAt, atNight)
      expect(clockOf(at, atNight)).toBe(clock < '08:00' || clock >= '22:30' ? '08:00' : clock)
      expect(at - startsAt).toBeLessThan(DAY_MS)
      expect(at).toBeGreaterThanOrEqual(startsAt)
    }
  })

  it('of the next session come the day before at nine', () => {
    const alarm = alarmsOf(storyOf('01'), { nextSession: '2026-12-20' }).find(({ uid }) =>
      uid.includes('next-session'),
    )
    expect((alarm?.at ?? 0) - (alarm?.startsAt ?? 0)).toBe(-15 * 3_600_000)
  })
})
