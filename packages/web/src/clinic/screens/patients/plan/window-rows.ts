import { type Change, isOpen, type Reason, type Status } from '@afterglow/engine'
import { childrenOf, entriesOf } from '../../../../model/entry.ts'
import type { Care } from '../../../../model/care.ts'
import { subjectAnswer, type Voice } from '../../../../model/subject-answer.ts'

/** One window of the plan as a clinician reads it. */
export interface WindowRow {
  readonly subject: string
  /** Narrower ones that have the very same answer. */
  readonly standsFor: readonly string[]
  readonly status: Status
  readonly opensAt: number | null
  readonly nextChangeAt: number | null
  /** Whether anything holds it back by now, with care included. */
  readonly isHeld: boolean
  /** What would change it now. */
  readonly changedBy: readonly Change[]
  readonly governing: Reason | null
  readonly voice: Voice | null
  readonly sources: number
}

/** Every window now, what opens soonest first, then what waits for a word, then what is open. */
export function windowRows(care: Care): readonly WindowRow[] {
  const entries = entriesOf(care)
  const shown = new Set(entries.map(({ subject }) => subject))
  return entries
    .map(({ subject }) => rowOf(care, subject, shown))
    .toSorted((a, b) => turnOf(a) - turnOf(b) || whenOf(a) - whenOf(b))
}

function rowOf(care: Care, subject: string, shown: ReadonlySet<string>): WindowRow {
  const answer = subjectAnswer(care, subject)
  const { status, opensAt, nextChangeAt, changedBy, governing, voices } = answer
  return {
    subject,
    standsFor: hiddenBelow(care, subject, shown),
    status,
    opensAt,
    nextChangeAt,
    isHeld: status !== 'allowed' && status !== 'recommended',
    changedBy,
    governing,
    voice: voices.find(({ governs }) => governs) ?? null,
    sources: new Set(voices.map(({ reason }) => reason.source)).size,
  }
}

function hiddenBelow(care: Care, subject: string, shown: ReadonlySet<string>): readonly string[] {
  return childrenOf(care.plan, subject).flatMap((child) =>
    shown.has(child) ? [] : [child, ...hiddenBelow(care, child, shown)],
  )
}

function turnOf({ status, opensAt, isHeld }: WindowRow): number {
  if (!isOpen(status)) return opensAt === null ? 1 : 0
  return isHeld ? 2 : 3
}

function whenOf({ opensAt, nextChangeAt }: WindowRow): number {
  return opensAt ?? nextChangeAt ?? Number.MAX_SAFE_INTEGER
}
