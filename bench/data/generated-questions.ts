import type { Session, SignReport } from '../../packages/engine/src/index.ts'
import { applyPlan, type CheckIn, type Planner } from '../../packages/engine/src/index.ts'
import type { TriageQuestion, VerdictQuestion } from '../rival.ts'
import { createRandom, pick, type Random, weighted, wholeNumber } from './random.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const ASKED_DAYS = 28
const CHECKED_DAYS = 14

/** "May I?" about any subject that is no group, at any minute of the four weeks after. */
export function generatedVerdictQuestions(
  planner: Planner,
  sessions: readonly Session[],
  seed: number,
): readonly VerdictQuestion[] {
  const random = createRandom(seed)
  const subjects = Object.entries(planner.subjects).flatMap(([code, one]) =>
    one.group ? [] : [code],
  )
  return sessions.map((session) => ({
    session,
    plan: applyPlan(planner, session),
    subject: pick(random, subjects),
    at: endOf(session) + wholeNumber(random, ASKED_DAYS * DAY_MINUTES) * MINUTE_MS,
  }))
}

function endOf({ procedures }: Session): number {
  return procedures[0]?.endedAt ?? 0
}

/** A check-in on one of the first fourteen days, half of them after an earlier one. */
export function generatedTriageQuestions(
  planner: Planner,
  sessions: readonly Session[],
  seed: number,
): readonly TriageQuestion[] {
  const random = createRandom(seed)
  return sessions.map((plain) => {
    const day = wholeNumber(random, CHECKED_DAYS)
    const at = endOf(plain) + (day * DAY_MINUTES + wholeNumber(random, DAY_MINUTES)) * MINUTE_MS
    const before = random() < 0.5 && day > 0 ? [earlier(random, at)] : []
    const session = { ...plain, events: before }
    return { session, plan: applyPlan(planner, session), checkIn: checkIn(random, at) }
  })
}

function earlier(random: Random, at: number): Session['events'][number] {
  const { signs } = checkIn(random, at)
  return { type: 'check-in', at: at - DAY_MINUTES * MINUTE_MS, signs }
}

function checkIn(random: Random, at: number): CheckIn {
  const count = 1 + wholeNumber(random, 4)
  const signs = Array.from({ length: count }, () => signReport(random))
  const distinct = new Map(signs.map((sign) => [sign.code, sign]))
  return { at, signs: [...distinct.values()] }
}

const USUAL = [
  'erythema',
  'edema',
  'tightness',
  'dryness',
  'itch',
  'tenderness',
  'warmth',
  'exfoliation',
  'bruising',
]
const ODD = ['pustules', 'vesicles', 'spreading-erythema', 'pain', 'papules', 'purulent-discharge']

/** Nine in ten of the usual signs, now and then a fever or an alarm. */
function signReport(random: Random): SignReport {
  switch (weighted(random, { usual: 88, odd: 7, fever: 5 })) {
    case 'usual':
      return { code: pick(random, USUAL), severity: severity(random), ...trend(random) }
    case 'odd':
      return { code: pick(random, ODD), severity: severity(random), ...trend(random) }
    case 'fever':
      return { code: 'fever', severity: 36 + wholeNumber(random, 50) / 10 }
  }
}

function severity(random: Random): SignReport['severity'] {
  return random() < 0.3
    ? pick(random, ['mild', 'moderate', 'severe'] as const)
    : pick(random, [0, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8])
}

function trend(random: Random): Pick<SignReport, 'trend'> {
  return random() < 0.5
    ? { trend: pick(random, ['fading', 'fading', 'steady', 'worsening'] as const) }
    : {}
}
