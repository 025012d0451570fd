import {
  applyPlan,
  type CareEvent,
  createPlanner,
  parseSession,
  type SignReport,
} from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { expect, it } from 'vitest'
import { checkInAnswer } from '../model/check-in.ts'
import type { App } from '../app/app-context.ts'
import { answerHeard, notHad } from './answer-heard.ts'
import { withoutOpening } from './without-opening.ts'

const HOUR = 3_600_000
const ENDED = '2026-11-22T10:45:00+04:00'
const FIRST = Date.parse(ENDED) + 40 * HOUR
const NOW = Date.parse(ENDED) + 10 * 24 * HOUR
const zone = 'Asia/Dubai'
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map(({ protocol }) => protocol))

function careWith(events: readonly CareEvent[]) {
  const procedure = { id: 'p1', code: 'microneedling', endedAt: ENDED, device: 'pen' }
  const parsed = parseSession({
    zone,
    procedures: [procedure],
    patient: { medicines: [], history: [] },
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const session = { ...parsed.value, events: [...events] }
  return { planner, session, plan: applyPlan(planner, session), at: NOW, zone }
}

function red(at: number, severity: SignReport['severity']) {
  return { type: 'check-in' as const, at, signs: [{ code: 'erythema', severity }] }
}

it('lets no report that was lost make a later one pass for fading', () => {
  const lost = red(FIRST + HOUR, 'moderate')
  const first = red(FIRST, 'mild')
  const care = careWith([first, ...withoutOpening(lost, [first])])
  const now = red(NOW, 'mild')
  expect(checkInAnswer(care, now).disposition).toBe('self-care')
  expect(answerHeard(care, [lost], now).disposition).toBe('contact-clinic')
  expect(answerHeard(care, [], now).disposition).toBe('self-care')
})

it('is held against what was refused as against what was lost, and against nothing that waits', () => {
  const [refused, waiting, lost] = [red(FIRST, 'mild'), red(FIRST + HOUR, 'mild'), red(NOW, 'mild')]
  const items = [
    { refusal: { reason: 'x' }, what: { kind: 'event', event: refused } },
    { refusal: null, what: { kind: 'event', event: waiting } },
    { refusal: { reason: 'x' }, what: { kind: 'photo' } },
  ]
  // As the outbox and the record hold them, as far as they are looked at.
  const here = { linked: { items }, record: { clinic: { lost: [lost] } } } as unknown as App
  expect(notHad(here)).toEqual([refused, lost])
})
