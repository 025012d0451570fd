import { expect, it } from 'vitest'
import { isOf } from './issue-words.ts'

it('puts what is wrong with one of a list at the list’s field, and at no field that begins alike', () => {
  expect(isOf('settings.alertEmails[2]', 'settings.alertEmails')).toBe(true)
  expect(isOf('settings.quietHours.from', 'settings.quietHours')).toBe(true)
  expect(isOf('settings.phoneNumber', 'settings.phone')).toBe(false)
  expect(isOf('settings.answering.hours[1].until', 'settings.answering.hours[10]')).toBe(false)
})
