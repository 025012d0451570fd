import type { Session } from '@afterglow/engine'
import { expect, it } from 'vitest'
import { toldBy } from './told-by.ts'

it('dates what was told later back, and leaves what was told before', () => {
  const told = (at: number) => ({ type: 'done', at, subject: 'makeup' }) as const
  const session: Session = {
    zone: 'Asia/Dubai',
    procedures: [],
    patient: { medicines: [], history: [] },
    events: [told(5), told(15)],
  }
  expect(toldBy(session, 10, 20).events).toEqual([told(5), told(10)])
})

it('takes an end that was told as past, and is to come by now, for one that nobody knows', () => {
  const ended = (id: string, endedAt: number) => ({ id, code: 'microneedling', endedAt })
  const session: Session = {
    zone: 'Asia/Dubai',
    procedures: [ended('past', 5), ended('told', 15), ended('planned', 30)],
    patient: { medicines: [], history: [] },
    events: [{ type: 'corrected', at: 4, procedure: 'past', endedAt: 18 }],
  }
  const { procedures, events } = toldBy(session, 10, 20)
  expect(procedures).toEqual([
    ended('past', 5),
    { ...ended('told', 10), endedAtEstimated: true },
    ended('planned', 30),
  ])
  expect(events).toMatchObject([{ endedAt: 10 }])
})
