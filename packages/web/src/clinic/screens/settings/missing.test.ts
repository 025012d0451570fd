import { expect, it } from 'vitest'
import type { Clinic } from '../../api/settings.ts'
import { missingIn } from './missing.ts'

const CLINIC: Clinic = {
  clinicId: 'c',
  name: 'Harbour',
  zone: 'Asia/Dubai',
  country: 'AE',
  locale: 'en',
  settings: {
    phone: '+971 4 000 0000',
    emergencyNumber: null,
    bookingUrl: null,
    virtualVisitUrl: null,
    openingHours: 'Monday to Friday',
    answering: { who: 'Our nurse', hours: [] },
    branding: { accent: null, logo: null, sheetNote: null },
    alertEmails: [],
    escalationEmails: [],
    acknowledgeWithinMin: 30,
    quietHours: null,
    digestAt: null,
    checkInAt: '18:00',
    staticCards: false,
    nameInMessages: false,
    retentionMonths: { photos: 84, messages: 84, audit: 84 },
  },
}

it('takes a country for no emergency number, and words about hours for none', () => {
  expect(missingIn(CLINIC, 'reach')).toBe('emergency-number')
  expect(missingIn(CLINIC, 'hours')).toBe('hours')
  expect(missingIn(CLINIC, 'clinic')).toBeNull()
})
