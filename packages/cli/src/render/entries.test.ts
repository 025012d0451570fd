import { assess, type CarePlan, parseInstant } from '@afterglow/engine'
import type { Care } from '@afterglow/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCare } from '../care.ts'
import { EXAMPLE } from '../testing.ts'
import { entriesAt } from './entries.ts'

const HOUR = 3_600_000
const END = parseInstant('2026-11-22T10:45:00+04:00') ?? 0

async function example(): Promise<Care> {
  const read = await readCare({
    words: [],
    flags: { session: [EXAMPLE], at: ['2026-11-22T11:45:00+04:00'] },
    // Nothing of the world is asked for: the flags give file and instant.
    io: {} as Parameters<typeof readCare>[0]['io'],
  })
  if (!read.ok) throw new Error('the example does not parse')
  return read.value
}

/** The entry that a reader would look a subject up under: its own, else that of the nearest broader one. */
function coveringEntry(plan: CarePlan, entries: ReturnType<typeof entriesAt>, code: string) {
  const codes = [code, ...(plan.subjects[code]?.broader ?? [])]
  return codes.map((one) => entries.find((entry) => entry.subject === one)).find((one) => one)
}

describe('entriesAt', () => {
  it('never hides an answer: at any hour every subject stands under an entry that says the same', async () => {
    const { plan, texts } = await example()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 24 }), (hour) => {
        const at = END + hour * HOUR
        const entries = entriesAt(plan, at, texts)
        for (const [code, { group }] of Object.entries(plan.subjects)) {
          if (group) continue
          const own = assess(plan, code, at)
          const shown = coveringEntry(plan, entries, code)
          expect([code, shown?.verdict.status, shown?.verdict.nextChangeAt]).toEqual([
            code,
            own.status,
            own.nextChangeAt,
          ])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('shows a broader subject once where its narrower ones say the same', async () => {
    const { plan, texts } = await example()
    const codes = entriesAt(plan, END + HOUR, texts).map((entry) => entry.subject)
    expect(codes).toContain('makeup')
    expect(codes).not.toContain('lip-makeup')
    expect(codes.length).toBeLessThan(Object.keys(plan.subjects).length / 1.5)
  })
})
