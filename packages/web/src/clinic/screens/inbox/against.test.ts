import { applyPlan, createPlanner, parseSession, triage } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { againstOf } from './against.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

const ENDED = '2026-11-22T10:45:00+04:00'
const DONE = {
  code: 'microneedling',
  device: 'pen',
  needleDepthMm: 1.5,
  bodySites: ['face'],
  endedAt: ENDED,
}
const PROCEDURE = { ...DONE, toConfirm: false }

/** What the server sends for a check-in on a day: the reasons of the very same protocols. */
function reasonsOn(day: number, signs: readonly object[]) {
  const session = parseSession({
    zone: 'Asia/Dubai',
    procedures: [{ id: 'p', ...DONE }],
    patient: {},
    events: [],
  })
  if (!session.ok) throw new Error(JSON.stringify(session.issues))
  const at = Date.parse(ENDED) + day * 86_400_000
  // Built from the codes that the engine knows.
  const checkIn = { at, signs } as Parameters<typeof triage>[2]
  return triage(planner, applyPlan(planner, session.value), checkIn).reasons
}

describe('againstOf', () => {
  it('says to which day a sign is usual, by the figures that the reason rests on', () => {
    const reasons = reasonsOn(9, [{ code: 'exfoliation', severity: 'mild' }])
    expect(againstOf(planner, { reasons, procedure: PROCEDURE })).toEqual([
      { code: 'outlasting', sign: 'exfoliation', usualToDay: 7 },
    ])
  })

  it('says no day where the reason rests on other figures, as of an older version', () => {
    const [reason] = reasonsOn(9, [{ code: 'exfoliation', severity: 'mild' }])
    if (!reason) throw new Error('a sign on day 9 has a reason')
    const older = [{ ...reason, basis: ['another-figure'] }]
    expect(againstOf(planner, { reasons: older, procedure: PROCEDURE })[0]?.usualToDay).toBeNull()
  })

  it('names a sign once, by its most urgent reason', () => {
    const reasons = reasonsOn(2, [{ code: 'purulent-discharge', severity: 'moderate' }])
    const against = againstOf(planner, { reasons, procedure: PROCEDURE })
    expect(against.map(({ code, sign }) => [code, sign])).toEqual([
      ['red-flag', 'purulent-discharge'],
    ])
  })
})
