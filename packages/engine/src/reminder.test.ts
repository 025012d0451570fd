import { describe, expect, it } from 'vitest'
import {
  after,
  ENDED_AT,
  instant,
  position,
  session,
  subject,
} from '../../../tests/support/protocol.ts'
import {
  NIGHT,
  PLAIN,
  cleanse,
  type Case,
  setting,
  reminders,
  zulu,
  dues,
  local,
  names,
} from '../../../tests/support/reminders.ts'
import { nextDueAt } from './reminder.ts'

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
