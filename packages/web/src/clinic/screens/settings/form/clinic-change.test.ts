import { expect, it } from 'vitest'
import { differenceOf, isNothing, rebased } from './clinic-change.ts'

it('names what was changed and nothing else, so that the audit does too', () => {
  const before = {
    name: 'Harbour',
    zone: 'Asia/Dubai',
    settings: { phone: null, bookingUrl: null },
  }
  const after = { ...before, settings: { phone: '+971 4 000', bookingUrl: null } }
  expect(differenceOf(before, after)).toEqual({ settings: { phone: '+971 4 000' } })
})

it('takes lists by what is in them: one that is equal was not changed', () => {
  const before = { settings: { alertEmails: ['a@b.example'] } }
  expect(isNothing(differenceOf(before, { settings: { alertEmails: ['a@b.example'] } }))).toBe(true)
})

it('puts back what was emptied', () => {
  const filled = { settings: { phone: '1' } }
  const emptied = { settings: { phone: null } }
  expect(differenceOf(emptied, filled)).toEqual(filled)
})

it('keeps what somebody else saved meanwhile where it was not touched here', () => {
  const base = { phone: '1', who: 'A' }
  const theirs = { phone: '2', who: 'B' }
  expect(rebased(base, { phone: '1', who: 'mine' }, theirs)).toEqual({ phone: '2', who: 'mine' })
})
