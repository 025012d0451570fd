import { createPlanner } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { expect, it } from 'vitest'
import { spacingKind, spacingOf } from './spacing.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

it('calls both ends of the sources’ own ranges by their name, and a day outside by the next', () => {
  const spacing = spacingOf(planner, Date.parse('2026-11-30T08:00:00Z'))
  const { preferredDays, allowableDays } = spacing
  const kinds = [
    allowableDays.atLeast - 1,
    allowableDays.atLeast,
    preferredDays.atLeast,
    preferredDays.atMost,
    allowableDays.atMost + 1,
  ].map((days) => spacingKind(days, spacing))
  expect(kinds).toEqual(['short', 'allowable', 'preferred', 'preferred', 'long'])
})
