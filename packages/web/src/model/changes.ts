import {
  assess,
  type CarePlan,
  cautionOf,
  type Instant,
  isOpen,
  type Status,
} from '@afterglow/engine'
import { childrenOf, rootOf, rootsOf } from './entry.ts'
import { spansFrom } from './span.ts'

/** What differs between two plans of one person, asked at one moment: shown after a correction or a check-in. */
export interface SubjectChange {
  readonly subject: string
  readonly group: string
  readonly was: AnswerThen
  readonly is: AnswerThen
  /** Whether it is stricter now, or for longer; of mixed changes the stricter counts. */
  readonly direction: 'stricter' | 'looser'
  /** Whether a check-in that says the signs are gone would open it sooner. */
  readonly waitsForReport: boolean
}

export interface AnswerThen {
  readonly status: Status
  readonly opensAt: Instant | null
  readonly nextChangeAt: Instant | null
}

/** The subjects whose answer now or at any later time differs, a broader one standing for narrower ones that changed alike. */
export function changesBetween(
  before: CarePlan,
  after: CarePlan,
  at: Instant,
): readonly SubjectChange[] {
  return rootsOf(after).flatMap((root) => changesBelow({ before, after, at }, root, undefined))
}

interface Compared {
  readonly before: CarePlan
  readonly after: CarePlan
  readonly at: Instant
}

function changesBelow(
  compared: Compared,
  code: string,
  above: SubjectChange | undefined,
): readonly SubjectChange[] {
  const { after } = compared
  const isGroup = after.subjects[code]?.group ?? false
  const own = isGroup ? undefined : changeOf(compared, code)
  const isSaid = own && above && isSame(own, above)
  const below = childrenOf(after, code).flatMap((child) => changesBelow(compared, child, own))
  return own && !isSaid ? [own, ...below] : below
}

function changeOf({ before, after, at }: Compared, subject: string): SubjectChange | undefined {
  const [was, is] = [before, after].map((plan) => spansFrom(plan, subject, at))
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined
  return {
    subject,
    group: rootOf(after, subject),
    was: answerOf(before, subject, at),
    is: answerOf(after, subject, at),
    direction: isStricter({ before, after, at }, subject) ? 'stricter' : 'looser',
    waitsForReport: assess(after, subject, at).changedBy.includes('report'),
  }
}

function answerOf(plan: CarePlan, subject: string, at: Instant): AnswerThen {
  const { status, opensAt, nextChangeAt } = assess(plan, subject, at)
  return {
    status,
    opensAt,
    nextChangeAt: isOpen(status) ? nextChangeAt : (opensAt ?? nextChangeAt),
  }
}

/** Stricter at any instant at which either plan changes. */
function isStricter({ before, after, at }: Compared, subject: string): boolean {
  const starts = [before, after].flatMap((plan) =>
    spansFrom(plan, subject, at).map(({ start }) => start),
  )
  const cautionAt = (plan: CarePlan, instant: Instant) =>
    cautionOf(assess(plan, subject, instant).status)
  return starts.some((instant) => cautionAt(after, instant) > cautionAt(before, instant))
}

function isSame(a: SubjectChange, b: SubjectChange): boolean {
  return JSON.stringify([a.was, a.is]) === JSON.stringify([b.was, b.is])
}
