import { assess, type Instant, type Status } from '@afterglow/engine'
import type { LabelAnswer, LabelFinding, LabelLimit } from '@afterglow/language'
import type { Care } from './care.ts'
import { subjectAnswer } from './subject-answer.ts'
import { whyOf } from './why.ts'

/** The answer on a product as the screen shows it. */
export interface ProductAnswer {
  readonly verdict: LabelAnswer['verdict']
  /** The status whose mark stands beside the verdict. */
  readonly mark: Status
  readonly opensAt: Instant | null
  /** Whether it opens with care; false where nothing opens it. */
  readonly opensWithCare: boolean
  readonly deciding: Deciding | null
  /** What is in it that the plan speaks of, by subject, the strictest first; without what it recommends. */
  readonly groups: readonly ProductGroup[]
  readonly recommended: readonly string[]
  readonly unrecognised: readonly string[]
  readonly unsourced: readonly string[]
  readonly limits: readonly LabelLimit[]
}

/** The ingredient that decides, and why. */
interface Deciding {
  readonly finding: LabelFinding
  readonly why: string | undefined
  readonly isMedicine: boolean
}

/** Ingredients that the plan answers alike. */
interface ProductGroup {
  readonly subject: string
  readonly findings: readonly LabelFinding[]
  readonly status: Status
  readonly opensAt: Instant | null
  readonly nextChangeAt: Instant | null
}

const MARKS: Readonly<Record<LabelAnswer['verdict'], Status>> = {
  avoid: 'avoid',
  'ask-clinic': 'ask-clinic',
  'cannot-clear': 'unknown',
  caution: 'caution',
  ok: 'allowed',
}

export function productAnswer(care: Care, answer: LabelAnswer): ProductAnswer {
  const { verdict, opensAt, deciding, unrecognised, unsourced, limits } = answer
  const subject = deciding?.subject
  return {
    verdict,
    mark: MARKS[verdict],
    opensAt: opensAt !== null && opensAt > care.at ? opensAt : null,
    opensWithCare:
      subject !== undefined &&
      opensAt !== null &&
      assess(care.plan, subject, opensAt).status === 'caution',
    deciding: deciding && decidingOf(care, deciding),
    groups: groupsOf(answer),
    recommended: [...new Set(answer.recommended)],
    unrecognised,
    unsourced,
    limits,
  }
}

function decidingOf(care: Care, finding: LabelFinding): Deciding {
  const answer = subjectAnswer(care, finding.subject)
  return { finding, why: whyOf(answer), isMedicine: answer.isMedicine }
}

/** The deciding one's group first; the others as they stand in the list. */
function groupsOf({ findings, deciding }: LabelAnswer): readonly ProductGroup[] {
  const told = findings.filter(({ status }) => status !== 'recommended')
  const groups = [...Map.groupBy(told, ({ subject }) => subject)].flatMap(([subject, all]) => {
    const [first] = all
    if (!first) return []
    const { status, opensAt, nextChangeAt } = first
    return [{ subject, findings: all, status, opensAt, nextChangeAt }]
  })
  return groups.toSorted(
    (a, b) => Number(b.subject === deciding?.subject) - Number(a.subject === deciding?.subject),
  )
}
