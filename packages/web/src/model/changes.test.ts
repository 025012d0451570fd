import { applyPlan, createPlanner, parseSession } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { session, subject, position, subjects } from '../../../../tests/support/protocol.ts'
import { changesBetween } from './changes.ts'

const HOUR = 3_600_000
const ENDED_AT = Date.parse('2026-01-10T10:00:00Z')
const AT = ENDED_AT + HOUR
const until = (length: string) => ({ window: { until: length } })
const planner = createPlanner([
  subjects(
    subject('makeup', [position('makeup-1', 'avoid', until('PT48H'))]),
    subject('foundation', [], { broader: 'makeup' }),
    subject('lip-makeup', [position('lip-1', 'avoid', until('PT72H'))], { broader: 'makeup' }),
    subject('walking', [position('walking-1', 'allow')]),
  ),
])
const told = session()

function planWith(event: object) {
  const parsed = parseSession({
    zone: 'UTC',
    procedures: [
      { id: 'p1', code: 'microneedling', device: 'pen', endedAt: '2026-01-10T10:00:00Z' },
    ],
    events: [event],
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return applyPlan(planner, parsed.value)
}

describe('changesBetween', () => {
  const before = applyPlan(planner, told)

  it('finds nothing between equal plans', () => {
    expect(changesBetween(before, applyPlan(planner, told), AT)).toEqual([])
  })

  it('names a broader subject for what changed alike, and a narrower one that changed otherwise', () => {
    const endedAt = '2026-01-10T09:00:00Z'
    const after = planWith({
      type: 'corrected',
      at: '2026-01-10T10:30:00Z',
      procedure: 'p1',
      endedAt,
    })
    const changes = changesBetween(before, after, AT)
    expect(changes.map((one) => [one.subject, one.is.opensAt, one.direction])).toEqual([
      ['makeup', ENDED_AT + 47 * HOUR, 'looser'],
      ['lip-makeup', ENDED_AT + 71 * HOUR, 'looser'],
    ])
    expect(changes[0]?.was.opensAt).toBe(ENDED_AT + 48 * HOUR)
  })

  it('calls a session that ended later stricter', () => {
    const endedAt = '2026-01-10T10:45:00Z'
    const after = planWith({
      type: 'corrected',
      at: '2026-01-10T10:30:00Z',
      procedure: 'p1',
      endedAt,
    })
    expect(changesBetween(before, after, AT).map(({ direction }) => direction)).toEqual([
      'stricter',
      'stricter',
    ])
  })

  it('sees a change that comes only later', () => {
    const advice = {
      type: 'patient-reported-advice',
      at: '2026-01-10T10:30:00Z',
      subject: 'makeup',
    }
    const after = planWith({ ...advice, window: 'P7D' })
    const [first] = changesBetween(before, after, ENDED_AT + HOUR)
    expect(first).toMatchObject({
      subject: 'makeup',
      direction: 'stricter',
      was: { status: 'avoid' },
    })
  })
})
