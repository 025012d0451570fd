import { describe, expect, it } from 'vitest'
import { protocol, session } from '../../../tests/support/protocol.ts'
import { applyProtocol } from './apply.ts'
import type { Session } from './session.ts'
import type { Task } from './task.ts'

type Input = Readonly<Record<string, unknown>>

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const cited = { source: 'first' }

function tasksOf(tasks: readonly Input[], given: Session = session()): readonly Task[] {
  return applyProtocol([protocol({ tasks })], given).tasks
}

const cleanse = (...statements: readonly Input[]) => ({
  id: 'cleanse',
  phase: 'after',
  statements: statements.map((one) => ({ ...cited, ...one })),
})

describe('a task after the session', () => {
  it('starts at its end and has no end where no source gives either', () => {
    expect(tasksOf([cleanse({})])).toEqual([
      { task: 'cleanse', phase: 'after', from: 0, until: null },
    ])
  })

  it('runs from the earliest start that a source gives to the latest end', () => {
    expect(
      tasksOf([
        cleanse({ from: 'PT24H', until: 'P3D' }, { from: 'PT12H' }, { from: 'P2D', until: 'P9D' }),
      ]),
    ).toMatchObject([{ from: 12 * HOUR_MS, until: 9 * DAY_MS }])
    expect(tasksOf([cleanse({ from: 'PT24H' }, { until: 'P3D' })])).toMatchObject([
      { from: 0, until: 3 * DAY_MS },
    ])
  })

  it('reads a range at its longer end and a vague word by the table', () => {
    expect(tasksOf([cleanse({ until: { atLeast: 'P2D', atMost: 'P5D' } })])).toMatchObject([
      { until: 5 * DAY_MS },
    ])
    expect(tasksOf([cleanse({ until: { reading: 'a-few-days' } })])).toMatchObject([
      { until: 4 * DAY_MS },
    ])
  })

  it('carries its times, its interval and its subject where it has them', () => {
    const full = {
      ...cleanse({}),
      subject: 'makeup',
      times: ['morning', 'evening'],
      everyDays: 2,
    }
    expect(tasksOf([full])).toEqual([
      {
        task: 'cleanse',
        phase: 'after',
        subject: 'makeup',
        from: 0,
        until: null,
        times: ['morning', 'evening'],
        everyDays: 2,
      },
    ])
  })
})

describe('a task before the session', () => {
  const before = (more: Input = {}) => ({ ...cleanse({}), phase: 'before', ...more })

  it('ends with it, and starts its lead before, or at any time', () => {
    expect(tasksOf([before({ lead: 'P2D' })])).toMatchObject([{ from: -2 * DAY_MS, until: 0 }])
    expect(tasksOf([before()])).toMatchObject([{ from: null, until: 0 }])
  })

  it('counts its lead on the clock of the place', () => {
    const given = session({ zone: 'Europe/London' }, { endedAt: '2026-03-29T12:00:00Z' })
    expect(tasksOf([before({ lead: 'P1D' })], given)).toMatchObject([{ from: -23 * HOUR_MS }])
    expect(tasksOf([before({ lead: 'PT24H' })], given)).toMatchObject([{ from: -24 * HOUR_MS }])
  })
})

it('stands only where its test holds for certain, in ledger order', () => {
  const tasks = [
    { ...cleanse({}), id: 'scalp', when: { bodySites: ['scalp'] } },
    { ...cleanse({}), id: 'all' },
  ]
  const names = (bodySites?: readonly string[]) =>
    tasksOf(tasks, session({}, { bodySites })).map((one) => one.task)
  expect(names(['scalp'])).toEqual(['scalp', 'all'])
  expect(names(['face'])).toEqual(['all'])
  expect(names()).toEqual(['all'])
})
