import { describe, expect, it } from 'vitest'
import { instant } from '../../../tests/support/protocol.ts'
import type { Issue } from './issue.ts'
import { parseSession } from './parse-session.ts'
import type { Session } from './session.ts'

type Input = Readonly<Record<string, unknown>>

const PROCEDURE = { id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00' }

const EVENT_AT = '2026-11-24T09:00:00+04:00'

function sessionInput(parts: Input = {}): Input {
  return { zone: 'Asia/Dubai', procedures: [PROCEDURE], ...parts }
}

const withProcedure = (parts: Input) => sessionInput({ procedures: [{ ...PROCEDURE, ...parts }] })

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

  it('lists every skin type that there is, and unknown, where one is none', () => {
    const [issue] = issuesOf(sessionInput({ patient: { fitzpatrickSkinType: 'VII' } }))
    expect(issue?.diagnostics).toContain('one of: I, II, III, IV, V, VI, unknown')
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
