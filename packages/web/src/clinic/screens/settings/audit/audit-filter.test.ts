import { expect, it } from 'vitest'
import { filterOf, NO_FILTER } from './audit-filter.ts'

it('asks for nothing that was not said', () => {
  expect(filterOf(NO_FILTER, 'Asia/Dubai')).toEqual({})
})

it('includes the last day whole, on the reader’s clock, also where a clock change makes it 25 hours long', () => {
  const day = { ...NO_FILTER, from: '2026-10-25', to: '2026-10-25' }
  const { from, to } = filterOf(day, 'Europe/Madrid')
  expect([from, to].map((one) => new Date(one ?? '').toISOString())).toEqual([
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
  ])
})
