import { type PatientCare, planHash } from '../care/patient-care.ts'
import { invalidAt, type Problem, problem } from '../http/reply.ts'
import type { Call } from '../http/route.ts'

/**
 * Why what was decided on a plan is not done, null where it is that plan still or none was named. Whoever saw what a word
 * would change names the plan that they saw; a check-in or a colleague may have made another of it since.
 */
export function otherPlan(
  { request }: Pick<Call, 'request'>,
  { care }: PatientCare,
): Problem | null {
  const given = request.headers.get('if-match')
  if (given === null) return null
  const [, seen] = TAG.exec(given) ?? []
  if (seen === undefined) return invalidAt('If-Match', 'must be the planHash, in quotes')
  const now = care === null ? null : planHash(care.plan)
  return seen === now ? null : problem(412, 'plan-changed', { detail: `The plan is ${now} now.` })
}

const TAG = /^"(sha256:[\da-f]{64})"$/
