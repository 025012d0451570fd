import { type Issue, parseSession, type Session } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { readStories } from '../../../../tests/scenarios/story.ts'
import { BASE64URL, bitsOf, toLetters } from './bits.ts'
import { CRC_32, checksumOf } from './checksum.ts'
import { CODE_TABLE } from './code-table.ts'
import { uint } from './codec.ts'
import { sessionCodec } from './session-codec.ts'
import { textBetween } from './text-codec.ts'
import { fromLink, LONGEST_LINK, toLink } from './link.ts'

const stories = readStories()

function sessionOf(input: unknown): Session {
  const parsed = parseSession(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

function codesOf(text: string): readonly Issue['code'][] {
  const read = fromLink(text)
  return read.ok ? [] : read.issues.map(({ code }) => code)
}

const EXAMPLE = sessionOf({
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
      indications: ['acne-scars'],
      sessionNumber: 1,
    },
  ],
  patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
  events: [],
})

describe('toLink', () => {
  it('still reads the links that stand on paper', () => {
    expect(fromLink(PRINTED.example)).toEqual({ ok: true, value: EXAMPLE })
    expect(fromLink(PRINTED.everything)).toEqual({ ok: true, value: EVERYTHING })
  })

  it('fits a plain session into 32 letters, which no URL has to escape', () => {
    const link = toLink(EXAMPLE)
    expect(link.length).toBeLessThanOrEqual(32)
    expect(encodeURIComponent(link)).toBe(link)
  })

  it.each(stories.map(({ name, session }) => ({ name, session })))(
    'carries $name whole',
    ({ session }) => {
      expect(fromLink(toLink(session))).toEqual({ ok: true, value: session })
    },
  )

  it('keeps a word that is in no list, a zone in no list, a padded length and half a letter', () => {
    const session = sessionOf({
      zone: 'Etc/GMT+5',
      procedures: [{ id: 'mine', code: 'جلسة', endedAt: '1970-01-01T02:00:00+03:00' }],
      events: [
        {
          type: 'override',
          at: '2199-12-31T23:59:59.999-14:00',
          subject: 'new in 2031',
          window: 'P007D',
          by: 'Dr Å',
          reason: '\ud800',
        },
        {
          type: 'check-in',
          at: '2026-01-01T00:00:00.001Z',
          signs: [{ code: 'fever', severity: -0 }],
          notes: ' \n',
        },
      ],
    })
    expect(fromLink(toLink(session))).toEqual({ ok: true, value: session })
  })
})

describe('fromLink', () => {
  const link = toLink(EXAMPLE)

  it('refuses an empty, a too long and a newer text, each with its own code', () => {
    expect(codesOf('')).toEqual(['required'])
    expect(codesOf('1'.repeat(LONGEST_LINK + 1))).toEqual(['value'])
    expect(codesOf(`2${link.slice(1)}`)).toEqual(['not-supported'])
    expect(codesOf('https://example.org')).toEqual(['structure'])
  })

  it('says of a link without its end that it is cut off, wherever it was cut', () => {
    for (let length = 2; length < link.length; length++)
      expect([length, codesOf(link.slice(0, length))]).toEqual([length, ['incomplete']])
  })

  it('refuses a link with something after it', () => {
    expect(codesOf(`${link}A`)).toEqual(['structure'])
    expect(codesOf(`${link}#`)).toEqual(['structure'])
  })

  it('refuses every change of one letter', () => {
    for (let k = 0; k < link.length; k++)
      for (const letter of BASE64URL.letters) {
        if (letter === link[k]) continue
        const changed = link.slice(0, k) + letter + link.slice(k + 1)
        expect([changed, fromLink(changed).ok]).toEqual([changed, false])
      }
  })

  it('calls a word of a later table newer, and a zone that this device does not know by its name', () => {
    const utc = uint(5).write(1)
    const onlyRequired = `${uint(2).write(0)}00000000`
    const late = uint(4).write(CODE_TABLE.procedures.length + 1)
    expect(codesOf(framed(`${utc}${onlyRequired}0${late}`))).toEqual(['not-supported'])
    const atlantis = uint(5).write(0) + textBetween({ least: 1, most: 9 }).write('Atlantis')
    expect(codesOf(framed(atlantis))).toEqual(['not-found'])
  })

  it('calls what a later version added to a record newer, and not damaged', () => {
    const body = sessionCodec.write(EXAMPLE)
    const noEvents = uint(2).write(0)
    expect(body.endsWith(`0${noEvents}`)).toBe(true)
    const grown = `${body.slice(0, -noEvents.length - 1)}1${noEvents}10101`
    expect(codesOf(framed(grown))).toEqual(['not-supported'])
  })

  it('refuses two procedures of one id, also under a right checksum', () => {
    const [procedure] = EXAMPLE.procedures
    if (!procedure) throw new Error('no procedure')
    expect(codesOf(toLink({ ...EXAMPLE, procedures: [procedure, { ...procedure }] }))).toEqual([
      'structure',
    ])
  })
})

/** Any bits as a link with a right length and checksum. */
function framed(body: string): string {
  const whole = uint(7).write(body.length) + body
  const check = bitsOf(checksumOf(bitsOf('1'.charCodeAt(0), 8) + whole, CRC_32), 32)
  return `1${toLetters(whole + check, BASE64URL)}`
}

const EVERYTHING = sessionOf({
  zone: 'Asia/Dubai',
  procedures: [
    {
      id: 'p1',
      code: 'microneedling',
      endedAt: '2026-11-22T10:45:00+04:00',
      device: 'turbo stamp 9',
      needleDepthMm: 0.25,
      bodySites: ['face', 'cheeks'],
      adjuncts: ['prp'],
      setting: 'home',
      indications: ['melasma', 'hair-loss'],
      sessionNumber: 12,
    },
    { id: 'second', code: 'chemical-peel', endedAt: '2026-12-01T09:30:15Z', device: 'unknown' },
  ],
  patient: {
    fitzpatrickSkinType: 'V',
    medicines: ['anticoagulant', 'fish oil'],
    history: ['keloid'],
  },
  events: [
    {
      type: 'check-in',
      at: '2026-11-24T08:00:00+04:00',
      signs: [
        { code: 'fever', severity: 38.2, trend: 'worsening' },
        { code: 'itch', severity: 'mild' },
      ],
      settled: ['erythema'],
      notes: 'Feels hot. ¿Es normal?',
    },
    { type: 'clearance', at: '2026-12-08T10:00:00+04:00', subject: 'retinol', by: 'Dr Noor' },
    {
      type: 'override',
      at: '2026-11-22T11:00:00+04:00',
      subject: 'makeup',
      window: 'P7D',
      by: 'the nurse',
      reason: 'skin was raw',
    },
    { type: 'done', at: '2026-11-22T23:00:00+04:00', subject: 'makeup' },
    { type: 'moved', at: '2026-11-26T09:00:00Z', zone: 'Europe/London' },
    {
      type: 'corrected',
      at: '2026-11-22T20:00:00+04:00',
      procedure: 'p1',
      endedAt: '2026-11-22T16:00:00+04:00',
    },
    {
      type: 'patient-reported-advice',
      at: '2026-11-22T12:00:00+04:00',
      subject: 'alcohol',
      window: 'cleared',
    },
  ],
})

/** Never to be renewed once a version is out: what is on paper stays what it is. */
const PRINTED = {
  example: '1dY1A_gjAxJahDxCAkIdAB9OC5Lg',
  everything:
    '1g72NQv4IwMSWoFvTryxb0HPph28EDkCoIAwjkIqRCJGXOQIaRBOaMS64AbK8QQCCokfTkLIkYGDPesCZAD9DyQ0DozKytjmQNDe6FxBhX6K5kDc3uTawth-I0sYlFPE5IJ2_fyI6rSRwTiZnJptIyIMkpDdWBLUQWMVYRwgxAIlEU4heAxoMZwC1nauq2',
} as const
