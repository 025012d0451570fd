import {
  assess,
  type CarePlan,
  type Instant,
  type Status,
  type SubjectWindows,
} from '@afterglow/engine'

/** What is known of a subject at one instant; null where the plan's protocols do not know the subject. */
interface Answer {
  readonly status: Status
  readonly opensAt: Instant | null
}

/** One subject on which two plans of one person differ from an instant on. */
export interface SubjectChange {
  readonly subject: string
  readonly before: Answer | null
  readonly after: Answer | null
}

export type Compare = (before: CarePlan, after: CarePlan) => readonly SubjectChange[]

/** `planChanges` of very many people from one version to another: what their plans share is compared once. */
export function createCompare(at: Instant): Compare {
  const [same, codesOf] = [createSameWindows(), createCodes()]
  return (before, after) => planChanges({ before, after, at, same, codesOf })
}

export interface PlanComparison {
  readonly before: CarePlan
  readonly after: CarePlan
  readonly at: Instant
  readonly same?: SameWindows
  readonly codesOf?: typeof allCodes
}

/** The subjects whose statuses differ at `at` or at any time after it. Groups answer by what is in them. */
export function planChanges({
  before,
  after,
  at,
  same = sameSteps,
  codesOf = allCodes,
}: PlanComparison): readonly SubjectChange[] {
  const changes: SubjectChange[] = []
  for (const subject of codesOf(before.subjects, after.subjects)) {
    const [was, is] = [windowsOf(before, subject), windowsOf(after, subject)]
    if (was && is && before.anchor === after.anchor && same(was, is)) continue
    if (sameRun(runOf(before, subject, at), runOf(after, subject, at))) continue
    const answers = { before: answerOf(before, subject, at), after: answerOf(after, subject, at) }
    changes.push({ subject, ...answers })
  }
  return changes
}

type Subjects = CarePlan['subjects']

function allCodes(before: Subjects, after: Subjects): ReadonlySet<string> {
  return new Set([...Object.keys(before), ...Object.keys(after)])
}

/** Plans of one version share their subjects. */
function createCodes(): typeof allCodes {
  const known = new WeakMap<Subjects, ReadonlySet<string>>()
  return (before, after) => {
    // One comparer has one version to compare with.
    const codes = known.get(before) ?? allCodes(before, after)
    known.set(before, codes)
    return codes
  }
}

type SameWindows = (a: SubjectWindows, b: SubjectWindows) => boolean

/** Plans of one shape share their lists, so each two lists are compared once. */
function createSameWindows(): SameWindows {
  const known = new WeakMap<SubjectWindows, WeakMap<SubjectWindows, boolean>>()
  return (a, b) => {
    const ofA = known.get(a) ?? new WeakMap<SubjectWindows, boolean>()
    known.set(a, ofA)
    const found = ofA.get(b)
    if (found !== undefined) return found
    const is = sameSteps(a, b)
    ofA.set(b, is)
    return is
  }
}

function sameSteps({ steps: a }: SubjectWindows, { steps: b }: SubjectWindows): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, status }, k) => start === b[k]?.start && status === b[k].status)
  )
}

function windowsOf({ subjects, windows }: CarePlan, subject: string): SubjectWindows | undefined {
  const entry = subjects[subject]
  return entry && windows[entry.index]
}

/** Statuses in turn, each with the instant from which it holds. */
type Run = readonly { readonly start: Instant; readonly status: Status }[]

function runOf(plan: CarePlan, subject: string, at: Instant): Run | null {
  const entry = plan.subjects[subject]
  if (entry === undefined) return null
  const run: { start: Instant; status: Status }[] = []
  for (const { start: elapsed, status } of plan.windows[entry.index]?.steps ?? []) {
    const start = plan.anchor + elapsed
    // What holds at `at` holds from it on, as far as the two are compared.
    if (start <= at) run.length = 0
    if (run.at(-1)?.status !== status) run.push({ start: Math.max(start, at), status })
  }
  return run
}

function sameRun(a: Run | null, b: Run | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.length === b.length &&
    a.every(({ start, status }, k) => start === b[k]?.start && status === b[k].status)
  )
}

function answerOf(plan: CarePlan, subject: string, at: Instant): Answer | null {
  if (plan.subjects[subject] === undefined) return null
  const { status, opensAt } = assess(plan, subject, at)
  return { status, opensAt }
}
