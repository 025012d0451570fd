import { parseInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { givenCheckIn } from './given-check-in.ts'
import { readLedgerLibrary } from './library.ts'
import { issueText } from './outcome.ts'

const NOW = parseInstant('2026-11-23T09:00:00Z') ?? 0

function read(value: unknown) {
  const library = readLedgerLibrary()
  if (!library.ok) throw new Error(JSON.stringify(library.issues))
  return givenCheckIn(value, library.value, NOW)
}

function refusalsOf(value: unknown): readonly string[] {
  const given = read(value)
  return given.ok ? [] : given.issues.map(issueText)
}

describe('givenCheckIn', () => {
  it('reads words as codes, and says which was read as another', () => {
    const given = read({ symptoms: ['pus', { name: 'Redness', severity: 'mild' }] })
    expect(given.ok && given.value.checkIn.signs.map(({ code }) => code)).toEqual([
      'purulent-discharge',
      'erythema',
    ])
    expect(given.ok && given.value.readAs).toEqual([])
    const called = read({ symptoms: ['yellow stuff coming out'] })
    expect(called.ok && called.value.readAs).toEqual([
      { word: 'yellow stuff coming out', code: 'purulent-discharge' },
    ])
  })

  it('hears the alarms of notes, in any language that is read', () => {
    for (const notes of ['I cannot breathe', 'no puedo respirar']) {
      const given = read({ notes })
      expect(given.ok && given.value.checkIn.signs.map(({ code }) => code), notes).toContain(
        'breathing-difficulty',
      )
    }
  })

  it('keeps that a sign gets worse, of a code and of a message alike', () => {
    const worse = { severity: 'mild', trend: 'worsening' }
    const names = ['redness', 'yellow stuff coming out']
    const given = read({ symptoms: names.map((name) => ({ name, ...worse })) })
    expect(given.ok && given.value.checkIn.signs).toEqual([
      { code: 'erythema', ...worse },
      { code: 'purulent-discharge', ...worse },
    ])
  })

  it.each([
    ['pain unbearable', 3, 'pain', 8],
    ['pain unbearable', 'mild', 'pain', 8],
    ['pain unbearable', 9, 'pain', 9],
    ['pain unbearable', 'severe', 'pain', 'severe'],
    ['10/10 pain', 2, 'pain', 8],
    ['agony', 2, 'pain', 8],
    ['the pain is killing me', 2, 'pain', 8],
    ['dolor insoportable en la cara', 3, 'pain', 8],
    ['شدید درد', 3, 'pain', 8],
    ['shadeed dard', 3, 'pain', 8],
    ['uncontrolled bleeding', 'mild', 'bleeding', 8],
    ['blood wont stop', 2, 'bleeding', 8],
    ['no para de sangrar', 'mild', 'bleeding', 8],
    ['blood wont stop', 0, 'bleeding', 0],
    ['agony', 'none', 'pain', 'none'],
    ['slight pain in my cheek', 2, 'pain', 2],
  ])('lets no lower number talk down words that say severe: %s, %s', (name, severity, code, as) => {
    const given = read({ symptoms: [{ name, severity }] })
    expect(given.ok && given.value.checkIn.signs).toContainEqual({ code, severity: as })
  })

  it('is of its own instant, else of now', () => {
    const own = read({ at: '2026-11-23T08:00:00Z', symptoms: [] })
    expect(own.ok && own.value.checkIn.at).toBe(NOW - 3_600_000)
    const none = read({ symptoms: [] })
    expect(none.ok && none.value.checkIn).toEqual({ at: NOW, signs: [] })
  })

  it('says at its place which temperature could not be read', () => {
    const given = read({ symptoms: ['pain', { name: 'fever', severity: 101 }] })
    expect(given.ok && given.value.unread.map((one) => one.expression)).toEqual(['symptoms[1]'])
  })

  it.each([
    [
      { symptom: [] },
      'symptom: unknown key "symptom"; did you mean "symptoms"; accepted: at, symptoms, notes',
    ],
    [
      { symptoms: [{ name: 'pus', severty: 2 }] },
      'symptoms[0].severty: unknown key; accepted: name, severity, trend',
    ],
    [
      { symptoms: [{ name: 'pus', trend: 'up' }] },
      'symptoms[0].trend: found "up"; accepted is one of fading, steady, worsening',
    ],
    [{ at: 'soon', symptoms: [] }, /^at: found "soon"/],
    [{ notes: ' ' }, /^symptoms: is missing/],
    [[], /^is no check-in/],
  ])('refuses %j', (value, text) => {
    const [first] = refusalsOf(value)
    expect(first).toMatch(text)
  })

  it('refuses what a session could not hold, so that nothing is kept that cannot be read again', () => {
    expect(refusalsOf({ symptoms: ['x'.repeat(201)] })).toHaveLength(1)
    expect(refusalsOf({ symptoms: Array.from({ length: 101 }, () => 'pus') })).toHaveLength(1)
  })
})
