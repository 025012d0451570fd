import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '../../../tests/support/protocol.ts'
import type { Issue } from './issue.ts'
import { parseCheckIn, parseSession } from './parse-session.ts'
import type { Session } from './session.ts'

type Input = Readonly<Record<string, unknown>>

const PROCEDURE = { id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00' }
const EVENT_AT = '2026-11-24T09:00:00+04:00'

function sessionInput(parts: Input = {}): Input {
  return { zone: 'Asia/Dubai', procedures: [PROCEDURE], ...parts }
}

const withProcedure = (parts: Input) => sessionInput({ procedures: [{ ...PROCEDURE, ...parts }] })
const withEvent = (event: Input) => sessionInput({ events: [{ at: EVENT_AT, ...event }] })

function accepted(input: unknown): Session {
  const result = parseSession(input)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

function issuesOf(input: unknown): readonly Issue[] {
  const result = parseSession(input)
  return result.ok ? [] : result.issues
}

/** Path and code of everything refused. */
const refused = (input: unknown) =>
  issuesOf(input).map((issue) => `${issue.expression} ${issue.code}`)

describe('a session', () => {
  it('is read with its instants as numbers and its words as written', () => {
    const full = {
      zone: 'Asia/Dubai',
      procedures: [
        {
          ...PROCEDURE,
          device: 'pen',
          needleDepthMm: 1.5,
          bodySites: ['face'],
          adjuncts: ['prp'],
          setting: 'clinic',
          indications: ['acne-scars'],
          sessionNumber: 1,
        },
      ],
      patient: { fitzpatrickSkinType: 'III', medicines: ['apixaban'], history: [] },
      events: [],
    }
    expect(accepted(full)).toEqual({
      ...full,
      procedures: [{ ...full.procedures[0], endedAt: instant('2026-11-22T06:45:00Z') }],
    })
  })

  it('needs only a zone and a procedure; what is left out stays unknown, not none', () => {
    expect(accepted(sessionInput())).toEqual({
      zone: 'Asia/Dubai',
      procedures: [{ ...PROCEDURE, endedAt: instant('2026-11-22T06:45:00Z') }],
      patient: {},
      events: [],
    })
  })

  it('does not change what it was given', () => {
    const input = sessionInput({ events: [{ type: 'done', at: EVENT_AT, subject: 'makeup' }] })
    const before = JSON.stringify(input)
    accepted(input)
    expect(JSON.stringify(input)).toBe(before)
  })

  it('keeps words that are in no list, without the space around them', () => {
    const input = sessionInput({
      procedures: [{ ...PROCEDURE, device: ' Dermapen 4 ', bodySites: ['cheeks', 'face'] }],
      patient: { medicines: ['fish oil'], history: ['hay fever'] },
    })
    const { procedures, patient } = accepted(input)
    expect(procedures[0]).toMatchObject({ device: 'Dermapen 4', bodySites: ['cheeks', 'face'] })
    expect(patient).toEqual({ medicines: ['fish oil'], history: ['hay fever'] })
  })

  it('may lie in the future, or long ago', () => {
    expect(refused(withProcedure({ endedAt: '2199-01-01T00:00:00Z' }))).toEqual([])
    expect(refused(withProcedure({ endedAt: '1970-01-01T00:00:00Z' }))).toEqual([])
  })

  it.each<readonly [string, Input, readonly string[]]>([
    ['an unknown key', { zonne: 'UTC' }, [' structure']],
    ['no zone', { zone: undefined }, ['zone required']],
    ['an unknown zone', { zone: 'Mars/Base' }, ['zone value']],
    ['an offset for a zone', { zone: '+04:00' }, ['zone value']],
    ['a date for a zone', { zone: '2026-01-01T00:00Z' }, ['zone value']],
    ['a number for a zone', { zone: 4 }, ['zone structure']],
    ['no procedures', { procedures: undefined }, ['procedures required']],
    ['an empty list of procedures', { procedures: [] }, ['procedures value']],
    ['procedures that are no list', { procedures: PROCEDURE }, ['procedures structure']],
    [
      'a skin type of no such kind',
      { patient: { fitzpatrickSkinType: 'VII' } },
      ['patient.fitzpatrickSkinType value'],
    ],
    ['an unknown key of the person', { patient: { age: 40 } }, ['patient structure']],
    [
      'medicines that are no list',
      { patient: { medicines: 'aspirin' } },
      ['patient.medicines structure'],
    ],
    [
      'an empty word',
      { patient: { medicines: ['aspirin', '  '] } },
      ['patient.medicines[1] value'],
    ],
    [
      'a word without end',
      { patient: { history: ['x'.repeat(201)] } },
      ['patient.history[0] value'],
    ],
    ['events that are no list', { events: {} }, ['events structure']],
    ['null for a person', { patient: null }, ['patient structure']],
  ])('with %s is refused', (_, parts, expected) => {
    expect(refused(sessionInput(parts))).toEqual(expected)
  })

  it.each([null, undefined, 7, 'session', [], [sessionInput()]])('is not %j', (input) => {
    expect(refused(input)).toHaveLength(1)
  })

  it('may say that the skin type is unknown, and a word of 200 letters', () => {
    expect(refused(sessionInput({ patient: { fitzpatrickSkinType: 'unknown' } }))).toEqual([])
    expect(refused(sessionInput({ patient: { history: ['x'.repeat(200)] } }))).toEqual([])
  })

  it('names every trouble at once, each with its place', () => {
    const input = sessionInput({
      zone: 'Nowhere',
      procedures: [{ ...PROCEDURE, needleDepthMm: 15 }],
      events: [{ type: 'done', at: 'today', subject: 'makeup' }],
    })
    expect(refused(input)).toEqual([
      'zone value',
      'procedures[0].needleDepthMm value',
      'events[0].at value',
    ])
  })
})

describe('a procedure', () => {
  it.each<readonly [string, Input, string]>([
    ['a day that does not exist', { endedAt: '2026-02-30T10:00:00Z' }, 'endedAt value'],
    ['the hour 24', { endedAt: '2026-11-22T24:00:00Z' }, 'endedAt value'],
    ['a time without an offset', { endedAt: '2026-11-22T10:45:00' }, 'endedAt value'],
    ['epoch milliseconds', { endedAt: 1795344300000 }, 'endedAt structure'],
    ['no end', { endedAt: undefined }, 'endedAt required'],
    ['needles of 15 mm', { needleDepthMm: 15 }, 'needleDepthMm value'],
    ['needles of 0 mm', { needleDepthMm: 0 }, 'needleDepthMm value'],
    ['needles of less than 0.1 mm', { needleDepthMm: 0.09 }, 'needleDepthMm value'],
    ['needles of more than 5 mm', { needleDepthMm: 5.01 }, 'needleDepthMm value'],
    ['a depth in words', { needleDepthMm: '1.5' }, 'needleDepthMm structure'],
    ['a depth that is no number', { needleDepthMm: Number.NaN }, 'needleDepthMm structure'],
    ['a session number of 0', { sessionNumber: 0 }, 'sessionNumber value'],
    ['a session number of 101', { sessionNumber: 101 }, 'sessionNumber value'],
    ['half a session', { sessionNumber: 1.5 }, 'sessionNumber structure'],
    ['no id', { id: '' }, 'id value'],
    ['no code', { code: undefined }, 'code required'],
    ['a device that is no word', { device: 7 }, 'device structure'],
  ])('with %s is refused', (_, parts, expected) => {
    expect(refused(withProcedure(parts))).toEqual([`procedures[0].${expected}`])
  })

  it.each([0.1, 0.25, 5])('may have needles of %s mm', (needleDepthMm) => {
    expect(refused(withProcedure({ needleDepthMm }))).toEqual([])
  })

  it.each([1, 100])('may be session number %s', (sessionNumber) => {
    expect(refused(withProcedure({ sessionNumber }))).toEqual([])
  })

  it('with an unknown key is refused, naming the key', () => {
    expect(issuesOf(withProcedure({ needleDepth: 1.5, operator: 'x' }))).toEqual([
      {
        severity: 'error',
        code: 'structure',
        diagnostics: 'unknown keys "needleDepth", "operator": remove or correct',
        expression: 'procedures[0]',
      },
    ])
  })

  it('says what was found and what is accepted', () => {
    const said = (parts: Input) => issuesOf(withProcedure(parts))[0]?.diagnostics
    expect(said({ needleDepthMm: 15 })).toBe('too large: at most 5')
    expect(said({ needleDepthMm: 0 })).toBe('too small: at least 0.1')
    expect(said({ endedAt: 'noon' })).toBe(
      '"noon" is not a date and time with an offset, such as 2026-11-22T10:45:00+04:00',
    )
    expect(issuesOf(sessionInput({ zone: 'Dubai' }))[0]?.diagnostics).toBe(
      'must be an IANA time zone such as Asia/Dubai',
    )
    expect(issuesOf(sessionInput({ extra: 1 }))[0]?.diagnostics).toBe(
      'unknown key "extra": remove or correct',
    )
  })

  it('has an id of its own', () => {
    const twice = sessionInput({ procedures: [PROCEDURE, PROCEDURE, { ...PROCEDURE, id: 'p2' }] })
    expect(issuesOf(twice)).toEqual([
      {
        severity: 'error',
        code: 'duplicate',
        diagnostics: '"p1" is used twice: give each procedure its own id',
        expression: 'procedures[1].id',
      },
    ])
  })
})

describe('an event', () => {
  it.each<readonly [string, Input]>([
    ['a check-in', { type: 'check-in', signs: [{ code: 'erythema', severity: 3 }] }],
    ['a check-in without signs', { type: 'check-in' }],
    ['a check-in with what has settled', { type: 'check-in', settled: ['erythema'], notes: 'ok' }],
    ['a check-in in words', { type: 'check-in', signs: [{ code: 'itch', severity: 'mild' }] }],
    ['a check-in off the scale', { type: 'check-in', signs: [{ code: 'itch', severity: 99 }] }],
    ['a trend', { type: 'check-in', signs: [{ code: 'itch', severity: 1, trend: 'fading' }] }],
    ['a clearance', { type: 'clearance', subject: 'retinol', by: 'Dr Ali' }],
    [
      'an override',
      {
        type: 'override',
        subject: 'makeup',
        window: 'P3D',
        by: 'Dr Ali',
        reason: 'deep needling',
      },
    ],
    ['something done', { type: 'done', subject: 'makeup' }],
    ['a journey', { type: 'moved', zone: 'Europe/London' }],
    ['a correction', { type: 'corrected', procedure: 'p1', endedAt: EVENT_AT }],
    ['advice', { type: 'patient-reported-advice', subject: 'makeup', window: 'cleared' }],
  ])('may be %s', (_, event) => {
    expect(refused(withEvent(event))).toEqual([])
  })

  it('reads a window as a length, alone or by name', () => {
    const override = { type: 'override', subject: 'makeup', by: 'Dr Ali', reason: 'r' }
    const windowOf = (window: unknown) => {
      const [event] = accepted(withEvent({ ...override, window })).events
      return event?.type === 'override' ? event.window : undefined
    }
    expect(windowOf('P3D')).toEqual({ until: 'P3D' })
    expect(windowOf({ until: 'PT48H' })).toEqual({ until: 'PT48H' })
  })

  it('waits for a clinician only where it is advice', () => {
    const advice = { type: 'patient-reported-advice', subject: 'makeup' }
    const windowOf = (window: unknown) => {
      const [event] = accepted(withEvent({ ...advice, window })).events
      return event?.type === 'patient-reported-advice' ? event.window : undefined
    }
    expect(windowOf('cleared')).toEqual({ until: 'cleared' })
    expect(windowOf({ until: 'cleared' })).toEqual({ until: 'cleared' })
    expect(windowOf('P3D')).toEqual({ until: 'P3D' })
    const override = { type: 'override', subject: 'makeup', by: 'Dr Ali', reason: 'r' }
    expect(refused(withEvent({ ...override, window: 'cleared' }))).toEqual([
      'events[0].window value',
    ])
    expect(refused(withEvent({ ...override, window: { until: 'cleared' } }))).toEqual([
      'events[0].window.until value',
    ])
  })

  it.each<readonly [string, Input, readonly string[]]>([
    ['of no known type', { type: 'wish' }, ['type value']],
    ['without a type', {}, ['type value']],
    ['without an instant', { type: 'done', subject: 'makeup', at: undefined }, ['at required']],
    [
      'on an impossible day',
      { type: 'done', subject: 'makeup', at: '2026-02-30T10:00Z' },
      ['at value'],
    ],
    ['with an unknown key', { type: 'done', subject: 'makeup', why: 'party' }, [' structure']],
    [
      'of a severity that is a word not known',
      {
        type: 'check-in',
        signs: [{ code: 'itch', severity: 'terrible' }],
      },
      ['signs[0].severity value'],
    ],
    [
      'without a severity',
      { type: 'check-in', signs: [{ code: 'itch' }] },
      ['signs[0].severity value'],
    ],
    [
      'of a severity that is a list',
      { type: 'check-in', signs: [{ code: 'itch', severity: [3] }] },
      ['signs[0].severity value'],
    ],
    [
      'of a severity that is null',
      { type: 'check-in', signs: [{ code: 'itch', severity: null }] },
      ['signs[0].severity value'],
    ],
    [
      'of a trend not known',
      {
        type: 'check-in',
        signs: [{ code: 'itch', severity: 3, trend: 'better' }],
      },
      ['signs[0].trend value'],
    ],
    ['without who cleared', { type: 'clearance', subject: 'retinol' }, ['by required']],
    [
      'without a reason',
      { type: 'override', subject: 'makeup', window: 'P3D', by: 'Dr Ali' },
      ['reason required'],
    ],
    ['to an unknown zone', { type: 'moved', zone: 'Mars/Base' }, ['zone value']],
    [
      'of two units',
      { type: 'patient-reported-advice', subject: 'makeup', window: 'P1DT2H' },
      ['window value'],
    ],
  ])('%s is refused', (_, event, expected) => {
    expect(refused(withEvent(event))).toEqual(
      expected.map((one) => (one.startsWith(' ') ? `events[0]${one}` : `events[0].${one}`)),
    )
  })

  it('corrects a procedure of the session', () => {
    const given = sessionInput({
      procedures: [PROCEDURE, { ...PROCEDURE, id: 'p2' }],
      events: [
        { type: 'done', at: EVENT_AT, subject: 'makeup' },
        { type: 'corrected', at: EVENT_AT, procedure: 'p3', endedAt: EVENT_AT },
      ],
    })
    expect(issuesOf(given)).toEqual([
      {
        severity: 'error',
        code: 'not-found',
        diagnostics: '"p3" is no procedure of this session: p1, p2',
        expression: 'events[1].procedure',
      },
    ])
  })
})

describe('names that mean something to the language', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'as a key, "%s" is an unknown key',
    (key) => {
      const text = JSON.stringify(sessionInput()).replace('{', `{${JSON.stringify(key)}:{"a":1},`)
      const result = parseSession(JSON.parse(text))
      expect(result.ok ? Object.hasOwn(result.value, key) : 'refused').not.toBe(true)
      expect(Object.hasOwn(Object.prototype, 'a')).toBe(false)
      if (key !== '__proto__') expect(refused(JSON.parse(text))).toEqual([' structure'])
    },
  )

  it.each(['__proto__', 'constructor', 'toString'])('as a word, "%s" is a word', (word) => {
    const input = sessionInput({
      procedures: [{ ...PROCEDURE, id: word, code: word, device: word, bodySites: [word] }],
      patient: { medicines: [word], history: [word] },
      events: [
        { type: 'check-in', at: EVENT_AT, signs: [{ code: word, severity: 3 }], settled: [word] },
        { type: 'corrected', at: EVENT_AT, procedure: word, endedAt: EVENT_AT },
        { type: 'clearance', at: EVENT_AT, subject: word, by: word },
      ],
    })
    expect(accepted(input)).toMatchObject({
      procedures: [{ id: word, device: word }],
      patient: { medicines: [word], history: [word] },
    })
  })
})

describe('parseCheckIn', () => {
  it('reads one check-in', () => {
    const signs = [{ code: 'erythema', severity: 'mild', trend: 'fading' }]
    expect(parseCheckIn({ at: EVENT_AT, signs, notes: 'better' })).toEqual({
      ok: true,
      value: { at: instant('2026-11-24T05:00:00Z'), signs, notes: 'better' },
    })
  })

  it.each<readonly [string, unknown, string]>([
    ['without signs', { at: EVENT_AT }, 'signs'],
    ['without an instant', { signs: [] }, 'at'],
    ['with an unknown key', { at: EVENT_AT, signs: [], mood: 'good' }, ''],
    ['that is nothing', null, ''],
  ])('refuses one %s', (_, input, expression) => {
    const result = parseCheckIn(input)
    expect(result.ok ? [] : result.issues.map((issue) => issue.expression)).toEqual([expression])
  })
})

describe('laws', () => {
  const nested = fc.letrec((tie) => ({
    session: fc.record(
      {
        zone: fc.oneof(fc.constant('Asia/Dubai'), tie('any')),
        procedures: fc.oneof(fc.array(tie('procedure'), { maxLength: 3 }), tie('any')),
        patient: tie('any'),
        events: fc.oneof(fc.array(tie('event'), { maxLength: 3 }), tie('any')),
      },
      { requiredKeys: [] },
    ),
    procedure: fc.record(
      {
        id: fc.oneof(fc.constant('p1'), tie('any')),
        code: fc.oneof(fc.constant('microneedling'), tie('any')),
        endedAt: fc.oneof(fc.constant(EVENT_AT), tie('any')),
        needleDepthMm: tie('any'),
        adjuncts: tie('any'),
      },
      { requiredKeys: [] },
    ),
    event: fc.record(
      {
        type: fc.constantFrom('check-in', 'override', 'corrected', 'moved', '__proto__'),
        at: fc.oneof(fc.constant(EVENT_AT), tie('any')),
        procedure: tie('any'),
        window: tie('any'),
        signs: tie('any'),
      },
      { requiredKeys: [] },
    ),
    any: fc.jsonValue(),
  }))

  it('never throws, whatever JSON it is given; and refuses with reasons', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nested.session), (input) => {
        const result = parseSession(input)
        expect(result.ok || result.issues.length > 0).toBe(true)
        expect(parseCheckIn(input)).toHaveProperty('ok')
      }),
      { numRuns: 500 },
    )
  })
})
