import { createPlanner } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { subjectAnswer } from '../../../model/subject-answer.ts'
import {
  END,
  evidenceCare,
  evidenceLines,
  governingIds,
  otherPositions,
  scaleOf,
  sidesOf,
} from './evidence.ts'
import { percentOf } from '../../../model/scale.ts'

const HOUR = 3_600_000
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const protocols = ledgers.value.map(({ protocol }) => protocol)
const library = { protocols, planner: createPlanner(protocols) }

function careWith(shortenings: Parameters<typeof evidenceCare>[1] = []) {
  const care = evidenceCare(library, shortenings)
  if (care === null) throw new Error('no care')
  return care
}

describe('evidence', () => {
  it('shows makeup shut to the strict end of the strictest source, which decides', () => {
    const care = careWith()
    const answer = subjectAnswer(care, 'makeup')
    expect(answer.spans[0]).toMatchObject({ status: 'avoid', end: END + 74 * HOUR })
    expect(governingIds(care, answer)).toContain('makeup-s1')
  })

  it('says that the sources on makeup differ, and lists no group and no subject that nobody speaks of', () => {
    const lines = evidenceLines(careWith())
    const { plan } = careWith()
    expect(lines.find(({ subject }) => subject === 'makeup')).toMatchObject({ isDisputed: true })
    expect(
      lines.every(({ subject, sources }) => sources > 0 && !plan.subjects[subject]?.group),
    ).toBe(true)
  })

  it('names who has the shortest and the longest time, the lower end of a range included', () => {
    const { shortest, longest } = sidesOf(subjectAnswer(careWith(), 'makeup'))
    expect(shortest).toMatchObject({ end: END + 24 * HOUR })
    expect(longest?.voice.reason.id).toBe('makeup-s1')
  })

  it('shows what the clinic shortens as plans have it, and who says so', () => {
    const said = { subject: 'exercise', until: 'P4D', reason: 'as we do it', by: 'Dr Noor Rahimi' }
    const [before, after] = [careWith(), careWith([said])].map((care) =>
      subjectAnswer(care, 'exercise'),
    )
    const ends = [before, after].map((one) => one?.spans[0]?.end ?? 0)
    expect(ends[1]).toBeLessThan(ends[0] ?? 0)
    expect(after?.voices.some(({ reason }) => reason.source === 'Dr Noor Rahimi')).toBe(true)
  })

  it('leaves no own position of any subject out: it counts, or it is for some only', () => {
    const care = careWith()
    for (const { subject, positions, group } of protocols.flatMap((one) => one.subjects)) {
      if (group) continue
      const { voices } = subjectAnswer(care, subject)
      const others = otherPositions(protocols, subject, voices)
      const shown = [...voices.map(({ reason }) => reason.id), ...others.map(({ id }) => id)]
      expect(shown).toEqual(expect.arrayContaining(positions.map(({ id }) => id)))
    }
  })

  it('draws every figure inside its bar', () => {
    const drawn = evidenceLines(careWith()).flatMap(({ answer }) => {
      const scale = scaleOf(answer)
      return answer.voices.flatMap(({ until }) => (until === null ? [] : [percentOf(scale, until)]))
    })
    expect(Math.max(...drawn)).toBeLessThan(100)
  })
})
