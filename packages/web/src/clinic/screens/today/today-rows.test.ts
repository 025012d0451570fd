import { createPlanner } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import type { Alert } from '../../api/alerts.ts'
import type { RecentCheckIn } from '../../api/check-ins.ts'
import { ALERT } from '../inbox/alert-testing.ts'
import { isForSomebody, todayRows } from './today-rows.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const protocols = ledgers.value.map(({ protocol }) => protocol)
const planner = createPlanner(protocols)
/** Every alarm, as not there. */
const ANSWERED: RecentCheckIn['signs'] = protocols
  .flatMap(({ triage }) => triage.redFlags)
  .map(({ sign }) => ({ code: sign, severity: 'none' }))

const TO_CALL: Alert = {
  ...ALERT,
  disposition: 'contact-clinic',
  urgency: 2,
  escalatesAt: null,
  day: 9,
}

const CHECK_IN: RecentCheckIn = {
  checkInId: 'c',
  patientId: 'p',
  name: 'Leila Haddad',
  at: '2026-11-30T08:00:00Z',
  recordedAt: '2026-11-30T08:00:00Z',
  day: 9,
  procedure: null,
  signs: [],
  notes: null,
  disposition: 'contact-clinic',
  urgency: 2,
  reasons: [],
  alertId: 'a',
  acknowledgedAt: null,
  ownerName: null,
}

describe('todayRows', () => {
  it('shows a check-in that is open as its alert alone', () => {
    const rows = todayRows({ alerts: [TO_CALL], first: null, planner: null, checkIns: [CHECK_IN] })
    expect(rows.map(({ key }) => key)).toEqual(['a'])
  })

  it('shows what stands above the table neither as alert nor as check-in', () => {
    expect(
      todayRows({ alerts: [TO_CALL], first: TO_CALL, planner: null, checkIns: [CHECK_IN] }),
    ).toEqual([])
  })

  it('keeps a check-in whose alert was not read with the others, as one that nobody has seen', () => {
    const [row] = todayRows({ alerts: [], first: null, planner: null, checkIns: [CHECK_IN] })
    expect([row?.alert, row?.alertId, row?.acknowledgedAt]).toEqual([null, 'a', null])
  })
})

describe('isForSomebody', () => {
  const rowOf = (disposition: RecentCheckIn['disposition'], signs = ANSWERED) =>
    todayRows({
      alerts: [],
      first: null,
      planner,
      checkIns: [{ ...CHECK_IN, alertId: null, disposition, signs }],
    })[0]

  it('is true of what turned urgent by a plan that was corrected since, though no alert is there', () => {
    const [urgent, expected] = [rowOf('urgent'), rowOf('expected')]
    expect(urgent && isForSomebody(urgent)).toBe(true)
    expect(expected && isForSomebody(expected)).toBe(false)
  })

  it('is true where answers are missing: somebody has to ask', () => {
    const partly = rowOf('expected', [])
    expect(partly?.open).toEqual({ alarms: null })
    expect(partly && isForSomebody(partly)).toBe(true)
  })
})
