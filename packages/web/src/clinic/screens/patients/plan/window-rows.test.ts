import { applyPlan, assess, createPlanner, isOpen, parseSession } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import type { Care } from '../../../../model/care.ts'
import { windowRows } from './window-rows.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))

const ENDED_AT = Date.parse('2026-11-22T10:45:00+04:00')
const HOUR = 3_600_000

function careAfter(hours: number): Care {
  const parsed = parseSession({
    zone: 'Asia/Dubai',
    procedures: [
      { id: 'p1', code: 'microneedling', device: 'pen', endedAt: '2026-11-22T10:45:00+04:00' },
    ],
    patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const session = parsed.value
  const plan = applyPlan(planner, session)
  return { planner, session, plan, at: ENDED_AT + hours * HOUR, zone: 'Asia/Dubai' }
}

describe.each([1, 50, 24 * 8, 24 * 40])('windowRows %i hours after the session', (hours) => {
  const care = careAfter(hours)
  const rows = windowRows(care)

  it('says of every subject what the engine says, each in one line alone', () => {
    const said = rows.flatMap(({ subject, standsFor, status, opensAt }) =>
      [subject, ...standsFor].map((code) => [code, status, opensAt] as const),
    )
    const leaves = Object.entries(care.plan.subjects).filter(([, { group }]) => !group)
    const told = new Map(said.map(([code, ...answer]) => [code, answer]))
    for (const [code] of leaves) {
      const { status, opensAt } = assess(care.plan, code, care.at)
      expect([code, ...(told.get(code) ?? [])]).toEqual([code, status, opensAt])
    }
    expect(told.size).toBe(said.length)
  })

  it('hides nothing that is held back, and puts what opens soonest first', () => {
    const shut = rows.filter(({ status }) => !isOpen(status))
    expect(shut.every(({ isHeld }) => isHeld)).toBe(true)
    const opening = shut.flatMap(({ opensAt }) => opensAt ?? [])
    expect(opening).toEqual(opening.toSorted((a, b) => a - b))
  })
})
