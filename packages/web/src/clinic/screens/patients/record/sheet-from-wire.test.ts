import { applyPlan, createPlanner, parseSession, toWire } from '@afterglow/engine'
import { sheetOf } from '@afterglow/formats'
import { readLedgers } from '@afterglow/ledger'
import { expect, it } from 'vitest'
import { sheetFromWire } from './sheet-from-wire.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))

it('reads back the very sheet that was given: no instant stays a text, no date becomes one', () => {
  const parsed = parseSession({
    zone: 'Asia/Dubai',
    procedures: [
      { id: 'p1', code: 'microneedling', device: 'pen', endedAt: '2026-11-22T10:45:00+04:00' },
      { id: 'p2', code: 'microneedling', device: 'pen', endedAt: '2027-01-22T10:45:00+04:00' },
    ],
    events: [{ type: 'done', at: '2026-11-22T12:00:00+04:00', subject: 'makeup' }],
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const session = parsed.value
  const at = Date.parse('2026-11-23T09:00:00+04:00')
  const sheet = sheetOf({ planner, session, plan: applyPlan(planner, session), at })
  const wire: unknown = JSON.parse(JSON.stringify(toWire(sheet, sheet.zone)))
  expect(sheetFromWire(wire)).toEqual(JSON.parse(JSON.stringify(sheet)))
})
