import { applyPlan, createPlanner, parseSession, type SignReport } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { questionsOf } from '../../../model/check-in.ts'
import { openInList } from './open-in-list.ts'

const ENDED = '2026-11-22T10:45:00+04:00'
const zone = 'Asia/Dubai'
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))
const parsed = parseSession({
  zone,
  procedures: [{ id: 'p1', code: 'microneedling', endedAt: ENDED }],
  patient: { medicines: [], history: [] },
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
const session = parsed.value
const plan = applyPlan(planner, session)
const asked = questionsOf({ planner, session, plan, zone, at: Date.parse(ENDED) + 48 * 3_600_000 })
/** What somebody with nothing in their history says no to. */
const noToAll = asked.map(({ sign }): SignReport => ({ code: sign, severity: 'none' }))
const open = { alarms: null }

describe('a check-in of a list that would calm', () => {
  it('leaves something open where it tells of some signs alone', () => {
    const signs: readonly SignReport[] = [{ code: 'erythema', severity: 'mild' }]
    expect(openInList(planner, { disposition: 'expected', signs })).toEqual(open)
    expect(openInList(planner, { disposition: 'self-care', signs: [] })).toEqual(open)
  })

  it('leaves nothing open where everything that is asked was answered, and all where one alarm was not', () => {
    expect(openInList(planner, { disposition: 'expected', signs: noToAll })).toBeNull()
    const others = noToAll.filter(({ code }) => code !== 'chest-pain')
    expect(openInList(planner, { disposition: 'expected', signs: others })).toEqual(open)
  })

  it('calms nobody without protocols, and holds back no call', () => {
    expect(openInList(null, { disposition: 'expected', signs: noToAll })).toEqual(open)
    const none = createPlanner([])
    expect(openInList(none, { disposition: 'expected', signs: noToAll })).toEqual(open)
    expect(openInList(planner, { disposition: 'contact-clinic', signs: [] })).toBeNull()
  })
})
