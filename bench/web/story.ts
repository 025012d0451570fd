import { parseInstant, type Session } from '../../packages/engine/src/index.ts'

/** One person on the day after a session, on the same phone at the same time in every run. */
export const PHONE = {
  /** Half a minute past, so that no text changes while it is looked at. */
  at: '2026-11-22T18:30:30Z',
  timezoneId: 'Europe/London',
  locale: 'en-GB',
} as const

const ENDED_AT = '2026-11-21T11:30:00Z'

export function storySession(): Session {
  return {
    zone: PHONE.timezoneId,
    procedures: [
      {
        id: 'p1',
        code: 'microneedling',
        endedAt: parsed(ENDED_AT),
        device: 'pen',
        needleDepthMm: 1.5,
        bodySites: ['face'],
        adjuncts: [],
        setting: 'clinic',
        indications: ['acne-scars'],
        sessionNumber: 1,
      },
    ],
    patient: { medicines: [], history: [] },
    events: [],
  }
}

export function parsed(text: string): number {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`not an instant: ${text}`)
  return instant
}
