import { applyPlan, createPlanner, formatInstant } from '@afterglow/engine'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { position, session, subjects, subject } from '../../../../tests/support/protocol.ts'
import { englishCalendarWords } from '../english/english-calendar.ts'
import { toIcal } from './calendar.ts'

/** Hours run on through the night on which clocks change; days keep the clock's time. */
const planner = createPlanner([
  subjects(
    subject('by-hours', [position('h', 'avoid', { window: { until: 'PT48H' } })]),
    subject('by-days', [position('d', 'avoid', { window: { until: 'P2D' } })]),
  ),
])

const NIGHTS = [
  {
    zone: 'America/New_York',
    endedAt: '2026-10-31T10:00:00-04:00',
    hours: '2026-11-02T09:00:00-05:00',
    days: '2026-11-02T10:00:00-05:00',
  },
  {
    zone: 'America/New_York',
    endedAt: '2027-03-13T10:00:00-05:00',
    hours: '2027-03-15T11:00:00-04:00',
    days: '2027-03-15T10:00:00-04:00',
  },
  {
    zone: 'Pacific/Auckland',
    endedAt: '2026-09-26T10:00:00+12:00',
    hours: '2026-09-28T11:00:00+13:00',
    days: '2026-09-28T10:00:00+13:00',
  },
  {
    zone: 'Pacific/Auckland',
    endedAt: '2027-04-03T10:00:00+13:00',
    hours: '2027-04-05T09:00:00+12:00',
    days: '2027-04-05T10:00:00+12:00',
  },
  {
    zone: 'Australia/Lord_Howe',
    endedAt: '2026-10-03T10:00:00+10:30',
    hours: '2026-10-05T10:30:00+11:00',
    days: '2026-10-05T10:00:00+11:00',
  },
  {
    zone: 'Asia/Kathmandu',
    endedAt: '2026-10-03T23:30:00+05:45',
    hours: '2026-10-05T23:30:00+05:45',
    days: '2026-10-05T23:30:00+05:45',
  },
] as const

function openingsOf(zone: string, endedAt: string): Readonly<Record<string, string>> {
  const one = session({ zone }, { endedAt })
  const plan = applyPlan(planner, one)
  const text = toIcal({
    planner,
    plan,
    span: { from: plan.anchor + 1, until: plan.anchor + 10 * 24 * 3_600_000 },
    routines: true,
    detail: 'full',
    words: englishCalendarWords((key) => key),
    planId: 'plan',
    stamp: plan.anchor,
    sequence: 0,
  })
  const jcal = ICAL.parse(text) as unknown as ConstructorParameters<typeof ICAL.Component>[0]
  const events = new ICAL.Component(jcal).getAllSubcomponents('vevent')
  return Object.fromEntries(
    events.flatMap((component) => {
      const { summary, startDate } = new ICAL.Event(component)
      const at = formatInstant(startDate.toUnixTime() * 1000, zone)
      return [...summary.matchAll(/subject\.(by-\w+)/g)].map(([, name = '']) => [name, at])
    }),
  )
}

describe('a calendar over a night on which clocks change', () => {
  it.each(NIGHTS)(
    'opens at the right instant in $zone after $endedAt',
    ({ zone, endedAt, hours, days }) => {
      expect(openingsOf(zone, endedAt)).toEqual({ 'by-hours': hours, 'by-days': days })
    },
  )
})
