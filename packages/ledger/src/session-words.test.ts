import { parseSession } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { readPlanningLibrary } from './library.ts'
import { unreadTemperatures, withCodes } from './session-words.ts'
import type { Vocabulary } from './vocabulary.ts'

const AT = '2026-11-23T09:00:00Z'

function vocabulary(): Vocabulary {
  const library = readPlanningLibrary()
  if (!library.ok) throw new Error(JSON.stringify(library.issues))
  return library.value.vocabulary
}

function session(change: object, ...events: readonly object[]) {
  return {
    zone: 'UTC',
    procedures: [{ id: 'a', code: 'Microneedling', endedAt: '2026-11-22T06:45:00Z', ...change }],
    events,
  }
}

function checkIn(rest: object) {
  return { type: 'check-in', at: AT, ...rest }
}

function coded(value: object) {
  const parsed = parseSession(withCodes(value, vocabulary()))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

function firstEvent(event: object): Readonly<Record<string, unknown>> {
  return { ...coded(session({}, event)).events[0] }
}

describe('withCodes', () => {
  it.each([
    ['trouble breathing', 'breathing-difficulty'],
    ['pus', 'purulent-discharge'],
    ['redness', 'erythema'],
    ['Redness', 'erythema'],
    ['swelling', 'edema'],
    ['oedema', 'edema'],
    ['hives', 'urticaria'],
    ['temperature', 'fever'],
    ['pinpoint_bleeding', 'pinpoint-bleeding'],
  ])('reads the sign %j of a check-in as %s', (code, sign) => {
    const severity = sign === 'fever' ? 38.4 : 2
    expect(firstEvent(checkIn({ signs: [{ code, severity }] }))['signs']).toEqual([
      { code: sign, severity },
    ])
  })

  it('reads the words of how strong it is and how it goes in any case', () => {
    const signs = [{ code: 'redness', severity: 'Mild', trend: 'Fading' }]
    expect(firstEvent(checkIn({ signs }))['signs']).toEqual([
      { code: 'erythema', severity: 'mild', trend: 'fading' },
    ])
  })

  it('never makes a strong word weaker than it says', () => {
    const signs = [{ code: 'heavy bleeding', severity: 'mild' }]
    expect(firstEvent(checkIn({ signs }))['signs']).toEqual([
      { code: 'bleeding', severity: 'severe' },
    ])
  })

  it('reads what is settled, but not that a sign is gone because its severe form is', () => {
    const settled = ['Redness', 'swelling', 'severe pain', 'tingly']
    expect(firstEvent(checkIn({ settled }))['settled']).toEqual([
      'erythema',
      'edema',
      'severe pain',
      'tingly',
    ])
    const signs = [{ code: 'severe pain', severity: 0 }]
    expect(firstEvent(checkIn({ signs }))['signs']).toEqual([{ code: 'severe pain', severity: 0 }])
  })

  it('folds every list of procedure and patient, and keeps what is in none', () => {
    const given = {
      ...session({ device: 'SkinPen', bodySites: ['Face', 'elbow'], adjuncts: ['PRP'] }),
      patient: { fitzpatrickSkinType: 'iv', history: ['Keloid'], medicines: ['NSAID', 'Xyz'] },
    }
    expect(coded(given)).toMatchObject({
      procedures: [
        { code: 'microneedling', device: 'pen', bodySites: ['face', 'elbow'], adjuncts: ['prp'] },
      ],
      patient: { fitzpatrickSkinType: 'IV', history: ['keloid'], medicines: ['nsaid', 'Xyz'] },
    })
  })

  it('frees no more than a clinician wrote: whole names are read, part of a name is not', () => {
    const clearance = (subject: string) =>
      firstEvent({ type: 'clearance', at: AT, subject, by: 'Dr Lee' })['subject']
    expect(clearance('Swimming Pool')).toBe('pool-swimming')
    expect(clearance('toner')).toBe('toner')
    expect(clearance('night cream')).toBe('night cream')
  })

  it.each([null, 5, [], { procedures: 'x', events: [null, 5], patient: [] }])(
    'leaves %j for the engine to refuse',
    (value) => expect(withCodes(value, vocabulary())).toEqual(value),
  )
})

describe('unreadTemperatures', () => {
  const remark = (severity: unknown, code = 'fever') =>
    unreadTemperatures(session({}, checkIn({ signs: [{ code, severity }] })))

  it.each([98.6, 101, 30, 44])('names a fever of %s and its place', (number) => {
    const [issue] = remark(number)
    expect(issue?.expression).toBe('events[0].signs[0].severity')
    expect(issue?.diagnostics).toMatch(number > 90 ? /degrees Fahrenheit/ : /could not be read/)
  })

  it.each([34, 36.6, 43, 0, 'mild'])('takes %s', (severity) => expect(remark(severity)).toEqual([]))

  it('has no word on another sign', () => expect(remark(98.6, 'redness')).toEqual([]))
})
