import {
  applyPlan,
  assess,
  type CareEvent,
  createPlanner,
  isOpen,
  parseSession,
  type Session,
} from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { type ClinicLink, NOTHING_HEARD } from '../store/clinic-link.ts'
import { EMPTY_RECORD, type PatientRecord } from '../store/record.ts'
import { withEvent, withLost } from './care-context.ts'

const HOUR = 3_600_000
const ENDED = '2026-11-22T10:45:00+04:00'
const at = Date.parse(ENDED) + 40 * HOUR
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))

/** Red skin was told of a day after the procedure. */
function linkedRecord(): PatientRecord & {
  readonly session: Session
  readonly clinic: ClinicLink
} {
  const procedure = { id: 'p1', code: 'microneedling', endedAt: ENDED, device: 'pen' }
  const patient = { medicines: [], history: [] }
  const parsed = parseSession({ zone: 'Asia/Dubai', procedures: [procedure], patient })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const signs = [{ code: 'erythema', severity: 'mild' as const }]
  const session = withEvent(parsed.value, { type: 'check-in', at: at - 16 * HOUR, signs })
  // Of a link, what was heard and lost is all that is looked at here.
  const clinic = { ...NOTHING_HEARD, patientId: 'b1' } as unknown as ClinicLink
  return { ...EMPTY_RECORD, session, clinic }
}

/** What is open at one hour or another, and what about it. */
function openings(session: Session): readonly string[] {
  const plan = applyPlan(planner, session)
  const hours = Array.from({ length: 60 }, (_, k) => at + k * 6 * HOUR)
  return planner.codes.flatMap((code) =>
    hours
      .filter((hour) => isOpen(assess(plan, code, hour).status))
      .map((hour) => `${code} ${(hour - at) / HOUR} h`),
  )
}

describe('withLost', () => {
  const settled = { type: 'check-in' as const, at, signs: [], settled: ['erythema'] }
  const gone = {
    type: 'check-in' as const,
    at,
    signs: [{ code: 'erythema', severity: 'none' as const }],
  }

  it.each<[string, CareEvent]>([
    ['a sign that has settled', settled],
    ['a sign that is gone', gone],
  ])('opens nothing by %s', (_, event) => {
    const record = linkedRecord()
    const { session, clinic } = withLost(record, event)
    const before = new Set(openings(record.session))
    // What it would open, were it kept: else nothing is shown here.
    const kept = openings(withEvent(record.session, event))
    expect(kept.filter((one) => !before.has(one))).not.toEqual([])
    expect(openings(session ?? record.session).filter((one) => !before.has(one))).toEqual([])
    expect(clinic).toMatchObject({ hasLost: true, lost: [event] })
  })

  it('goes by no clock of a place that the clinic does not know of', () => {
    const record = linkedRecord()
    const moved = { type: 'moved' as const, at, zone: 'Pacific/Auckland' }
    expect(withLost(record, moved).session).toEqual(record.session)
  })

  it('keeps what shuts something in the plan here', () => {
    const signs = [{ code: 'edema', severity: 'moderate' as const }]
    const { session } = withLost(linkedRecord(), { ...settled, signs })
    const red = { code: 'erythema', severity: 'mild' }
    expect(session?.events.at(-1)).toEqual({ type: 'check-in', at, signs: [red, ...signs] })
  })
})
