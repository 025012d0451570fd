import { parseInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { dayIn, timeForm, timeIn } from './time-words.ts'

const PLACE = { zone: 'Asia/Dubai', now: parseInstant('2026-11-22T11:45:00+04:00') ?? 0 }

describe('timeIn', () => {
  it.each([
    ['10:45', '2026-11-22T10:45:00+04:00'],
    ['yesterday 18:00', '2026-11-21T18:00:00+04:00'],
    ['yesterday at 6 pm', '2026-11-21T18:00:00+04:00'],
    ['Tomorrow 9.30', '2026-11-23T09:30:00+04:00'],
    ['2026-02-28 00:00', '2026-02-28T00:00:00+04:00'],
    ['2026-11-22 10:45', '2026-11-22T10:45:00+04:00'],
    ['2026-11-22T10:45', '2026-11-22T10:45:00+04:00'],
    ['22 Nov 10:45', '2026-11-22T10:45:00+04:00'],
    ['22 November 2025, 10:45', '2025-11-22T10:45:00+04:00'],
    ['Nov 22 10:45 am', '2026-11-22T10:45:00+04:00'],
    ['5 Jan 09:00', '2027-01-05T09:00:00+04:00'],
    ['3 days ago 10:45', '2026-11-19T10:45:00+04:00'],
    ['22 August 2026 at 10:45', '2026-08-22T10:45:00+04:00'],
    ['2 hours ago', '2026-11-22T09:45:00+04:00'],
    ['an hour ago', '2026-11-22T10:45:00+04:00'],
    ['30 minutes ago', '2026-11-22T11:15:00+04:00'],
    ['12 am', '2026-11-22T00:00:00+04:00'],
  ])('reads %s', (text, instant) => expect(timeIn(text, PLACE)).toBe(parseInstant(instant)))

  it.each([
    '',
    '25:00',
    '10:60',
    '13 pm',
    '2026-02-30 10:00',
    '31 Nov 10:00',
    'noon',
    '22',
    '2026-11-22',
    '22 Nov',
    '3 days ago',
    'today',
  ])('finds no time in "%s"', (text) => expect(timeIn(text, PLACE)).toBeUndefined())
})

describe('dayIn', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['22 Nov', '2026-11-22'],
    ['November 22, 2025', '2025-11-22'],
    ['3 days ago', '2026-11-19'],
    ['a week ago', '2026-11-15'],
    ['Yesterday', '2026-11-21'],
  ])('reads %s', (text, date) => expect(dayIn(text, PLACE)).toBe(date))

  it.each(['2026-02-30', '31 Nov', 'soon', '', '10:45'])('finds no day in "%s"', (text) =>
    expect(dayIn(text, PLACE)).toBeUndefined(),
  )
})

describe('timeForm', () => {
  it('tells a time from a day that still wants one', () => {
    expect(timeForm('22 Nov 10:45', PLACE)).toBe('time')
    expect(timeForm('22 Nov', PLACE)).toBe('day')
    expect(timeForm('some time', PLACE)).toBeUndefined()
  })
})
