import { expect, it } from 'vitest'
import { answeringAt } from './answering-now.ts'
import { cardOf, logoOf } from './card-of.ts'

it('leaves out what is no hour, and grades no advice where that was not said', () => {
  const hours = [
    { days: [1, 'Tuesday'], from: '09:00', until: '17:00' },
    { days: [2], from: '9', until: '17:00' },
  ]
  const card = cardOf({ name: 'Riverside', answering: { who: ' ', hours } })
  expect(card.answering).toEqual({
    who: null,
    hours: [{ days: [1], from: '09:00', until: '17:00' }],
  })
  expect(card.staticCards).toBe(true)
  expect(cardOf({ staticCards: false }).staticCards).toBe(false)
})

it('opens nothing by a tap but a page of the web, and shows no picture of another host', () => {
  expect(cardOf({ bookingUrl: 'javascript:alert(1)' }).bookingUrl).toBeNull()
  expect(logoOf({ branding: { logo: 'https://example.org/logo.png' } })).toBeNull()
})

it('reads an evening that lasts to the end of the day, which the server writes as 24:00', () => {
  const hours = [{ days: [1], from: '20:00', until: '24:00' }]
  const { answering } = cardOf({ answering: { who: null, hours } })
  const monday = Date.UTC(2026, 10, 30, 23, 59)
  const midnight = Date.UTC(2026, 11, 1)
  expect(answeringAt(answering, 'UTC', monday)).toEqual({ state: 'reading', until: midnight })
  expect(answeringAt(answering, 'UTC', midnight).state).toBe('away')
})
