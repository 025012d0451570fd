import { type CarePlan, cautionOf, type Instant, type Status } from '@afterglow/engine'
import type { CareNote } from '../plan/care-note.ts'
import type { Span } from '../plan/span.ts'
import { type SubjectLine, subjectLines } from '../plan/subject-line.ts'
import type { Becomes } from './calendar-words.ts'

/** What changes at one instant. */
export interface PlanChange {
  readonly at: Instant
  /** The same while the same things change in the same order, whatever the instant. */
  readonly id: string
  readonly entries: readonly ChangeEntry[]
}

export interface ChangeEntry {
  readonly subject: string
  /** The narrower subjects that change with it. */
  readonly standsFor: readonly string[]
  readonly becomes: Becomes
  readonly note: CareNote | null
  /** Narrower subjects that are stricter then, and so are not meant. */
  readonly except: readonly string[]
  readonly medicine: boolean
}

/** Every instant in `[from, until)` at which an answer opens or shuts, or its care does, each with all that changes then. */
export function planChanges(
  plan: CarePlan,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): readonly PlanChange[] {
  // From the very first on, so that a file made later names the same things.
  const lines = subjectLines(plan, Number.NEGATIVE_INFINITY)
  const found = lines.flatMap((line) => changesOf(line, lines, plan))
  const instants = new Set(found.map(({ at }) => at).filter((at) => at >= from && at < until))
  return [...instants]
    .sort((a, b) => a - b)
    .map((at) =>
      changeAt(
        at,
        found.filter((one) => one.at === at),
      ),
    )
}

interface Found {
  readonly at: Instant
  /** The how-manieth change of its subject this is. */
  readonly number: number
  readonly entry: ChangeEntry
}

function changeAt(at: Instant, found: readonly Found[]): PlanChange {
  const [first] = found
  // An instant is one of those found.
  return {
    at,
    id: `${first?.entry.subject}-${first?.number}`,
    entries: found.map(({ entry }) => entry),
  }
}

function changesOf(
  line: SubjectLine,
  lines: readonly SubjectLine[],
  plan: CarePlan,
): readonly Found[] {
  const below = lines.filter(({ subject }) =>
    plan.subjects[subject]?.broader.includes(line.subject),
  )
  const changing = line.spans.filter((span, k) => {
    const before = line.spans[k - 1]
    return before !== undefined && BECOMES[before.status] !== BECOMES[span.status]
  })
  return changing.map((span, k) => ({
    at: span.from,
    number: k + 1,
    entry: entryOf(line, span, below),
  }))
}

function entryOf(line: SubjectLine, span: Span, below: readonly SubjectLine[]): ChangeEntry {
  return {
    subject: line.subject,
    standsFor: line.standsFor,
    becomes: BECOMES[span.status],
    note: span.note,
    medicine: line.medicine,
    except: below
      .filter((one) => cautionOf(statusAt(one, span.from)) > cautionOf(span.status))
      .map(({ subject }) => subject),
  }
}

function statusAt({ spans }: SubjectLine, at: Instant): Status {
  return spans.findLast(({ from }) => from <= at)?.status ?? 'unknown'
}

const BECOMES: Readonly<Record<Status, Becomes>> = {
  recommended: 'open',
  allowed: 'open',
  caution: 'caution',
  unknown: 'ask-clinic',
  'ask-clinic': 'ask-clinic',
  avoid: 'avoid',
}
