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
  expect(toldBy(session, 10).events).toEqual([told(5), told(10)])
})
