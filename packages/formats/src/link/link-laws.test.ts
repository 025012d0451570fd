import { parseSession, type Session } from '@afterglow/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BASE64URL, bitsOf, toLetters } from './bits.ts'
import { CRC_32, checksumOf } from './checksum.ts'
import { CODE_TABLE } from './code-table.ts'
import { uint } from './codec.ts'
import { fromLink, toLink } from './link.ts'
import { sessionCodec } from './session-codec.ts'

function sessionOf(input: unknown): Session {
  const parsed = parseSession(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

/** Any bits as a link with a right length and checksum. */
function framed(body: string): string {
  const whole = uint(7).write(body.length) + body
  const check = bitsOf(checksumOf(bitsOf('1'.charCodeAt(0), 8) + whole, CRC_32), 32)
  return `1${toLetters(whole + check, BASE64URL)}`
}

/** ISO text of an instant, with an offset that keeps the year inside the accepted ones. */
function iso(at: number): string {
  const hours = at < 0 ? 14 : at >= Date.UTC(2200, 0) ? -14 : 0
  const offset = hours === 0 ? 'Z' : `${hours > 0 ? '+' : '-'}14:00`
  return new Date(at + hours * 3_600_000).toISOString().replace('Z', offset)
}

/** A session's JSON again, instants as text. */
function inputOf(session: Session): unknown {
  return JSON.parse(
    JSON.stringify(session, (key, value: unknown) =>
      (key === 'at' || key === 'endedAt') && typeof value === 'number' ? iso(value) : value,
    ),
  )
}

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Object.values(CODE_TABLE).flat()) },
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((text) => text.trim() !== ''),
)
const words = fc.array(word, { maxLength: 4 })
const instant = fc
  .oneof(
    fc.integer({ min: 0, max: 40_000 }).map((hours) => Date.UTC(2026, 0) + hours * 3_600_000),
    fc.integer({ min: -50_400_000, max: Date.UTC(2200, 0) + 50_399_999 }),
  )
  .map(iso)
const zone = fc.constantFrom(
  'UTC',
  'Asia/Kolkata',
  'asia/dubai',
  'Etc/GMT+5',
  'America/Indiana/Knox',
)
const duration = fc.oneof(
  fc.integer({ min: 0, max: 999_999 }).map((hours) => `PT${Math.min(hours, 876_600)}H`),
  fc.integer({ min: 0, max: 36_525 }).map((days) => `P${days}D`),
  fc.constantFrom('P1Y', 'P101Y', 'P6M', 'P02W', 'PT000030M', 'P000000D'),
)
const severity = fc.oneof(
  fc.integer({ min: 0, max: 10 }),
  fc.constantFrom(38.2, 'none', 'mild', 'moderate', 'severe'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

const optional = { requiredKeys: ['id', 'code', 'endedAt'] as ('id' | 'code' | 'endedAt')[] }
const procedures = fc
  .array(
    fc.record(
      {
        id: fc.oneof(fc.constantFrom('p1', 'p2', 'p3'), word),
        code: word,
        endedAt: instant,
        endedAtEstimated: fc.boolean(),
        device: word,
        needleDepthMm: fc.oneof(
          fc.constantFrom(0.25, 0.5, 1.5, 5),
          fc.double({ min: 0.1, max: 5, noNaN: true }),
        ),
        bodySites: words,
        adjuncts: words,
        setting: word,
        indications: words,
        sessionNumber: fc.integer({ min: 1, max: 100 }),
      },
      optional,
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.filter((one, k) => list.findIndex((other) => other.id.trim() === one.id.trim()) === k),
  )

function eventOf(ids: readonly string[]) {
  const base = { at: instant }
  return fc.oneof(
    fc.record(
      {
        ...base,
        type: fc.constant('check-in'),
        signs: fc.array(
          fc.record(
            { code: word, severity, trend: fc.constantFrom('fading', 'steady', 'worsening') },
            { requiredKeys: ['code', 'severity'] },
          ),
          { maxLength: 3 },
        ),
        settled: words,
        notes: fc.string({ unit: 'binary', maxLength: 60 }),
      },
      { requiredKeys: ['at', 'type'] },
    ),
    fc.record({ ...base, type: fc.constant('clearance'), subject: word, by: word }),
    fc.record({
      ...base,
      type: fc.constant('override'),
      subject: word,
      window: duration,
      by: word,
      reason: word,
    }),
    fc.record({ ...base, type: fc.constant('done'), subject: word }),
    fc.record({ ...base, type: fc.constant('moved'), zone }),
    fc.record({
      ...base,
      type: fc.constant('corrected'),
      procedure: fc.constantFrom(...ids),
      endedAt: instant,
    }),
    fc.record({
      ...base,
      type: fc.constant('patient-reported-advice'),
      subject: word,
      window: fc.oneof(duration, fc.constant('cleared')),
    }),
  )
}

const session = procedures
  .chain((list) =>
    fc.record({
      zone,
      procedures: fc.constant(list),
      patient: fc.record(
        {
          fitzpatrickSkinType: fc.constantFrom('I', 'II', 'III', 'IV', 'V', 'VI', 'unknown'),
          medicines: words,
          history: words,
        },
        { requiredKeys: [] },
      ),
      events: fc.array(eventOf(list.map(({ id }) => id.trim())), { maxLength: 5 }),
    }),
  )
  .map(sessionOf)

describe('a link', () => {
  it('gives back every session that the session file takes', () => {
    fc.assert(
      fc.property(session, (one) => {
        expect(fromLink(toLink(one))).toEqual({ ok: true, value: one })
      }),
      { numRuns: 400 },
    )
  })

  it('is refused with one letter changed, or with its end cut off', () => {
    fc.assert(
      fc.property(session, fc.nat(), fc.nat({ max: 62 }), (one, position, shift) => {
        const link = toLink(one)
        const k = 1 + (position % (link.length - 1))
        const { letters } = BASE64URL
        const letter = letters[(letters.indexOf(link[k] ?? '') + 1 + shift) % letters.length]
        expect(fromLink(link.slice(0, k) + letter + link.slice(k + 1)).ok).toBe(false)
        expect(fromLink(link.slice(0, k)).ok).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('with a right checksum over anything never throws and never tells what the session file refuses', () => {
    let accepted = 0
    const flips = fc.array(fc.nat(), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(session, flips, (one, places) => {
        const bits = Array.from(sessionCodec.write(one))
        for (const place of places) {
          const k = place % bits.length
          bits[k] = bits[k] === '0' ? '1' : '0'
        }
        const read = fromLink(framed(bits.join('')))
        if (!read.ok) return
        accepted += 1
        expect(parseSession(inputOf(read.value))).toEqual({ ok: true, value: read.value })
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(500)
  })
})
