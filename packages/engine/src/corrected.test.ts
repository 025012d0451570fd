import { describe, expect, it } from 'vitest'
import { after, position, session } from '../../../tests/support/protocol.ts'
import { makeup, timeline } from '../../../tests/support/timeline.ts'
import { applyProtocol } from './apply.ts'
import { assess } from './verdict.ts'

/** Told an hour after the end at 10:00, and then the end is corrected to 14:00. */
const at = '2026-01-10T11:00:00Z'
const corrected = {
  type: 'corrected',
  at: '2026-01-10T15:00:00Z',
  procedure: 'p1',
  endedAt: '2026-01-10T14:00:00Z',
}
const ledger = makeup(
  position('a', 'avoid', { window: { until: 'P3D', and: 'settled', signs: ['erythema'] } }),
)

const statusAt = (hours: number, ...events: readonly object[]) =>
  assess(
    applyProtocol([ledger], session({ events: [...events, corrected] })),
    'makeup',
    after(hours),
  ).status

describe('what was said after an end that is then corrected to a later one', () => {
  it('is not unsaid where it closes: the word of the own doctor', () => {
    const advice = (until: string) => ({
      type: 'patient-reported-advice',
      at,
      subject: 'makeup',
      window: { until },
    })
    expect(statusAt(59 * 24, advice('P60D'))).toBe('avoid')
    expect(statusAt(60 * 24 + 4, advice('P60D'))).toBe('allowed')
    expect(statusAt(300 * 24, advice('cleared'))).toBe('ask-clinic')
  })

  it('is not unsaid where it closes: a sign that is there', () => {
    const report = (severity: string) => ({
      type: 'check-in',
      at,
      signs: [{ code: 'erythema', severity }],
    })
    expect(statusAt(5 * 24, report('mild'))).toBe('avoid')
    expect(statusAt(30 * 24, report('mild'))).toBe('ask-clinic')
    // Gone before the true end is no word on what came after it.
    expect(statusAt(5 * 24, report('none'))).toBe('caution')
    const gone = { ...report('none'), at: '2026-01-12T10:00:00Z' }
    expect(statusAt(5 * 24, report('mild'), gone)).toBe('allowed')
  })

  it('lengthens as a clinician said, and neither shortens nor clears', () => {
    const override = (window: string) => ({
      type: 'override',
      at,
      subject: 'makeup',
      window,
      by: 'Dr A',
      reason: 'x',
    })
    const clearance = { type: 'clearance', at, subject: 'makeup', by: 'Dr A' }
    expect(statusAt(19 * 24, override('P20D'))).toBe('avoid')
    expect(statusAt(48, override('P1D'))).toBe('avoid')
    expect(statusAt(5 * 24, clearance)).toBe('caution')
  })

  it('changes nothing before the correction is told, and nothing where the end moves to earlier', () => {
    const advice = {
      type: 'patient-reported-advice',
      at,
      subject: 'makeup',
      window: { until: 'P9D' },
    }
    const earlier = { ...corrected, endedAt: '2026-01-10T08:00:00Z' }
    const end = (...events: readonly object[]) =>
      Number(Object.entries(timeline(ledger, session({ events }))).at(-1)?.[0])
    expect(end(advice, earlier)).toBe(358)
    const plan = applyProtocol([ledger], session({ events: [advice, corrected] }))
    expect(assess(plan, 'makeup', after(4)).governing).toMatchObject({ kind: 'advice' })
  })

  it('counts too where nobody knows when it ended: it may have been before', () => {
    const advice = {
      type: 'patient-reported-advice',
      at: '2026-01-10T09:00:00Z',
      subject: 'makeup',
      window: { until: 'P60D' },
    }
    const untold = session({ events: [advice] }, { endedAtEstimated: true })
    expect(assess(applyProtocol([ledger], untold), 'makeup', after(59 * 24)).status).toBe('avoid')
    const told = session({ events: [advice] })
    expect(assess(applyProtocol([ledger], told), 'makeup', after(59 * 24)).status).toBe('allowed')
  })
})
