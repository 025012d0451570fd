import { applyPlan, createPlanner, datePlan, parseSession, type Protocol } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { isMonthsToYears } from './vague-end.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const protocols = ledgers.value.map((ledger) => ledger.protocol)
const planner = createPlanner(protocols)

function plannedAfter(endedAt: string) {
  const zone = 'Asia/Dubai'
  const procedures = [{ id: 'p1', code: 'microneedling', endedAt }]
  const parsed = parseSession({ zone, procedures, patient: {}, events: [] })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return { protocols, plan: applyPlan(planner, parsed.value), zone }
}

function vagueIn(planned: ReturnType<typeof plannedAfter>): readonly string[] {
  return datePlan(planned.plan)
    .tasks.filter(({ task, until }) => until !== null && isMonthsToYears(planned, task, until))
    .map(({ task }) => task)
}

/** Two years, in the form of a protocol that counts them in months. */
function readInMonths(readings: Protocol['readings']): Protocol['readings'] {
  const words = Object.entries(readings.words).map(
    ([word, reading]) =>
      [word, { ...reading, is: reading.is === 'P2Y' ? 'P24M' : reading.is }] as const,
  )
  return { ...readings, words: Object.fromEntries(words) }
}

describe('an end that a source tells as months to years', () => {
  it.each(['2026-11-30T10:45:00+04:00', '2028-02-29T23:30:00+04:00'])(
    'is no day after a session of %s, and of no other task',
    (endedAt) => {
      expect(vagueIn(plannedAfter(endedAt))).toEqual(['shade-and-hat'])
    },
  )

  it('is the same where the protocol counts the years in months', () => {
    const planned = plannedAfter('2026-11-30T10:45:00+04:00')
    const inMonths = protocols.map((one) => ({ ...one, readings: readInMonths(one.readings) }))
    expect(inMonths).not.toEqual(protocols)
    expect(vagueIn({ ...planned, protocols: inMonths })).toEqual(['shade-and-hat'])
  })

  it('is a day where another end is the later one', () => {
    const planned = plannedAfter('2026-11-30T10:45:00+04:00')
    const later = Date.parse('2028-12-01T10:45:00+04:00')
    expect(isMonthsToYears(planned, 'shade-and-hat', later)).toBe(false)
  })
})
