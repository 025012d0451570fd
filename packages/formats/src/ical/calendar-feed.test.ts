import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { CalendarEvent } from './calendar-event.ts'
import { type CalendarVersion, toIcalFeed } from './calendar-feed.ts'

const DAY_MS = 86_400_000
const START = Date.UTC(2026, 10, 22, 8)

function event(id: string, day: number, summary = id): CalendarEvent {
  const start = { at: START + day * DAY_MS }
  return { id, start, summary, description: '', alarmSeconds: 0 }
}

function version(number: number, events: readonly CalendarEvent[]): CalendarVersion {
  return { stamp: START + number * 60_000, sequence: number, events }
}

const FIRST = version(1, [event('kept', 1), event('moved', 2), event('dropped', 3)])
const SECOND = version(2, [event('kept', 1), event('moved', 4), event('new', 5)])

function feed(versions: readonly CalendarVersion[], droppedSince = START): string {
  return toIcalFeed({ name: 'plan', planId: 'p', versions, droppedSince })
}

/** Of each entry, as another reader of calendars finds it: sequence, minute of its stamp, status, alarms. */
function read(text: string): Readonly<Record<string, readonly unknown[]>> {
  const jcal = ICAL.parse(text) as unknown as ConstructorParameters<typeof ICAL.Component>[0]
  const entries = new ICAL.Component(jcal).getAllSubcomponents('vevent').map((one) => {
    const stamp = one.getFirstPropertyValue('dtstamp') as ICAL.Time
    const minute = (stamp.toUnixTime() * 1000 - START) / 60_000
    const told = [one.getFirstPropertyValue('sequence'), minute]
    const status = one.getFirstPropertyValue('status')
    const alarms = one.getAllSubcomponents('valarm').length
    return [String(one.getFirstPropertyValue('uid')), [...told, status, alarms]] as const
  })
  return Object.fromEntries(entries)
}

describe('toIcalFeed', () => {
  it('raises what has changed and leaves the rest as it was told before', () => {
    expect(read(feed([FIRST, SECOND]))).toEqual({
      'p-kept@afterglow': [1, 1, null, 1],
      'p-moved@afterglow': [2, 2, null, 1],
      'p-new@afterglow': [2, 2, null, 1],
      'p-dropped@afterglow': [2, 2, 'CANCELLED', 0],
    })
  })

  it('keeps what was dropped until its time is over, and at no other place', () => {
    const { stamp } = SECOND
    expect(feed([FIRST, SECOND], stamp - 1)).toMatch(/dropped[^]*STATUS:CANCELLED/)
    expect(feed([FIRST, SECOND], stamp)).not.toContain('dropped')
  })

  it('tells of what comes back by a higher sequence, and of nothing before there was a plan', () => {
    const back = version(3, [event('dropped', 3)])
    const again = read(feed([version(0, []), FIRST, SECOND, back]))
    expect(again['p-dropped@afterglow']).toEqual([3, 3, null, 1])
    expect(again['p-kept@afterglow']).toEqual([3, 3, 'CANCELLED', 0])
    expect(read(feed([]))).toEqual({})
  })

  it('is the same text whatever version came between without a change', () => {
    const between = version(2, FIRST.events)
    const last = { ...SECOND, sequence: 3 }
    expect(feed([FIRST, between, last])).toBe(feed([FIRST, last]))
  })
})
