import * as fc from 'fast-check'
import { ENDED_AT, protocol, protocolInput, subject } from './protocol.ts'
import { parseSession, type Protocol, type Session } from '@afterglow/engine'

/** Made-up ledgers and sessions for properties: a chain of subjects, a side one, every kind of window, test and event. */

export const CODES = ['root', 'middle', 'leaf', 'side'] as const
const LENGTHS = ['PT5H', 'PT24H', 'PT48H', 'PT72H', 'P1D', 'P2D', 'P3D', 'P7D', 'P14D', 'P20D']
const HOUR_MS = 3_600_000

export interface PositionInput {
  readonly [key: string]: unknown
  readonly id: string
  readonly stance: string
}

const length = fc.constantFrom(...LENGTHS)
const settled = fc.record({
  until: length,
  and: fc.constant('settled'),
  signs: fc.constantFrom(['erythema'], ['erythema', 'exfoliation'], 'all'),
})
const timed = length.map((until) => ({ until }))
const ranged = fc
  .constantFrom({ atLeast: 'PT24H', atMost: 'P3D' }, { atLeast: 'P1D', atMost: 'PT74H' })
  .map((until) => ({ until }))
const started = fc.constantFrom({ from: 'PT24H', until: 'P3D' }, { from: 'P2D' })
const cleared = fc.constantFrom({ until: 'cleared' }, { until: 'P10D', and: 'cleared' })

const windows: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  avoid: fc.oneof(
    fc.constant(undefined),
    timed,
    ranged,
    started,
    cleared,
    settled,
    length.map((maybe) => ({ maybe })),
  ),
  limit: fc.oneof(fc.constant(undefined), timed, ranged, cleared, settled),
  ask: fc.oneof(fc.constant(undefined), timed, ranged, cleared),
  use: fc.oneof(fc.constant(undefined), timed, ranged),
  allow: fc.oneof(fc.constant(undefined), timed),
  continue: fc.constant(undefined),
}

const riskTests = fc.constantFrom(
  { medicines: ['anticoagulant'] },
  { history: ['diabetes', 'keloid'] },
  { fitzpatrickSkinType: ['IV', 'V', 'VI'] },
  { needleDepthMm: { atLeast: 1.5 } },
  { device: ['roller'] },
  { anyOf: [{ history: ['herpes-simplex'] }, { medicines: ['steroid'] }] },
)

function positionInput(stances: readonly string[]): fc.Arbitrary<PositionInput> {
  return fc.constantFrom(...stances).chain((stance) =>
    fc.record({
      id: fc.uuid().map((id) => `p-${id}`),
      source: fc.constant('first'),
      stance: fc.constant(stance),
      window: windows[stance] ?? fc.constant(undefined),
      when: ['avoid', 'limit', 'ask'].includes(stance)
        ? fc.option(riskTests, { nil: undefined, freq: 2 })
        : fc.constant(undefined),
      except: fc.option(fc.constant(['leaf']), { nil: undefined, freq: 8 }),
    }),
  )
}

const RESTRICTIVE = ['avoid', 'limit', 'ask'] as const
const ALL = [...RESTRICTIVE, 'use', 'allow', 'continue'] as const

/** Positions by subject; every subject also has an `allow`, so that it never lacks one without a test. */
export const ledgerInput: fc.Arbitrary<Readonly<Record<string, readonly PositionInput[]>>> =
  fc.record(
    Object.fromEntries(CODES.map((code) => [code, fc.array(positionInput(ALL), { maxLength: 4 })])),
  )

export const restriction = fc.record({
  code: fc.constantFrom(...CODES),
  position: positionInput(RESTRICTIVE),
})

const BROADER: Readonly<Record<string, string>> = { middle: 'root', leaf: 'middle' }

export function ledgerOf(positions: Readonly<Record<string, readonly PositionInput[]>>): Protocol {
  const series = {
    ...(protocolInput()['series'] as object),
    events: [{ id: 'wedding', subjects: [], source: 'first' }],
  }
  return protocol({
    series,
    subjects: CODES.map((code) =>
      subject(
        code,
        [...(positions[code] ?? []), { id: `allow-${code}`, source: 'first', stance: 'allow' }].map(
          withoutUndefined,
        ),
        BROADER[code] === undefined ? {} : { broader: BROADER[code] },
      ),
    ),
    triage: {
      redFlags: [
        {
          id: 'breathing',
          sign: 'breathing-difficulty',
          disposition: 'emergency',
          source: 'first',
        },
        { id: 'fever', sign: 'fever', atLeast: 38, disposition: 'urgent', source: 'first' },
        {
          id: 'fever-pus',
          sign: 'fever',
          atLeast: 38,
          with: ['purulent-discharge'],
          disposition: 'emergency',
          source: 'first',
        },
        { id: 'pain', sign: 'pain', atLeast: 7, disposition: 'urgent', source: 'first' },
        {
          id: 'pustules',
          sign: 'pustules',
          when: { history: ['diabetes'] },
          disposition: 'urgent',
          source: 'first',
        },
      ],
      safetyNet: [{ id: 'unseen', source: 'first' }],
      severe: { source: 'first', until: { erythema: 'PT24H' } },
    },
  })
}

function withoutUndefined(
  input: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
}

/** An instant from ten days before the first session to fifty after it, on the hour or a second beside it. */
export const at: fc.Arbitrary<number> = fc
  .tuple(fc.integer({ min: -240, max: 1200 }), fc.constantFrom(-1000, 0, 1000))
  .map(([hours, shift]) => Date.parse(ENDED_AT) + hours * HOUR_MS + shift)

const later = fc
  .integer({ min: -24, max: 600 })
  .map((hours) => new Date(Date.parse(ENDED_AT) + hours * HOUR_MS).toISOString())
const code = fc.constantFrom(...CODES)
const signs = fc.array(
  fc.record({
    code: fc.constantFrom('erythema', 'exfoliation', 'itch', 'fever'),
    severity: fc.constantFrom(0, 1, 3, 5, 8),
  }),
  { maxLength: 3 },
)

export const clearance = fc.record({
  type: fc.constant('clearance'),
  at: later,
  subject: code,
  by: fc.constant('Dr A'),
})
export const override = fc.record({
  type: fc.constant('override'),
  at: later,
  subject: code,
  window: length,
  by: fc.constant('Dr A'),
  reason: fc.constant('seen'),
})
const checkIn = fc.record({ type: fc.constant('check-in'), at: later, signs })
const advice = fc.record({
  type: fc.constant('patient-reported-advice'),
  at: later,
  subject: code,
  window: length,
})
const done = fc.record({ type: fc.constant('done'), at: later, subject: code })
const moved = fc.record({
  type: fc.constant('moved'),
  at: later,
  zone: fc.constantFrom('Europe/London', 'America/New_York'),
})
const corrected = fc.record({
  type: fc.constant('corrected'),
  at: later,
  procedure: fc.constant('p1'),
  endedAt: later,
})
export const careEvent = fc.oneof(checkIn, clearance, override, advice, done, moved, corrected)

export function procedureInput(id: string): fc.Arbitrary<ProcedureInput> {
  return fc.record(
    {
      id: fc.constant(id),
      code: fc.constantFrom('microneedling', 'microneedling', 'microneedling', 'chemical-peel'),
      endedAt: later,
      device: fc.constantFrom('pen', 'roller', 'rf', 'unknown', 'a word in no list'),
      needleDepthMm: fc.constantFrom(0.5, 1.5, 2.5),
      adjuncts: fc.constantFrom([], ['prp'], ['laser']),
    },
    { requiredKeys: ['id', 'code', 'endedAt'] },
  )
}

export interface ProcedureInput {
  readonly id: string
  readonly code: string
  readonly endedAt: string
}

const person = fc.record(
  {
    fitzpatrickSkinType: fc.constantFrom('I', 'III', 'V'),
    medicines: fc.constantFrom([], ['anticoagulant'], ['steroid', 'nsaid'], ['a word in no list']),
    history: fc.constantFrom([], ['diabetes'], ['herpes-simplex', 'smoker']),
  },
  { requiredKeys: [] },
)

/** The input of a session: one or two procedures, a person of whom more or less is known, and the events given. */
export function sessionInput(
  events: fc.Arbitrary<unknown> = careEvent,
): fc.Arbitrary<SessionParts> {
  return fc.record({
    zone: fc.constantFrom('UTC', 'Asia/Dubai', 'America/New_York'),
    procedures: fc.oneof(
      fc.tuple(procedureInput('p1')),
      fc.tuple(procedureInput('p1'), procedureInput('p2')),
    ),
    patient: person,
    events: fc.array(events, { maxLength: 5 }),
  })
}

export interface SessionParts {
  readonly zone: string
  readonly procedures: readonly ProcedureInput[]
  readonly patient: Readonly<Record<string, unknown>>
  readonly events: readonly unknown[]
}

export function sessionOf(input: object): Session {
  const result = parseSession(input)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}
