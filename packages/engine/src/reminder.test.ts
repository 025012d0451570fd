import { describe, expect, it } from 'vitest'
import {
  after,
  ENDED_AT,
  instant,
  iso,
  position,
  protocol,
  protocolInput,
  session,
  subject,
} from '../../../tests/support/protocol.ts'
import { applyPlan } from './apply.ts'
import { isStillDue } from './occasions.ts'
import { createPlanner } from './planner.ts'
import {
  DEFAULT_REMINDER_KINDS,
  nextDueAt,
  type Reminder,
  type ReminderPreferences,
  remindersOf,
} from './reminder.ts'
import type { Session } from './session.ts'
import { formatInstant } from './time.ts'

type Input = Readonly<Record<string, unknown>>

const NIGHT = { from: '21:00', until: '08:00' }
const PLAIN: ReminderPreferences = { quietHours: null, digestAt: null, kinds: [] }
const FAR = { from: '2026-01-01T00:00:00Z', until: '2027-03-01T00:00:00Z' }

const stated = { statements: [{ source: 'first' }] }
const cleanse = { id: 'cleanse', phase: 'after', times: ['morning', 'bedtime'], ...stated }

function ledger(parts: Input, milestones: readonly Input[] = []) {
  const course = { ...(protocolInput()['course'] as Input), milestones }
  const series = {
    ...(protocolInput()['series'] as Input),
    events: [{ id: 'wedding', subjects: [], source: 'first' }],
  }
  return protocol({ course, series, ...parts })
}

const avoid = (id: string, until: string) => position(id, 'avoid', { window: { until } })

interface Case extends Partial<ReminderPreferences> {
  readonly parts?: Input
  readonly milestones?: readonly Input[]
  readonly given?: Session
  readonly from?: string
  readonly until?: string
}

function setting({ parts = {}, milestones, given = session() }: Case) {
  const planner = createPlanner([ledger(parts, milestones)])
  return { planner, plan: applyPlan(planner, given) }
}

function reminders(one: Case): readonly Reminder[] {
  const { planner, plan } = setting(one)
  const { parts: _, milestones: __, given: ___, from = FAR.from, until = FAR.until, ...more } = one
  const span = { from: instant(from), until: instant(until) }
  return remindersOf(planner, plan, { span, preferences: { ...PLAIN, ...more } })
}

const zulu = (at: number) => iso(at).replace('.000Z', 'Z')
const dues = (one: Case) => reminders(one).map(({ dueAt }) => zulu(dueAt))
const local = (one: Case, zone: string) =>
  reminders(one).map(({ dueAt }) => formatInstant(dueAt, zone))
const names = (one: Case) =>
  reminders(one).map((due) => `${due.task ?? due.subject ?? due.milestone} ${zulu(due.dueAt)}`)

describe('a routine', () => {
  const routine: Case = {
    kinds: ['routine'],
    parts: { tasks: [cleanse] },
    from: '2026-01-11T00:00:00Z',
    until: '2026-01-12T00:00:00Z',
  }

  it('is reminded of at its times, of use for four hours', () => {
    expect(reminders(routine)).toEqual([
      {
        id: `routine/cleanse/${instant('2026-01-11T08:00:00Z')}`,
        kind: 'routine',
        task: 'cleanse',
        nominalAt: instant('2026-01-11T08:00:00Z'),
        dueAt: instant('2026-01-11T08:00:00Z'),
        expiresAt: instant('2026-01-11T12:00:00Z'),
        urgency: 'low',
      },
      expect.objectContaining({ dueAt: instant('2026-01-11T22:00:00Z') }),
    ])
  })

  it('is of use no longer than until its next time', () => {
    const tasks = [{ ...cleanse, times: ['evening', 'bedtime'] }]
    const [evening] = reminders({ ...routine, parts: { tasks } })
    expect(evening?.expiresAt).toBe(instant('2026-01-11T22:00:00Z'))
  })

  it('is late within its use, left out past it, and never in a digest', () => {
    const late = { from: '21:00', until: '08:30' }
    const both = { ...routine, quietHours: late, digestAt: '09:00' }
    expect(reminders(both).map(({ dueAt, digest }) => [zulu(dueAt), digest])).toEqual([
      ['2026-01-11T08:30:00Z', undefined],
    ])
  })

  it('comes once where two procedures bring it', () => {
    const procedures = ['p1', 'p2'].map((id) => ({
      id,
      code: 'microneedling',
      endedAt: ENDED_AT,
      device: 'pen',
    }))
    expect(dues({ ...routine, given: session({ procedures }) })).toHaveLength(2)
  })

  it('is left out when its subject has shut, or the task has ended, before the quiet hours end', () => {
    const tasks = [
      { ...cleanse, id: 'wear-makeup', subject: 'makeup', times: ['morning'] },
      { ...cleanse, id: 'short', statements: [{ source: 'first', until: 'PT23H' }] },
    ]
    const subjects = [
      subject('makeup', [position('m', 'avoid', { window: { from: 'PT23H', until: 'P3D' } })]),
    ]
    const one = { ...routine, parts: { tasks, subjects } }
    expect(names({ ...one, until: '2026-01-11T20:00:00Z' })).toEqual([
      'wear-makeup 2026-01-11T08:00:00Z',
      'short 2026-01-11T08:00:00Z',
    ])
    const quietHours = { from: '21:00', until: '09:30' }
    expect(names({ ...one, quietHours, until: '2026-01-11T20:00:00Z' })).toEqual([])
  })
})

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

describe('a digest', () => {
  const milestones = ['PT20H', 'PT23H', 'PT24H', 'PT40H'].map((from, k) => ({
    id: `m-${k}`,
    kind: 'result',
    from,
    source: 'first',
  }))
  const kinds = ['milestone', 'window-opened'] as const

  it('tells together what came since the one before, up to its own instant', () => {
    // They come at 06:00, 09:00 and 10:00 on the 11th and at 02:00 on the 12th; makeup opens at 10:00.
    const found = reminders({ kinds, milestones, digestAt: '09:00' })
    expect(found.map((one) => [one.milestone ?? one.subject, zulu(one.dueAt)])).toEqual([
      ['m-0', '2026-01-11T09:00:00Z'],
      ['m-1', '2026-01-11T09:00:00Z'],
      ['m-2', '2026-01-12T09:00:00Z'],
      ['m-3', '2026-01-12T09:00:00Z'],
      ['makeup', '2026-01-13T09:00:00Z'],
    ])
    expect(new Set(found.map(({ digest }) => digest)).size).toBe(3)
  })

  it('inside the quiet hours comes at their end, with what waited for it', () => {
    const found = dues({ kinds: ['milestone'], milestones, digestAt: '07:00', quietHours: NIGHT })
    expect(found.slice(0, 1)).toEqual(['2026-01-11T08:00:00Z'])
    expect(found.slice(1)).toEqual(Array(3).fill('2026-01-12T08:00:00Z'))
  })

  it('loses nothing on the day that has 25 hours', () => {
    const given = session({ zone: 'America/New_York' }, { endedAt: '2026-10-29T09:30:00-04:00' })
    expect(
      local({ kinds: ['window-opened'], given, digestAt: '09:00' }, 'America/New_York'),
    ).toEqual(['2026-10-31T09:30:00-04:00'])
  })
})

describe('the clock on the wall', () => {
  const routine: Case = {
    kinds: ['routine'],
    parts: { tasks: [{ ...cleanse, times: ['morning'] }] },
  }

  it('is kept over changes of offset and leap days', () => {
    const on = (zone: string, from: string, until: string) => {
      const given = session({ zone }, { endedAt: from })
      const quietHours = { from: '21:00', until: '08:15' }
      return local({ ...routine, given, quietHours, from, until }, zone).map((text) =>
        text.slice(5),
      )
    }
    expect(on('America/New_York', '2026-10-31T10:00:00-04:00', '2026-11-02T12:00:00Z')).toEqual([
      '11-01T08:15:00-05:00',
    ])
    expect(on('America/New_York', '2026-03-07T10:00:00-05:00', '2026-03-09T12:00:00Z')).toEqual([
      '03-08T08:15:00-04:00',
    ])
    expect(on('Australia/Lord_Howe', '2026-04-04T10:00:00+11:00', '2026-04-05T12:00:00Z')).toEqual([
      '04-05T08:15:00+10:30',
    ])
    expect(on('UTC', '2028-02-28T10:00:00Z', '2028-03-01T12:00:00Z')).toEqual([
      '02-29T08:15:00+00:00',
      '03-01T08:15:00+00:00',
    ])
  })

  it('follows a flight from Karachi to London', () => {
    const events = [{ type: 'moved', at: '2026-01-12T06:00:00Z', zone: 'Europe/London' }]
    const given = session({ zone: 'Asia/Karachi', events })
    // Makeup opens at 10:00 in London, before its noon; the noon of Karachi was at 07:00.
    const zoned = local({ kinds: ['window-opened'], given, digestAt: '12:00' }, 'Europe/London')
    expect(zoned).toEqual(['2026-01-12T12:00:00+00:00'])
  })
})

describe('nextDueAt', () => {
  it('is strictly after, and null when nothing is left', () => {
    const { planner, plan } = setting({})
    const next = (at: number) =>
      nextDueAt(planner, plan, { after: at, preferences: { ...PLAIN, kinds: ['window-opened'] } })
    expect(next(after(0))).toBe(after(48))
    expect(next(after(47, 3599))).toBe(after(48))
    expect(next(after(48))).toBeNull()
    expect(next(after(-24 * 365 * 40))).toBe(after(48))
  })

  it('finds what is months away, and nothing past the twelve that a plan is made for', () => {
    const at = (from: string) => ({ id: from.toLowerCase(), kind: 'result', from, source: 'first' })
    const { planner, plan } = setting({ milestones: [at('P11M'), at('P13M')] })
    const next = (from: number) =>
      nextDueAt(planner, plan, { after: from, preferences: { ...PLAIN, kinds: ['milestone'] } })
    expect(next(after(24))).toBe(instant('2026-12-10T10:00:00Z'))
    expect(next(instant('2026-12-10T10:00:00Z'))).toBeNull()
  })
})
