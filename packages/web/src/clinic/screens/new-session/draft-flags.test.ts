import { applyPlan, createPlanner, parseSession } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { type DraftFlags, flagsOf } from './draft-flags.ts'

const ENDED_AT = '2026-11-22T10:45:00+04:00'
const NOW = Date.parse(ENDED_AT)
const DAY = 24 * 3_600_000
const NOTHING = { fitzpatrickSkinType: 'III', medicines: [], history: [] }

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

function flags(
  parts: object = {},
  drafted: object = {},
  earlier: readonly object[] = [],
): DraftFlags {
  const parsed = parseSession({
    zone: 'Asia/Dubai',
    procedures: [
      ...earlier,
      {
        id: 'draft',
        code: 'microneedling',
        device: 'pen',
        adjuncts: [],
        endedAt: ENDED_AT,
        ...drafted,
      },
    ],
    patient: NOTHING,
    ...parts,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const session = parsed.value
  return flagsOf({ planner, session, plan: applyPlan(planner, session), now: NOW })
}

const BEFORE = { id: 'p1', code: 'microneedling', device: 'pen', adjuncts: [] }

describe('flagsOf', () => {
  it('has nothing to say of a usual session of somebody with nothing to tell', () => {
    expect(flags()).toEqual({
      isPlanned: false,
      uncovered: [],
      unread: [],
      holds: [],
      worthAWord: [],
      planned: null,
      gap: null,
    })
  })

  it('says what no protocol covers, also where it is an add-on', () => {
    expect(flags({}, { device: 'rf' }).uncovered).toEqual(['microneedling'])
    expect(flags({}, { adjuncts: ['laser', 'prp'] }).uncovered).toEqual(['laser'])
  })

  it('holds by a fact of somebody who was never here, and not by one that was not asked', () => {
    const held = flags({ patient: { ...NOTHING, history: ['keloid'] } }).holds
    expect(held.map(({ hold }) => hold)).toEqual(['keloid-tendency'])
    expect(flags({ patient: {} }).holds).toEqual([])
  })

  it('does not hold a session back by itself', () => {
    expect(flags({}, { device: 'rf' }).holds).toEqual([])
  })

  it('holds by what was reported since the last session', () => {
    const earlier = [{ ...BEFORE, endedAt: '2026-10-20T10:00:00+04:00' }]
    const at = '2026-11-20T10:00:00+04:00'
    const report = { type: 'check-in', at, signs: [{ code: 'vesicles', severity: 4 }] }
    const held = flags({ events: [report] }, {}, earlier).holds
    expect(held.map(({ hold }) => hold)).toEqual(['possible-cold-sore'])
  })

  it('says what a told fact brings, and not what is said of anybody', () => {
    const told = flags({ patient: { ...NOTHING, history: ['herpes-simplex'] } })
    expect(told.worthAWord).toEqual(['cold-sores'])
  })

  it('names a session that is planned already, and no other', () => {
    const endedAt = '2026-11-22T12:00:00+04:00'
    expect(flags({}, {}, [{ ...BEFORE, endedAt }]).planned).toBe(Date.parse(endedAt))
    expect(flags({}, { endedAt }).planned).toBeNull()
  })

  it('counts the days since the last session where they are too few or too many', () => {
    const after = (days: number) =>
      flags({}, {}, [{ ...BEFORE, endedAt: new Date(NOW - days * DAY).toISOString() }]).gap
    expect(after(5)).toMatchObject({ days: 5 })
    expect(after(35)).toBeNull()
    expect(after(400)).toMatchObject({ days: 400 })
  })

  it('says that an end to come is a plan, and keeps words that it cannot read', () => {
    const told = flags(
      { patient: { ...NOTHING, medicines: ['zorbex'] } },
      { endedAt: '2026-11-22T12:00:00+04:00' },
    )
    expect(told.isPlanned).toBe(true)
    expect(told.unread).toEqual(['zorbex'])
  })
})
