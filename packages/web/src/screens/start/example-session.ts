import type { Instant, Session } from '@afterglow/engine'
import { deviceZone } from '../../app/clock.ts'

const HOUR_MS = 3_600_000

/** A made-up session that ended a day and a bit before `now`: the time at which there is most to see. */
export function exampleSession(now: Instant): Session {
  return {
    zone: deviceZone(),
    procedures: [
      {
        id: 'p1',
        code: 'microneedling',
        endedAt: now - 31 * HOUR_MS,
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
