import { applyPlan, createPlanner, type Instant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import {
  after,
  position,
  session,
  subject,
  subjects,
} from '../../../../../../../tests/support/protocol.ts'
import type { Care } from '../../../../model/care.ts'
import { clearedBy, effectOf, effectOfSession, floorOf } from './effect.ts'

const until = (length: string, more: object = {}) => ({ window: { until: length, ...more } })
const planner = createPlanner([
  subjects(
    subject('makeup', [
      position('makeup-1', 'avoid', until('PT48H')),
      position('makeup-2', 'avoid', until('PT96H')),
    ]),
    subject('retinoids', [position('retinoids-1', 'avoid', until('P3D', { and: ['cleared'] }))]),
    subject('retinol', [position('retinol-1', 'avoid', until('P14D'))], { broader: 'retinoids' }),
    subject('vitamin-c', [
      position('vitamin-c-1', 'avoid', until('P3D', { and: ['cleared'] })),
      position('vitamin-c-2', 'limit', until('P30D')),
    ]),
    subject('walking', [position('walking-1', 'allow')]),
  ),
])

function careAt(at: Instant, parts: Readonly<Record<string, unknown>> = {}): Care {
  const told = session(parts)
  return { planner, session: told, plan: applyPlan(planner, told), at, zone: 'UTC' }
}

const override = (at: Instant, subjectCode: string, length: string) =>
  ({
    type: 'override',
    at,
    subject: subjectCode,
    window: { until: length },
    by: 'Dr Rahimi',
    reason: 'healed well',
  }) as const

describe('clearedBy', () => {
  it('says from when a clearance opens: at the end of what counts time, not before', () => {
    expect(clearedBy(careAt(after(24)), 'retinoids', 'Dr Rahimi').from).toBe(after(72))
    expect(clearedBy(careAt(after(80)), 'retinoids', 'Dr Rahimi').from).toBe('now')
  })

  it('says so where a clearance opens it with care alone', () => {
    const withCare = (code: string) => clearedBy(careAt(after(24)), code, 'Dr Rahimi').isWithCare
    expect([withCare('vitamin-c'), withCare('retinoids')]).toEqual([true, false])
  })

  it('names the narrower ones that stay shut for longer, with when time opens them', () => {
    const { shut } = clearedBy(careAt(after(80)), 'retinoids', 'Dr Rahimi')
    expect(shut).toEqual([{ subject: 'retinol', opensAt: after(14 * 24) }])
  })

  it('changes nothing where nothing waits for a word', () => {
    expect(clearedBy(careAt(after(24)), 'makeup', 'Dr Rahimi').effect.changes).toEqual([])
  })
})

describe('effectOf an override', () => {
  it('is refused below the shortest time that any source gives, and not at it', () => {
    const care = careAt(after(1))
    expect(floorOf(care, 'makeup')).toBe(after(48))
    const below = effectOf(care, override(after(1), 'makeup', 'PT47H'))
    expect(below.refusals).toHaveLength(1)
    expect(below.changes).toEqual([])
    const at = effectOf(care, override(after(1), 'makeup', 'PT48H'))
    expect(at.refusals).toEqual([])
    expect(at.changes.map(({ is, direction }) => [is.opensAt, direction])).toEqual([
      [after(48), 'looser'],
    ])
  })

  it('does not blame a new one for one that was refused before it', () => {
    const events = [
      {
        ...override(after(0.5), 'makeup', 'PT1H'),
        at: '2026-01-10T10:30:00Z',
      },
    ]
    const care = careAt(after(1), { events })
    expect(care.plan.issues).toHaveLength(1)
    expect(effectOf(care, override(after(1), 'makeup', 'PT200H')).refusals).toEqual([])
  })

  it('does not count on what the clinic shortens for everybody once a clinician speaks of one person', () => {
    const procedures = [
      { id: 'p1', code: 'microneedling', endedAt: '2026-01-10T10:00:00Z', device: 'pen' },
      { id: 'p2', code: 'microneedling', endedAt: '2026-02-10T10:00:00Z', device: 'pen' },
    ]
    const general = { ...override(0, 'makeup', 'PT48H'), at: '2026-02-10T10:00:00Z' }
    const care = careAt(after(1), { procedures, events: [general] })
    const { changes } = effectOf(care, override(after(1), 'makeup', 'PT97H'))
    // Of the session to come too: nothing is said to open sooner than the server will have it.
    expect(changes.map(({ direction }) => direction)).toEqual(['stricter'])
  })
})

describe('effectOfSession', () => {
  it('finds nothing where the session is the same', () => {
    const care = careAt(after(1))
    expect(effectOfSession(care, care.session)).toEqual({ changes: [], refusals: [] })
  })
})
