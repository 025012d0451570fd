import {
  applyPlan,
  assess,
  cautionOf,
  createPlanner,
  type Issue,
  parseSession,
  type Session,
} from '@afterglow/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLedgers } from '../../../ledger/src/index.ts'
import { readStories } from '../../../../tests/scenarios/story.ts'
import { CROCKFORD_BASE32 } from './bits.ts'
import { CODE_TABLE } from './code-table.ts'
import { LEFT_OUT, mayBeTooOpen } from './essentials.ts'
import { fromShortCode, type ShortSession, toShortCode } from './short-code.ts'

const HERE = { zone: 'Europe/London' }
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

function sessionOf(input: unknown): Session {
  const parsed = parseSession(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

function codeOf(session: Session, procedure?: string) {
  const made = toShortCode(session, procedure)
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  return made.value
}

function read(code: string): ShortSession {
  const found = fromShortCode(code, HERE)
  if (!found.ok) throw new Error(JSON.stringify(found.issues))
  return found.value
}

function refusal(text: string, zone = 'Europe/London'): readonly Issue['code'][] {
  const found = fromShortCode(text, { zone })
  return found.ok ? [] : found.issues.map(({ code }) => code)
}

const EXAMPLE = {
  zone: 'Asia/Dubai',
  procedures: [
    {
      id: 'p1',
      code: 'microneedling',
      endedAt: '2026-11-22T10:45:00+04:00',
      device: 'pen',
      needleDepthMm: 1.5,
      bodySites: ['face'],
      adjuncts: [],
      setting: 'clinic',
      sessionNumber: 1,
    },
  ],
  patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
} as const

function example(procedure: object, more: object = {}): Session {
  return sessionOf({
    ...EXAMPLE,
    ...more,
    procedures: [{ ...EXAMPLE.procedures[0], ...procedure }],
  })
}

describe('toShortCode', () => {
  it('still reads the code that stands on paper', () => {
    expect(codeOf(example({}))).toEqual({ code: '0YAP-N7MJ-F5BB-0AT', leftOut: [] })
    expect(read('0YAP-N7MJ-F5BB-0AT')).toEqual({ session: example({}), leftOut: [] })
  })

  it('fits 24 letters whatever is told', () => {
    const everything = example(
      {
        bodySites: CODE_TABLE.bodySites,
        adjuncts: [...CODE_TABLE.adjuncts, 'microcurrent'],
        indications: ['melasma'],
      },
      {
        patient: {
          fitzpatrickSkinType: 'unknown',
          medicines: [...CODE_TABLE.medicines, 'apixaban'],
          history: CODE_TABLE.history,
        },
      },
    )
    const { code, leftOut } = codeOf(everything)
    expect(code.replaceAll('-', '')).toHaveLength(24)
    expect(leftOut).toEqual(['names', 'details'])
  })

  it('keeps what is not known apart from none', () => {
    const unknown = sessionOf({
      zone: 'Asia/Dubai',
      procedures: [{ id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00' }],
    })
    expect(read(codeOf(unknown).code)).toEqual({ session: unknown, leftOut: [] })
  })

  it('tells the end as corrected, a second of a minute begun as the next, in the zone it was in', () => {
    const session = example(
      { endedAt: '2026-11-22T10:45:30+04:00' },
      {
        events: [
          { type: 'moved', at: '2026-11-20T10:00:00+04:00', zone: 'Asia/Tokyo' },
          { type: 'moved', at: '2026-11-25T10:00:00+04:00', zone: 'Europe/Paris' },
          {
            type: 'corrected',
            at: '2026-11-22T20:00:00+04:00',
            procedure: 'p1',
            endedAt: '2026-11-22T12:00:01+04:00',
          },
        ],
      },
    )
    const { session: told, leftOut } = read(codeOf(session).code)
    expect(new Date(told.procedures[0]?.endedAt ?? 0).toISOString()).toBe(
      '2026-11-22T08:01:00.000Z',
    )
    expect(told.zone).toBe('Asia/Tokyo')
    expect(leftOut).toEqual(['journal'])
  })

  it('tells the last procedure, or the one asked for, and that there are others', () => {
    const session = sessionOf({
      ...EXAMPLE,
      procedures: [
        { id: 'peel', code: 'chemical-peel', endedAt: '2026-12-22T10:00:00Z' },
        { id: 'first', code: 'microneedling', endedAt: '2026-11-22T10:00:00Z', device: 'stamp' },
      ],
    })
    const last = read(codeOf(session).code)
    expect(last.session.procedures).toMatchObject([{ id: 'p1', code: 'other' }])
    expect(last.leftOut).toEqual(['procedures', 'names'])
    const first = read(codeOf(session, 'first').code)
    expect(first.session.procedures).toMatchObject([{ code: 'microneedling', device: 'stamp' }])
    expect(first.leftOut).toEqual(['procedures'])
  })

  it('says of each kind of event that it is left out', () => {
    const at = '2026-11-23T10:00:00Z'
    const leftOutOf = (event: object) =>
      read(codeOf(example({}, { events: [{ at, ...event }] })).code).leftOut
    expect(leftOutOf({ type: 'check-in', signs: [] })).toEqual(['check-ins'])
    expect(leftOutOf({ type: 'clearance', subject: 'retinol', by: 'x' })).toEqual(['clinic'])
    expect(
      leftOutOf({ type: 'override', subject: 'makeup', window: 'P9D', by: 'x', reason: 'x' }),
    ).toEqual(['clinic'])
    expect(
      leftOutOf({ type: 'patient-reported-advice', subject: 'makeup', window: 'P9D' }),
    ).toEqual(['advice'])
    expect(leftOutOf({ type: 'done', subject: 'makeup' })).toEqual(['journal'])
  })

  it('refuses an end that fits in no code', () => {
    const made = toShortCode(example({ endedAt: '2024-12-31T23:59:00Z' }))
    expect(made.ok ? [] : made.issues.map(({ code }) => code)).toEqual(['value'])
    expect(toShortCode(example({ endedAt: '2040-12-01T00:00:00Z' })).ok).toBe(true)
    expect(toShortCode(example({ endedAt: '2041-01-01T00:00:00Z' })).ok).toBe(false)
  })
})

describe('fromShortCode', () => {
  const { code } = codeOf(example({}))
  const letters = code.replaceAll('-', '')

  it('forgives case, spacing, look-alikes, and digits of Arabic or Urdu', () => {
    const typed = [
      code.toLowerCase(),
      letters,
      ` ${code.replaceAll('-', '\u2011')}\u200f\n`,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
      code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit))),
      code.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit))),
    ]
    for (const text of typed) expect([text, read(text)]).toEqual([text, read(code)])
  })

  it('refuses what is no code, each with its own issue', () => {
    expect(refusal(' - ')).toEqual(['required'])
    expect(refusal(`U${letters.slice(1)}`)).toEqual(['value'])
    expect(refusal('0'.repeat(25))).toEqual(['value'])
    expect(refusal('0')).toEqual(['structure'])
  })

  it('refuses every change of one letter and every two neighbours that change places', () => {
    const places = Array.from(letters, (_, k) => k)
    const changed = places.flatMap((k) =>
      Array.from(
        CROCKFORD_BASE32.letters,
        (letter) => letters.slice(0, k) + letter + letters.slice(k + 1),
      ),
    )
    const swapped = places.map(
      (k) => letters.slice(0, k) + letters.charAt(k + 1) + letters.charAt(k) + letters.slice(k + 2),
    )
    const accepted = [...changed, ...swapped].filter((text) => refusal(text).join() !== 'structure')
    expect([...new Set(accepted)]).toEqual([letters])
  })

  it('counts days in the zone of the context where the code has none', () => {
    const elsewhere = example({}, { zone: 'Etc/GMT+5' })
    const { code: text, leftOut } = codeOf(elsewhere)
    expect(leftOut).toEqual(['zone'])
    expect(read(text)).toMatchObject({ session: { zone: 'Europe/London' }, leftOut: ['zone'] })
    expect(refusal(text, 'Nowhere/Else')).toEqual(['not-found'])
  })
})

const word = fc.constantFrom('apixaban', 'other', 'unnamed', 'ñandú')
const wordsOf = (codes: readonly string[]) => fc.subarray([...codes, 'apixaban'], { maxLength: 3 })
const procedure = fc.record(
  {
    id: fc.constantFrom('p1', 'x'),
    code: fc.constantFrom('microneedling', 'microneedling', 'microneedling', 'chemical-peel'),
    endedAt: fc
      .integer({ min: 0, max: 5_000_000 })
      .map((minutes) => new Date(Date.UTC(2026, 0) + minutes * MINUTE_MS).toISOString()),
    device: fc.oneof(fc.constantFrom(...CODE_TABLE.devices), word),
    needleDepthMm: fc.constantFrom(0.1, 0.25, 0.33, 0.5, 1.5, 2.05, 5),
    bodySites: wordsOf(CODE_TABLE.bodySites),
    adjuncts: wordsOf(CODE_TABLE.adjuncts),
    setting: fc.constantFrom('clinic', 'home', 'salon'),
    indications: wordsOf(CODE_TABLE.indications),
    sessionNumber: fc.integer({ min: 1, max: 30 }),
  },
  { requiredKeys: ['id', 'code', 'endedAt'] },
)
const patient = fc.record(
  {
    fitzpatrickSkinType: fc.constantFrom('I', 'III', 'VI', 'unknown'),
    medicines: wordsOf(CODE_TABLE.medicines),
    history: wordsOf(CODE_TABLE.history),
  },
  { requiredKeys: [] },
)
const session = fc
  .record({
    zone: fc.constantFrom('Asia/Dubai', 'America/New_York', 'Pacific/Auckland', 'Etc/GMT+5'),
    procedures: fc.tuple(procedure),
    patient,
  })
  .map(sessionOf)

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

describe('a short code', () => {
  it('gives a session that the session file takes, and the same code again', () => {
    fc.assert(
      fc.property(session, (one) => {
        const { code, leftOut } = codeOf(one)
        const told = read(code)
        expect(told.leftOut).toEqual(leftOut)
        const input = JSON.parse(
          JSON.stringify(told.session, (key, value: unknown) =>
            key === 'endedAt' ? new Date(Number(value)).toISOString() : value,
          ),
        ) as unknown
        expect(parseSession(input)).toEqual({ ok: true, value: told.session })
        if (leftOut.length === 0) expect(codeOf(told.session).code).toBe(code)
      }),
      { numRuns: 400 },
    )
  })

  it('never gives a plan that is less cautious than that of the session it was made from', () => {
    fc.assert(
      fc.property(session, fc.integer({ min: 0, max: 60 * 24 }), (one, hour) => {
        if (mayBeTooOpen(codeOf(one).leftOut)) return
        const full = applyPlan(planner, one)
        const short = applyPlan(planner, read(codeOf(one).code).session)
        const at = full.anchor + MINUTE_MS + (hour * DAY_MS) / 24
        for (const subject of Object.keys(full.subjects)) {
          const [told, whole] = [assess(short, subject, at), assess(full, subject, at)]
          expect([subject, cautionOf(told.status) >= cautionOf(whole.status)]).toEqual([
            subject,
            true,
          ])
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each(readStories())(
    'says of $name what it leaves out, or is as cautious',
    ({ session: one }) => {
      const { session: told, leftOut } = read(codeOf(one).code)
      const [full, short] = [applyPlan(planner, one), applyPlan(planner, told)]
      const from = Math.max(...full.procedures.map(({ endedAt }) => endedAt))
      const looser = Object.keys(full.subjects).filter((subject) =>
        Array.from({ length: 120 }, (_, k) => from + (k * DAY_MS) / 2).some(
          (at) =>
            cautionOf(assess(short, subject, at).status) <
            cautionOf(assess(full, subject, at).status),
        ),
      )
      expect(mayBeTooOpen(leftOut) ? [] : looser).toEqual([])
    },
  )

  it('may grow no kind of thing left out beyond its bits', () => {
    expect(LEFT_OUT).toHaveLength(8)
  })
})
