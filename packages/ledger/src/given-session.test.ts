import { describe, expect, it } from 'vitest'
import { givenEvent, givenSession } from './given-session.ts'
import { type Library, readPlanningLibrary } from './library.ts'
import { type Outcome, issueText } from './outcome.ts'

const AT = '2026-11-23T09:00:00Z'

function library(): Library {
  const read = readPlanningLibrary()
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

function textsOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.ok ? [] : outcome.issues.map(issueText)
}

function eventIn(value: unknown) {
  return givenEvent(value, library(), ['p1'])
}

describe('givenSession', () => {
  it('refuses with the place, what was found, and what may have been meant', () => {
    const procedure = {
      id: 'p1',
      code: 'microneedling',
      endedAt: AT,
      needleDepthMm: 15,
      devise: 'pen',
    }
    expect(textsOf(givenSession({ zone: 'UTC', procedures: [procedure] }, library()))).toEqual([
      'procedures[0].needleDepthMm: found 15; too large: at most 5',
      'procedures[0]: unknown key "devise": remove or correct; did you mean "device"?',
    ])
  })
})

describe('givenEvent', () => {
  it('reads words as codes, as a session file does', () => {
    const read = eventIn({ type: 'clearance', at: AT, subject: 'Makeup', by: 'Dr Lee' })
    expect(read.ok && read.value.event).toMatchObject({ type: 'clearance', subject: 'makeup' })
  })

  it('names places from the event on, hints included', () => {
    const event = { type: 'check-in', at: AT, signs: [{ code: 'pus' }], note: 'x' }
    expect(textsOf(eventIn(event))).toEqual([
      expect.stringMatching(/^signs\[0\]\.severity: .*/),
      'unknown key "note": remove or correct; did you mean "notes"?',
    ])
    expect(textsOf(eventIn('text'))).toEqual([expect.not.stringContaining('events')])
  })

  it('says which temperature could not be read, at its place in the event', () => {
    const read = eventIn({ type: 'check-in', at: AT, signs: [{ code: 'fever', severity: 101 }] })
    expect(read.ok && read.value.unread.map((one) => one.expression)).toEqual(['signs[0].severity'])
  })

  it('refuses a correction of a procedure that the session does not have', () => {
    const corrected = (procedure: string) =>
      eventIn({ type: 'corrected', at: AT, procedure, endedAt: AT })
    expect(corrected('p1').ok).toBe(true)
    expect(textsOf(corrected('p2'))).toEqual([
      expect.stringMatching(/^procedure: "p2" is no procedure/),
    ])
  })
})
