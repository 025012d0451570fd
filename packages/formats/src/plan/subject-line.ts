import type { CarePlan, Instant } from '@afterglow/engine'
import { governingAny, type Span, spansFrom } from './span.ts'

/** The answers on a subject that stands for every narrower one with the same answers at the same times. */
export interface SubjectLine {
  readonly subject: string
  /** The narrower subjects it stands for. */
  readonly standsFor: readonly string[]
  readonly spans: readonly Span[]
  /** Whether it, or one it stands for, is a medicine: nobody stops a prescribed one on their own. */
  readonly medicine: boolean
}

/** All subjects from `at` on, each in exactly one line: a broader one before the narrower ones that say something else. */
export function subjectLines(plan: CarePlan, at: Instant): readonly SubjectLine[] {
  const roots = Object.keys(plan.subjects).filter(
    (code) => plan.subjects[code]?.broader.length === 0,
  )
  return roots.flatMap((code) => linesBelow(plan, code, at))
}

function linesBelow(plan: CarePlan, code: string, at: Instant): readonly SubjectLine[] {
  const below = childrenOf(plan, code).flatMap((child) => linesBelow(plan, child, at))
  return plan.subjects[code]?.group
    ? groupLines(code, below)
    : ownLines(plan, ownLine(plan, code, at), below)
}

function ownLine(plan: CarePlan, subject: string, at: Instant): SubjectLine {
  const medicine = plan.subjects[subject]?.medicine ?? false
  return { subject, standsFor: [], spans: spansFrom(plan, subject, at), medicine }
}

/** A pure group is named in place of its narrower subjects where all of them say the same. */
function groupLines(code: string, below: readonly SubjectLine[]): readonly SubjectLine[] {
  const [first, ...others] = below
  if (!first || others.length === 0 || !others.every((one) => isSame(one, first))) return below
  return [
    {
      subject: code,
      standsFor: below.flatMap(codesOf),
      spans: spansOfAll(first, others),
      medicine: below.some((one) => one.medicine),
    },
  ]
}

/** The answers of all, each governed by whatever governs any of them: a group has no voice of its own. */
function spansOfAll(first: SubjectLine, others: readonly SubjectLine[]): readonly Span[] {
  return first.spans.map((span, k) => {
    const same = others.flatMap(({ spans }) => spans[k] ?? [])
    return { ...span, governedBy: governingAny([span, ...same]) }
  })
}

/** One that says the same is still shown where a line between them says otherwise. */
function ownLines(
  plan: CarePlan,
  own: SubjectLine,
  below: readonly SubjectLine[],
): readonly SubjectLine[] {
  const others = below.filter((one) => !isSame(one, own))
  const isHidden = (one: SubjectLine) =>
    isSame(one, own) &&
    !others.some((other) => plan.subjects[one.subject]?.broader.includes(other.subject))
  const hidden = below.filter(isHidden)
  return [
    {
      ...own,
      standsFor: hidden.flatMap(codesOf),
      medicine: own.medicine || hidden.some((one) => one.medicine),
    },
    ...below.filter((one) => !hidden.includes(one)),
  ]
}

/** The subjects next below; one with several ways up stands under its nearest only. */
function childrenOf(plan: CarePlan, code: string): readonly string[] {
  return (plan.subjects[code]?.narrower ?? []).filter(
    (child) => plan.subjects[child]?.broader[0] === code,
  )
}

function codesOf({ subject, standsFor }: SubjectLine): readonly string[] {
  return [subject, ...standsFor]
}

function isSame(a: SubjectLine, b: SubjectLine): boolean {
  return answersOf(a) === answersOf(b)
}

/** Whether a source speaks for it counts too: what only ran out of reasons against it is no advice. */
function answersOf({ spans }: SubjectLine): string {
  const answers = spans.map(({ governedBy, ...answer }) => [answer, governedBy.length > 0])
  return JSON.stringify(answers)
}
