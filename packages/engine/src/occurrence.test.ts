import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ENDED_AT,
  instant,
  iso,
  position,
  protocol,
  session,
  subject,
} from '../../../tests/support/protocol.ts'
import { applyPlan } from './apply.ts'
import { occurrencesOf } from './occurrence.ts'
import { createPlanner } from './planner.ts'
import type { Session } from './session.ts'
import { formatInstant } from './time.ts'

type Input = Readonly<Record<string, unknown>>
interface Dues {
  readonly tasks: readonly Input[]
  readonly given?: Session
  readonly from: string
  readonly until: string
}

const stated = (parts: Input = {}) => ({ statements: [{ source: 'first', ...parts }] })
const cleanse = (parts: Input = {}) => ({
  id: 'cleanse',
  phase: 'after',
  times: ['morning'],
  ...stated(),
  ...parts,
})

function due({ tasks, given = session(), from, until }: Dues) {
  const ledger = protocol({
    tasks,
    subjects: [
      subject('makeup', [
        position('m', 'avoid', { window: { until: 'PT48H' } }),
        position('l', 'limit', { window: { until: 'PT72H' } }),
      ]),
    ],
  })
  const planner = createPlanner([ledger])
  const plan = applyPlan(planner, given)
  return occurrencesOf(planner, plan, { from: instant(from), until: instant(until) })
}

/** The occurrences in UTC, without their fractions. */
const times = (dues: Dues) => due(dues).map((one) => iso(one.dueAt).replace('.000Z', 'Z'))
const local = (dues: Dues, zone: string) => due(dues).map((one) => formatInstant(one.dueAt, zone))

const moved = (at: string, zone: string) => ({ type: 'moved', at, zone })

describe('occurrencesOf', () => {
  it('puts a routine at the protocol’s clock times, each day of the span', () => {
    expect(
      due({
        tasks: [cleanse({ times: ['morning', 'bedtime'] })],
        from: '2026-01-11T00:00:00Z',
        until: '2026-01-12T12:00:00Z',
      }),
    ).toEqual([
      { task: 'cleanse', dueAt: instant('2026-01-11T08:00:00Z') },
      { task: 'cleanse', dueAt: instant('2026-01-11T22:00:00Z') },
      { task: 'cleanse', dueAt: instant('2026-01-12T08:00:00Z') },
    ])
  })

  it('includes the first instant of the span and excludes its last', () => {
    const tasks = [cleanse()]
    const on = (from: string, until: string) => times({ tasks, from, until })
    expect(on('2026-01-11T08:00:00Z', '2026-01-12T08:00:00Z')).toEqual(['2026-01-11T08:00:00Z'])
    expect(on('2026-01-11T08:00:01Z', '2026-01-12T08:00:01Z')).toEqual(['2026-01-12T08:00:00Z'])
    expect(on('2026-01-11T08:00:00Z', '2026-01-11T08:00:00Z')).toEqual([])
    expect(on('2026-01-12T08:00:00Z', '2026-01-11T08:00:00Z')).toEqual([])
  })

  it('begins with the task and ends before its end', () => {
    const tasks = [cleanse(stated({ from: 'PT22H', until: 'P3D' }))]
    // The session ended at 10:00 on the 10th: the task runs from 08:00 on the 11th to 10:00 on the 13th.
    const span = { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' }
    expect(times({ tasks, ...span })).toEqual([
      '2026-01-11T08:00:00Z',
      '2026-01-12T08:00:00Z',
      '2026-01-13T08:00:00Z',
    ])
    const ends = [cleanse(stated({ from: 'PT23H', until: 'PT70H' }))]
    expect(times({ tasks: ends, ...span })).toEqual(['2026-01-12T08:00:00Z'])
  })

  it('has nothing before the session for a task that follows it', () => {
    const span = { from: '2026-01-01T00:00:00Z', until: ENDED_AT }
    expect(times({ tasks: [cleanse()], ...span })).toEqual([])
  })

  it('has no clock time for a task done as needed', () => {
    const { times: _, ...asNeeded } = cleanse()
    const span = { from: ENDED_AT, until: '2026-02-01T00:00:00Z' }
    expect(due({ tasks: [asNeeded], ...span })).toEqual([])
  })

  it('counts every second day from the first, whatever span is asked for', () => {
    const tasks = [cleanse({ everyDays: 2, times: ['evening'] })]
    const on = (from: string, until: string) => times({ tasks, from, until })
    expect(on('2026-01-10T00:00:00Z', '2026-01-16T00:00:00Z')).toEqual([
      '2026-01-10T20:00:00Z',
      '2026-01-12T20:00:00Z',
      '2026-01-14T20:00:00Z',
    ])
    expect(on('2026-01-11T00:00:00Z', '2026-01-13T00:00:00Z')).toEqual(['2026-01-12T20:00:00Z'])
    expect(on('2026-01-13T00:00:00Z', '2026-01-15T00:00:00Z')).toEqual(['2026-01-14T20:00:00Z'])
    expect(on('2026-05-01T00:00:00Z', '2026-05-04T00:00:00Z')).toEqual(['2026-05-02T20:00:00Z'])
  })

  it('sorts by time, then by the task’s name', () => {
    const tasks = [
      cleanse({ id: 'b-task' }),
      cleanse({ id: 'c-task', times: ['evening', 'morning'] }),
      cleanse({ id: 'a-task' }),
    ]
    const span = { from: '2026-01-11T00:00:00Z', until: '2026-01-12T00:00:00Z' }
    expect(due({ tasks, ...span }).map((one) => one.task)).toEqual([
      'a-task',
      'b-task',
      'c-task',
      'c-task',
    ])
  })

  it('leaves a task out while its subject is not open, and keeps it when only care is asked', () => {
    const tasks = [cleanse({ subject: 'makeup' }), cleanse({ id: 'drink-water' })]
    const span = { from: ENDED_AT, until: '2026-01-14T00:00:00Z' }
    const given = session()
    // Makeup opens with care at 10:00 on the 12th.
    expect(due({ tasks, given, ...span })).toEqual([
      { task: 'drink-water', dueAt: instant('2026-01-11T08:00:00Z') },
      { task: 'drink-water', dueAt: instant('2026-01-12T08:00:00Z') },
      { task: 'cleanse', dueAt: instant('2026-01-13T08:00:00Z') },
      { task: 'drink-water', dueAt: instant('2026-01-13T08:00:00Z') },
    ])
  })

  it('prepares before the session and stops at its end', () => {
    const tasks = [{ ...cleanse(), phase: 'before', lead: 'P2D', times: ['morning', 'midday'] }]
    const span = { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' }
    expect(times({ tasks, ...span })).toEqual([
      '2026-01-08T13:00:00Z',
      '2026-01-09T08:00:00Z',
      '2026-01-09T13:00:00Z',
      '2026-01-10T08:00:00Z',
    ])
  })
})

describe('the clock on the wall', () => {
  it('is kept over a change of offset', () => {
    const given = session({ zone: 'America/New_York' }, { endedAt: '2026-03-06T15:00:00Z' })
    const span = { from: '2026-03-07T00:00:00Z', until: '2026-03-10T00:00:00Z' }
    expect(local({ tasks: [cleanse()], given, ...span }, 'America/New_York')).toEqual([
      '2026-03-07T08:00:00-05:00',
      '2026-03-08T08:00:00-04:00',
      '2026-03-09T08:00:00-04:00',
    ])
  })

  it('names the first day by where the person was, before midnight or after', () => {
    const tasks = [cleanse({ everyDays: 2, times: ['bedtime'] })]
    const span = { from: '2026-01-10T00:00:00Z', until: '2026-01-15T00:00:00Z' }
    const dubai = session({ zone: 'Asia/Dubai' }, { endedAt: '2026-01-10T20:30:00Z' })
    expect(local({ tasks, given: dubai, ...span }, 'Asia/Dubai')).toEqual([
      '2026-01-11T22:00:00+04:00',
      '2026-01-13T22:00:00+04:00',
    ])
  })

  it('follows a flight from Karachi to London', () => {
    const given = session(
      { zone: 'Asia/Karachi', events: [moved('2026-01-12T06:00:00Z', 'Europe/London')] },
      {},
    )
    const tasks = [cleanse({ times: ['morning', 'evening'] })]
    const span = { from: '2026-01-11T00:00:00Z', until: '2026-01-14T00:00:00Z' }
    // The morning of the 12th was in Karachi; London shows 08:00 that day too, but it is done.
    expect(times({ tasks, given, ...span })).toEqual([
      '2026-01-11T03:00:00Z',
      '2026-01-11T15:00:00Z',
      '2026-01-12T03:00:00Z',
      '2026-01-12T20:00:00Z',
      '2026-01-13T08:00:00Z',
      '2026-01-13T20:00:00Z',
    ])
  })

  it('on a flight east never falls before the arrival, in the night of the place left', () => {
    const given = session({
      zone: 'Europe/London',
      events: [moved('2026-01-12T06:00:00Z', 'Asia/Karachi')],
    })
    const tasks = [cleanse({ times: ['morning', 'evening'] })]
    const span = { from: '2026-01-11T00:00:00Z', until: '2026-01-14T00:00:00Z' }
    // On the 12th the clock went from 06:00 in London to 11:00 in Karachi: 08:00 by the clock left is 13:00 there.
    expect(times({ tasks, given, ...span })).toEqual([
      '2026-01-11T08:00:00Z',
      '2026-01-11T20:00:00Z',
      '2026-01-12T08:00:00Z',
      '2026-01-12T15:00:00Z',
      '2026-01-13T03:00:00Z',
      '2026-01-13T15:00:00Z',
    ])
  })

  it('is the new one from the very instant of the move', () => {
    const on = (at: string) =>
      times({
        tasks: [cleanse()],
        given: session({ zone: 'Asia/Karachi', events: [moved(at, 'Europe/London')] }),
        from: '2026-01-12T00:00:00Z',
        until: '2026-01-13T00:00:00Z',
      })
    expect(on('2026-01-12T03:00:01Z')).toEqual(['2026-01-12T03:00:00Z'])
    expect(on('2026-01-12T03:00:00Z')).toEqual(['2026-01-12T08:00:00Z'])
    expect(on('2026-01-12T08:00:00Z')).toEqual(['2026-01-12T03:00:00Z'])
  })

  it('follows several journeys, told in any order', () => {
    const events = [
      moved('2026-01-14T06:00:00Z', 'America/New_York'),
      moved('2026-01-12T06:00:00Z', 'Europe/London'),
    ]
    const span = { from: '2026-01-11T00:00:00Z', until: '2026-01-16T00:00:00Z' }
    for (const told of [events, events.toReversed()]) {
      const given = session({ zone: 'Asia/Karachi', events: told })
      expect(times({ tasks: [cleanse()], given, ...span })).toEqual([
        '2026-01-11T03:00:00Z',
        '2026-01-12T03:00:00Z',
        '2026-01-13T08:00:00Z',
        '2026-01-14T13:00:00Z',
        '2026-01-15T13:00:00Z',
      ])
    }
  })

  it('keeps every second day where it was after a journey over midnight', () => {
    const given = session(
      { zone: 'Asia/Karachi', events: [moved('2026-01-12T06:00:00Z', 'Europe/London')] },
      { endedAt: '2026-01-10T00:30:00+05:00' },
    )
    const tasks = [cleanse({ everyDays: 2 })]
    const on = (from: string) => times({ tasks, given, from, until: '2026-01-17T00:00:00Z' })
    expect(on('2026-01-09T00:00:00Z')).toEqual([
      '2026-01-10T03:00:00Z',
      '2026-01-12T03:00:00Z',
      '2026-01-14T08:00:00Z',
      '2026-01-16T08:00:00Z',
    ])
    expect(on('2026-01-13T00:00:00Z')).toEqual(['2026-01-14T08:00:00Z', '2026-01-16T08:00:00Z'])
  })
})

describe('laws', () => {
  const zones = ['UTC', 'Asia/Karachi', 'America/New_York', 'Pacific/Auckland', 'Pacific/Pago_Pago']
  const start = instant('2026-02-20T00:00:00Z')
  const hour = (n: number) => iso(start + n * 3_600_000)

  it('a span is the sum of its parts, wherever it is cut and wherever the person travels', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.constantFrom(...zones)), {
          maxLength: 3,
        }),
        fc.uniqueArray(fc.integer({ min: -50, max: 800 }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (zone, journeys, cuts, everyDays) => {
          const events = journeys.map(([at, to]) => moved(hour(at), to))
          const given = session({ zone, events }, { endedAt: hour(0) })
          const tasks = [cleanse({ everyDays, times: ['morning', 'bedtime'] })]
          const [from = '', middle = '', until = ''] = [...cuts].sort((a, b) => a - b).map(hour)
          const whole = due({ tasks, given, from, until })
          const parts = [
            ...due({ tasks, given, from, until: middle }),
            ...due({ tasks, given, from: middle, until }),
          ]
          expect(whole).toEqual(parts)
        },
      ),
      { numRuns: 150 },
    )
  })
})
