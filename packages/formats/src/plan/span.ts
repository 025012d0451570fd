import {
  type CarePlan,
  governingOf,
  type Instant,
  type Reason,
  type Status,
  type Step,
  type SubjectWindows,
} from '@afterglow/engine'
import { type CareNote, careNoteOf } from './care-note.ts'

/** `[from, until)` in which one answer holds, on one condition; the last one has no end. */
export interface Span {
  readonly from: Instant
  readonly until: Instant | null
  readonly status: Status
  readonly note: CareNote | null
  /** What decides, in time order; more than one where reasons take turns with the same answer. */
  readonly governedBy: readonly Governing[]
}

/** The voice that decides: what it is, who says it, and the procedure it counts from. */
export interface Governing {
  readonly reason: string
  readonly kind: Reason['kind']
  /** As a reason has it: a source's code, a clinician, `patient`, or the code of a protocol that does not cover. */
  readonly source: string
  readonly procedure: string | null
}

/** Every answer on a subject from `at` on, the one that holds then first. None for a pure group or an unknown subject. */
export function spansFrom(plan: CarePlan, subject: string, at: Instant): readonly Span[] {
  const entry = Object.hasOwn(plan.subjects, subject) ? plan.subjects[subject] : undefined
  const windows = entry && !entry.group ? plan.windows[entry.index] : undefined
  if (!windows) return []
  const spans = piecesOf(plan, windows)
    .filter(({ until }) => until === null || until > at)
    .map((piece) => ({ ...piece, from: Math.max(piece.from, at) }))
  return merged(spans)
}

/** One piece for each step, and one before them all: until a procedure has ended, nothing is known. */
function piecesOf(plan: CarePlan, windows: SubjectWindows): readonly Span[] {
  const { steps } = windows
  const [first] = steps
  const before: Span = {
    from: Number.NEGATIVE_INFINITY,
    until: first ? plan.anchor + first.start : null,
    status: 'unknown',
    note: null,
    governedBy: [],
  }
  return [before, ...steps.map((_, k) => pieceOf(plan, windows, k))]
}

function pieceOf(plan: CarePlan, { steps, reasons }: SubjectWindows, k: number): Span {
  // `k` counts the steps.
  const step = steps[k] as Step
  const next = steps[k + 1]
  const reason = governingOf(step, reasons)
  return {
    from: plan.anchor + step.start,
    until: next ? plan.anchor + next.start : null,
    status: step.status,
    note: careNoteOf(step.status, reason),
    governedBy: reason ? [governing(plan, reason)] : [],
  }
}

function governing(plan: CarePlan, { id, kind, source, procedure }: Reason): Governing {
  return { reason: id, kind, source, procedure: procedure ?? plan.procedures[0]?.id ?? null }
}

/** Neighbours with one answer on one condition are one span. */
function merged(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of spans) {
    const last = found.at(-1)
    if (last && isSameAnswer(last, span)) found[found.length - 1] = joined(last, span)
    else found.push(span)
  }
  return found
}

function isSameAnswer(a: Span, b: Span): boolean {
  return a.status === b.status && JSON.stringify(a.note) === JSON.stringify(b.note)
}

function joined(a: Span, b: Span): Span {
  return { ...a, until: b.until, governedBy: governingAny([a, b]) }
}

/** What governs any of the spans, each once. */
export function governingAny(spans: readonly Span[]): readonly Governing[] {
  const all = spans.flatMap(({ governedBy }) => governedBy)
  return all.filter(
    (one, k) =>
      all.findIndex((other) => other.reason === one.reason && other.procedure === one.procedure) ===
      k,
  )
}
