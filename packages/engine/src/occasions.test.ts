import { describe, expect, it } from 'vitest'
import { after, instant, iso, position, session, subject } from '../../../tests/support/protocol.ts'
import {
  NIGHT,
  PLAIN,
  avoid,
  type Case,
  setting,
  reminders,
  zulu,
  dues,
  names,
} from '../../../tests/support/reminders.ts'
import { isStillDue } from './occasions.ts'
import { DEFAULT_REMINDER_KINDS, remindersOf } from './reminder.ts'
import { formatInstant } from './time.ts'

describe('an opening', () => {
  const opened: Case = { kinds: ['window-opened'] }

  it('is told when a subject that was avoided is allowed', () => {
    const [only, ...others] = reminders(opened)
    expect(others).toEqual([])
    expect(only).toEqual({
      id: `window-opened/makeup/${after(48)}`,
      kind: 'window-opened',
      subject: 'makeup',
      nominalAt: after(48),
      dueAt: after(48),
      expiresAt: after(72),
      urgency: 'normal',
    })
  })

  it('is none for a subject that was never closed, at the end of a session', () => {
    const subjects = [subject('water', [position('w', 'use')])]
    expect(names({ ...opened, parts: { subjects } })).toEqual([])
    const events = [
      {
        type: 'corrected',
        at: '2026-01-10T11:00:00Z',
        procedure: 'p1',
        endedAt: '2026-01-10T15:00:00Z',
      },
    ]
    expect(names({ ...opened, parts: { subjects }, given: session({ events }) })).toEqual([])
  })

  it('with care is another kind, and opening freely is told after it', () => {
    const makeup = [avoid('a', 'PT48H'), position('l', 'limit', { window: { until: 'PT96H' } })]
    const parts = { subjects: [subject('makeup', makeup)] }
    expect(DEFAULT_REMINDER_KINDS).not.toContain('window-caution')
    expect(names({ ...opened, parts })).toEqual(['makeup 2026-01-14T10:00:00Z'])
    expect(names({ kinds: ['window-caution'], parts })).toEqual(['makeup 2026-01-12T10:00:00Z'])
  })

  it('that does not last a day is not told, one that lasts exactly a day is', () => {
    const until = (from: string) => {
      const makeup = [
        avoid('a', 'PT24H'),
        position('b', 'avoid', { window: { from, until: 'P7D' } }),
      ]
      return names({ ...opened, parts: { subjects: [subject('makeup', makeup)] } })
    }
    expect(until('PT47H')).toEqual(['makeup 2026-01-17T10:00:00Z'])
    expect(until('PT48H')).toEqual(['makeup 2026-01-11T10:00:00Z', 'makeup 2026-01-17T10:00:00Z'])
  })

  it('of a broader subject is told once, less the narrower ones that stay shut', () => {
    const subjects = [
      subject('swimming', [avoid('s', 'P3D')]),
      subject('pool', [], { broader: 'swimming' }),
      subject('sea', [avoid('sea', 'P9D')], { broader: 'swimming' }),
    ]
    const found = reminders({ ...opened, parts: { subjects } })
    expect(found.map((one) => [one.subject, zulu(one.dueAt), one.except])).toEqual([
      ['swimming', '2026-01-13T10:00:00Z', ['sea']],
      ['sea', '2026-01-19T10:00:00Z', undefined],
    ])
  })

  it('of a pure group is told in one where all of it opens at once', () => {
    const subjects = (until: string) => [
      subject('care', [], { group: true }),
      subject('cream', [avoid('c', 'P3D')], { broader: 'care' }),
      subject('serum', [avoid('s', until)], { broader: 'care' }),
    ]
    const told = (until: string) => names({ ...opened, parts: { subjects: subjects(until) } })
    expect(told('P3D')).toEqual(['care 2026-01-13T10:00:00Z'])
    expect(told('P4D')).toEqual(['cream 2026-01-13T10:00:00Z', 'serum 2026-01-14T10:00:00Z'])
  })

  it('is told in the morning, unless it has shut by then', () => {
    const given = session({}, { endedAt: '2026-01-10T22:30:00Z' })
    expect(dues({ ...opened, given, quietHours: NIGHT })).toEqual(['2026-01-13T08:00:00Z'])
    const events = [
      {
        type: 'override',
        at: '2026-01-13T05:00:00Z',
        subject: 'makeup',
        window: 'P9D',
        by: 'Dr A',
        reason: 'seen',
      },
    ]
    const shut = session({ events }, { endedAt: '2026-01-10T22:30:00Z' })
    expect(dues({ ...opened, given: shut, quietHours: NIGHT })).not.toContain(
      '2026-01-13T08:00:00Z',
    )
  })

  it('no longer holds when it is to be sent after something has shut it', () => {
    const { planner, plan } = setting(opened)
    const [only] = remindersOf(planner, plan, {
      span: { from: after(0), until: after(100) },
      preferences: { ...PLAIN, kinds: ['window-opened'] },
    })
    if (!only) throw new Error('nothing opens')
    const events = [
      {
        type: 'override',
        at: iso(after(50)),
        subject: 'makeup',
        window: 'P9D',
        by: 'Dr A',
        reason: 'seen',
      },
    ]
    const changed = setting({ given: session({ events }) }).plan
    expect(isStillDue(plan, only, after(51))).toBe(true)
    expect(isStillDue(changed, only, after(51))).toBe(false)
    expect(isStillDue(plan, only, after(72))).toBe(false)
  })
})

describe('a check-in', () => {
  const asked: Case = { kinds: ['check-in-due'] }

  it('is asked for each evening until the typical recovery end, of use for that day', () => {
    const found = reminders({ ...asked, given: session({ zone: 'Asia/Dubai' }) })
    expect(found.map(({ dueAt }) => formatInstant(dueAt, 'Asia/Dubai'))).toEqual(
      [10, 11, 12, 13, 14, 15, 16].map((day) => `2026-01-${day}T20:00:00+04:00`),
    )
    expect(found[0]?.expiresAt).toBe(instant('2026-01-11T00:00:00+04:00'))
  })

  it('is not asked for on a day that has one by then', () => {
    const checkIn = (at: string) => ({ type: 'check-in', at, signs: [] })
    const events = [checkIn('2026-01-12T00:00:00Z'), checkIn('2026-01-13T20:00:01Z')]
    expect(dues({ ...asked, given: session({ events }) })).toEqual(
      [10, 11, 13, 14, 15, 16].map((day) => `2026-01-${day}T20:00:00Z`),
    )
  })

  it('is left out where quiet hours reach over its day, and comes by itself where a digest would be late', () => {
    const quietHours = { from: '19:00', until: '08:00' }
    expect(dues({ ...asked, quietHours })).toEqual([])
    expect(dues({ ...asked, checkInAt: '18:00', quietHours, digestAt: '09:00' })).toContain(
      '2026-01-11T18:00:00Z',
    )
  })

  it('comes once on a day that a flight west makes longer', () => {
    const events = [{ type: 'moved', at: '2026-01-12T16:00:00Z', zone: 'Europe/London' }]
    const given = session({ zone: 'Asia/Karachi', events })
    const span = { from: '2026-01-11T00:00:00Z', until: '2026-01-14T00:00:00Z' }
    expect(dues({ ...asked, given, ...span })).toEqual([
      '2026-01-11T15:00:00Z',
      '2026-01-12T15:00:00Z',
      '2026-01-13T20:00:00Z',
    ])
  })
})

describe('a planned session', () => {
  const planned: Case = { kinds: ['session-due'] }

  it('is brought to mind on two mornings before it', () => {
    const [first, second] = reminders({
      ...planned,
      given: session({}, { endedAt: '2026-03-01T10:00:00Z' }),
    })
    expect([first, second].map((one) => one && zulu(one.dueAt))).toEqual([
      '2026-02-15T08:00:00Z',
      '2026-02-27T08:00:00Z',
    ])
    expect(first).toMatchObject({ procedure: 'p1', sessionAt: instant('2026-03-01T10:00:00Z') })
  })

  it('is not where it has been moved', () => {
    const events = [
      {
        type: 'corrected',
        at: '2026-02-20T10:00:00Z',
        procedure: 'p1',
        endedAt: '2026-04-01T10:00:00Z',
      },
    ]
    const given = session({ events }, { endedAt: '2026-03-01T10:00:00Z' })
    expect(dues({ ...planned, given })).toEqual([
      '2026-02-15T08:00:00Z',
      '2026-03-18T08:00:00Z',
      '2026-03-30T08:00:00Z',
    ])
  })
})
