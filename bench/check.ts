import { deepStrictEqual } from 'node:assert/strict'
import { createPlanner, datePlan, type Session } from '../packages/engine/src/index.ts'
import type { Protocol } from '../packages/engine/src/protocol.ts'
import { generatedTriageQuestions, generatedVerdictQuestions } from './data/generated-questions.ts'
import { RIVALS, type RivalName } from './rival.ts'
import { createRunner } from './runners.ts'

/** Fails unless every rival gives exactly our plan, verdict and triage on each of the sessions. */
export async function checkIdentical(
  protocol: Protocol,
  sessions: readonly Session[],
  names: readonly RivalName[] = RIVALS,
): Promise<void> {
  const ours = createRunner('ours', protocol)
  const planner = createPlanner([protocol])
  const verdicts = generatedVerdictQuestions(planner, sessions, 5)
  const triages = generatedTriageQuestions(planner, sessions, 6)
  for (const name of names) {
    const rival = createRunner(name, protocol)
    for (const [k, session] of sessions.entries()) {
      const where = `${name} on session ${k} of protocol ${protocol.code}`
      // On the clock, as people see it: ours keeps beside each window what later questions need.
      const [theirPlan, ourPlan] = [await rival.plan(session), await ours.plan(session)]
      same(datePlan(theirPlan), datePlan(ourPlan), `plan: ${where}`)
      const verdict = verdicts[k]
      if (verdict)
        same(await rival.verdict(verdict), await ours.verdict(verdict), `verdict: ${where}`)
      const question = triages[k]
      if (question)
        same(await rival.triage(question), await ours.triage(question), `triage: ${where}`)
    }
  }
}

const SHOWN = 2_000

function same(theirs: unknown, ours: unknown, where: string): void {
  try {
    deepStrictEqual(theirs, ours)
  } catch (error) {
    const difference = error instanceof Error ? error.message.slice(0, SHOWN) : ''
    // The cause would print both plans whole.
    // oxlint-disable-next-line preserve-caught-error
    throw new Error(`not identical (actual is theirs, expected ours): ${where}\n${difference}`)
  }
}
