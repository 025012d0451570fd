import {
  type Instant,
  parseInstant,
  parseProtocol,
  parseSession,
  type Protocol,
  type Session,
} from '@afterglow/engine'

/** A small made-up protocol and session for tests; each test states only what it is about. */

type Input = Readonly<Record<string, unknown>>

/** A position with the parts a test does not care about filled in. */
export function position(id: string, stance: string, more: Input = {}): Input {
  return { id, source: 'first', stance, ...more }
}

/** One subject; without positions it gets one `allow`, so that it may stand alone. */
export function subject(code: string, positions: readonly Input[], more: Input = {}): Input {
  return { subject: code, positions, ...more }
}

export function protocolInput(parts: Input = {}): Input {
  const cited = { source: 'first' }
  return {
    code: 'microneedling',
    version: '1.0.0',
    title: 'Test protocol',
    covers: [{ code: 'microneedling', device: ['pen', 'stamp', 'roller', 'unknown'] }],
    routine: { morning: '08:00', midday: '13:00', evening: '20:00', bedtime: '22:00' },
    sources: {
      first: { publisher: 'First', title: 'First', kind: 'clinic', certainty: 'not-graded' },
      second: { publisher: 'Second', title: 'Second', kind: 'review', certainty: 'not-graded' },
    },
    readings: {
      typicalRecoveryEnd: { until: 'P7D', ...cited },
      outerRecoveryEnd: { until: 'P15D', ...cited },
      words: { 'a-few-days': { phrase: 'a few days', is: 'P4D', note: 'read as four' } },
    },
    subjects: [subject('makeup', [position('makeup-1', 'avoid', { window: { until: 'PT48H' } })])],
    course: {
      expectations: [
        { id: 'redness-1', signs: ['erythema'], until: 'P2D', ...cited },
        { id: 'redness-2', signs: ['erythema'], until: 'P3D', ...cited },
        { id: 'redness-3', signs: ['erythema', 'exfoliation'], until: 'P10D', ...cited },
      ],
      milestones: [],
    },
    tasks: [],
    series: {
      sessions: [
        { id: 'count-1', atLeast: 3, atMost: 6, ...cited },
        { id: 'count-2', atLeast: 4, atMost: 6, ...cited },
      ],
      spacing: [
        { id: 'spacing-1', atLeast: 'P4W', atMost: 'P6W', ...cited },
        { id: 'spacing-2', atLeast: 'P3W', atMost: 'P4W', ...cited },
      ],
      maintenance: [{ id: 'upkeep-1', atLeast: 'P6M', atMost: 'P12M', ...cited }],
      effect: { id: 'effect-1', until: 'P6W', ...cited },
      holds: [],
      events: [{ id: 'wedding', subjects: ['makeup'], ...cited }],
    },
    suitability: [],
    preparation: [],
    triage: {
      redFlags: [
        { id: 'breathing', sign: 'breathing-difficulty', disposition: 'emergency', ...cited },
      ],
      safetyNet: [{ id: 'unseen', ...cited }],
      severe: { ...cited, until: { erythema: 'PT24H' } },
    },
    information: [],
    leftOut: [],
    texts: {},
    ...parts,
  }
}

/** Parses a made-up protocol; a test that gives an unsound one fails with its issues. */
export function protocol(parts: Input = {}): Protocol {
  const result = parseProtocol(protocolInput(parts))
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2))
  return result.value
}

export function subjects(...list: readonly Input[]): Protocol {
  return protocol({
    subjects: list,
    series: {
      ...(protocolInput()['series'] as Input),
      events: [{ id: 'wedding', subjects: [], source: 'first' }],
    },
  })
}

/** 10:00 in winter UTC, in the zone that a test names; nothing else is known of the person but that nothing applies. */
export const ENDED_AT = '2026-01-10T10:00:00Z'

export function session(parts: Input = {}, procedure: Input = {}): Session {
  const result = parseSession({
    zone: 'UTC',
    procedures: [
      { id: 'p1', code: 'microneedling', endedAt: ENDED_AT, device: 'pen', ...procedure },
    ],
    patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
    ...parts,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2))
  return result.value
}

/** The instant so many hours (and seconds) after the made-up session. */
export function after(hours: number, seconds = 0): Instant {
  return instant(ENDED_AT) + hours * 3_600_000 + seconds * 1000
}

export function instant(text: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw new Error(`no instant: ${text}`)
  return at
}

export function iso(at: Instant): string {
  return new Date(at).toISOString()
}
