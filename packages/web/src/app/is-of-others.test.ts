import { createPlanner } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { isOfOthers } from './is-of-others.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))
const pins = planner.versions.map(({ hash }) => hash)

describe('isOfOthers', () => {
  it('does not plan with the newer protocols of an updated app what is pinned to the older ones', () => {
    expect(isOfOthers({ pins }, () => planner)).toBe(false)
    expect(isOfOthers({ pins: ['sha256:older', ...pins.slice(1)] }, () => planner)).toBe(true)
  })
})
