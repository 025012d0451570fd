import {
  assess,
  type CarePlan,
  cautionOf,
  type Instant,
  isOpen,
  type Status,
  type Verdict,
} from '@afterglow/engine'
import type { AskPart } from './answer.ts'
import type { TimeSpan } from './calendar.ts'
import type { SaidSubject } from './find-subjects.ts'
import type { Limit } from './limits.ts'

/** The plans that a part is asked of: as it is, and with what the message says of signs. */
export interface Plans {
  readonly plan: CarePlan
  readonly withSigns: CarePlan | undefined
  /** What in the message holds the answer on a subject back. */
  readonly limitsOf: (said: SaidSubject) => readonly Limit[]
}

/** The most cautious answer over all that the words may mean: subjects, stretches of time, signs told of. */
export function partOf(plans: Plans, said: SaidSubject, spans: readonly TimeSpan[]): AskPart {
  const { codes } = said
  const own = mostCautious(
    codes.flatMap((code) => spans.map((span) => overSpan(plans.plan, code, span))),
    plans.plan,
  )
  const told =
    plans.withSigns && overSpan(plans.withSigns, own.subject, { from: own.at, until: own.at })
  const raised = told && cautionOf(told.status) > cautionOf(own.status) ? told : own
  const binding = plans
    .limitsOf(said)
    .filter(([, limit]) => cautionOf(limit) > cautionOf(raised.status))
  const status = binding.reduce<Status>(
    (worst, [, limit]) => (cautionOf(limit) > cautionOf(worst) ? limit : worst),
    raised.status,
  )
  return {
    subject: own.subject,
    others: codes.filter((code) => code !== own.subject),
    at: own.at,
    status,
    opensAt: status === 'ask-clinic' && isOpen(raised.status) ? null : raised.opensAt,
    reasons: raised.reasons,
    raisedBy: [...(raised === own ? [] : ['signs' as const]), ...binding.map(([why]) => why)],
  }
}

/** A plan changes its answer on a subject far less often than this. */
const CHANGES_AT_MOST = 40

/** The most cautious answer from `from` until `until`, the first of several. */
function overSpan(plan: CarePlan, code: string, { from, until }: TimeSpan): Verdict {
  let at: Instant | null = from
  let worst = assess(plan, code, from)
  for (let k = 0; k < CHANGES_AT_MOST; k++) {
    at = nextIn(assess(plan, code, at), until)
    if (at === null) return worst
    const next = assess(plan, code, at)
    if (cautionOf(next.status) > cautionOf(worst.status)) worst = next
  }
  return worst
}

function nextIn({ nextChangeAt, at }: Verdict, until: Instant): Instant | null {
  return nextChangeAt !== null && nextChangeAt > at && nextChangeAt < until ? nextChangeAt : null
}

/** Of equally cautious ones the broadest, then the first. */
function mostCautious(verdicts: readonly Verdict[], plan: CarePlan): Verdict {
  return verdicts.reduce((best, next) => {
    const more = cautionOf(next.status) - cautionOf(best.status)
    const isBroader = plan.subjects[best.subject]?.broader.includes(next.subject) ?? false
    return more > 0 || (more === 0 && isBroader) ? next : best
  })
}
