import { describe, expect, it } from 'vitest'
import { protocol, protocolInput, session } from '../../../tests/support/protocol.ts'
import { applyProtocol } from './apply.ts'
import type { SignCourse } from './course.ts'
import type { Session } from './session.ts'

type Input = Readonly<Record<string, unknown>>

const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000

function courseOf(
  expectations: readonly Input[],
  { given = session(), severe = {} }: { given?: Session; severe?: Input } = {},
): readonly SignCourse[] {
  const cited = expectations.map((one, k) => ({ id: `e-${k}`, source: 'first', ...one }))
  const triage = {
    ...(protocolInput()['triage'] as Input),
    severe: { source: 'first', until: severe },
  }
  return applyProtocol(
    [protocol({ course: { expectations: cited, milestones: [] }, triage })],
    given,
  ).course
}

const redness = (until: unknown, more: Input = {}) => ({ signs: ['erythema'], until, ...more })

/** Typical and outer end in days. */
const ends = (expectations: readonly Input[]) =>
  courseOf(expectations).map((one) => [one.typicalEnd / DAY_MS, one.outerEnd / DAY_MS])

describe('the course of a sign', () => {
  it('ends typically at the upper median of the figures and at the longest at last', () => {
    expect(ends([redness('P5D')])).toEqual([[5, 5]])
    expect(ends([redness('P5D'), redness('P2D')])).toEqual([[5, 5]])
    expect(ends([redness('P9D'), redness('P2D'), redness('P3D')])).toEqual([[3, 9]])
    expect(ends([redness('P9D'), redness('P2D'), redness('P3D'), redness('P4D')])).toEqual([[4, 9]])
  })

  it('orders figures as lengths of time, not as words', () => {
    expect(ends([redness('P10D'), redness('P9D'), redness('PT48H')])).toEqual([[9, 10]])
  })

  it('reads a range at its longer end and a vague word by the table', () => {
    expect(ends([redness({ atLeast: 'P2D', atMost: 'P6D' })])).toEqual([[6, 6]])
    expect(ends([redness({ reading: 'a-few-days' })])).toEqual([[4, 4]])
  })

  it('counts no stage of a longer course and no expectation without an end', () => {
    const stage = redness('P1D', { stage: true })
    const open = { signs: ['erythema', 'itch'] }
    const course = courseOf([redness('P5D'), stage, open])
    expect(course).toHaveLength(1)
    expect(course).toMatchObject([
      {
        sign: 'erythema',
        typicalEnd: 5 * DAY_MS,
        outerEnd: 5 * DAY_MS,
        severeUntil: 0,
        expectations: ['e-0'],
      },
    ])
  })

  it('lists the signs by name, each with the expectations that were counted, in ledger order', () => {
    const course = courseOf([
      { signs: ['tightness', 'edema'], until: 'P2D' },
      { signs: ['itch', 'edema'], until: 'P3D' },
    ])
    expect(course.map((one) => [one.sign, one.expectations])).toEqual([
      ['edema', ['e-0', 'e-1']],
      ['itch', ['e-1']],
      ['tightness', ['e-0']],
    ])
  })

  it('counts what holds for certain only: nobody is told to expect more on a guess', () => {
    const darker = redness('P20D', { when: { fitzpatrickSkinType: ['VI'] } })
    const outer = (fitzpatrickSkinType: string) =>
      courseOf([redness('P5D'), darker], {
        given: session({ patient: { fitzpatrickSkinType } }),
      }).map((one) => one.outerEnd / DAY_MS)
    expect(outer('VI')).toEqual([20])
    expect(outer('I')).toEqual([5])
    expect(outer('unknown')).toEqual([5])
  })

  it('says until when a severe report may still be expected, where the ledger does', () => {
    const severe = { erythema: 'PT24H', edema: { reading: 'a-few-days' } }
    const course = courseOf([{ signs: ['erythema', 'edema', 'itch'], until: 'P9D' }], { severe })
    expect(course.map((one) => [one.sign, one.severeUntil])).toEqual([
      ['edema', 4 * DAY_MS],
      ['erythema', DAY_MS],
      ['itch', 0],
    ])
  })

  it('counts days on the clock of the place', () => {
    const given = session({ zone: 'Europe/London' }, { endedAt: '2026-03-28T12:00:00Z' })
    expect(courseOf([redness('P1D')], { given })[0]?.outerEnd).toBe(23 * HOUR_MS)
    expect(courseOf([redness('PT24H')], { given })[0]?.outerEnd).toBe(24 * HOUR_MS)
  })
})
