import { expect, it } from 'vitest'
import type { PatientDay } from '../../api/days.ts'
import { openingsToday } from './day-groups.ts'

const ENDED = '2026-11-29T10:00:00+04:00'

function onDay(patientId: string, opensToday: PatientDay['opensToday']): PatientDay {
  const procedure = {
    code: 'microneedling',
    device: null,
    needleDepthMm: null,
    bodySites: [],
    endedAt: ENDED,
    toConfirm: false,
  }
  const rest = { locale: 'en', day: 1, endedAt: ENDED, procedure, lastCheckInAt: null }
  return { patientId, name: patientId, opensToday, ...rest }
}

it('leaves out what was never closed, and says the more cautious of two statuses', () => {
  const later = '2026-11-30T10:00:00+04:00'
  const items = [
    onDay('one', [
      { subject: 'moisturiser', at: ENDED, status: 'recommended' },
      { subject: 'makeup', at: later, status: 'allowed' },
    ]),
    onDay('two', [{ subject: 'makeup', at: later, status: 'caution' }]),
  ]
  expect(
    openingsToday(items).map(({ subject, status, patients }) => [
      subject,
      status,
      patients.map(({ patientId }) => patientId),
    ]),
  ).toEqual([['makeup', 'caution', ['one', 'two']]])
})
