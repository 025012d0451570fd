import type { CarePlan } from './care-plan.ts'
import type { Status } from './codes.ts'
import { DAY_MS } from './duration.ts'
import type { Span } from './occurrence.ts'
import { isOpen } from './status.ts'
import type { Step, SubjectWindows } from './subject-windows.ts'
import type { Instant } from './time.ts'

/** A subject that was closed becomes open at an instant, and stays so for a day at least. */
export interface Opening {
  readonly subject: string
  readonly at: Instant
}

/** Which answers are meant: `free` is allowed or recommended, `caution` is open on condition. */
export type Openness = 'free' | 'caution'

/** How long an opening has to last to be told of. */
export const OPENING_MS = DAY_MS

/** Whether an answer is as open as that, or more. */
export function isAsOpen(status: Status, openness: Openness): boolean {
  if (openness === 'caution') return isOpen(status)
  return status === 'allowed' || status === 'recommended'
}

/**
 * The openings in a span, in time order: each subject stands for the narrower ones that open with it, and a pure group
 * for all of its own where they open together.
 */
export function openingsOf(plan: CarePlan, span: Span, openness: Openness): readonly Opening[] {
  const bySubject = plan.windows.flatMap((windows) =>
    openingsAt(windows, openness)
      .map((start) => ({ subject: windows.subject, at: plan.anchor + start }))
      .filter(({ at }) => at >= span.from && at < span.until),
  )
  const instants = [...new Set(bySubject.map(({ at }) => at))].sort((a, b) => a - b)
  return instants.flatMap((at) => {
    const own = bySubject.filter((one) => one.at === at).map(({ subject }) => subject)
    return broadest(plan, own).map((subject) => ({ subject, at }))
  })
}

/** What time alone makes known, as before a session ends, was not closed. */
function isClosed({ status, changedBy }: Omit<Step, 'start'>): boolean {
  return !isOpen(status) && !(status === 'unknown' && changedBy.includes('time'))
}

function openingsAt({ steps }: SubjectWindows, openness: Openness): readonly number[] {
  let wasClosed = false
  return steps.flatMap(({ start, ...step }, k) => {
    const opens = wasClosed && begins(step, openness)
    // What opens with care is told again when it opens freely.
    if (isAsOpen(step.status, 'free') || opens) wasClosed = false
    if (isClosed(step)) wasClosed = true
    return opens && lasts(steps, k, openness) ? [start] : []
  })
}

function begins({ status }: Pick<Step, 'status'>, openness: Openness): boolean {
  return openness === 'free' ? isAsOpen(status, 'free') : status === 'caution'
}

function lasts(steps: readonly Step[], k: number, openness: Openness): boolean {
  const { start } = steps[k] as Step
  return steps
    .slice(k + 1)
    .every((step) => step.start >= start + OPENING_MS || isAsOpen(step.status, openness))
}

function broadest(plan: CarePlan, opening: readonly string[]): readonly string[] {
  const own = new Set(opening)
  const opens = (code: string): boolean => {
    const subject = plan.subjects[code]
    if (!subject?.group) return own.has(code)
    return subject.narrower.length > 1 && subject.narrower.every(opens)
  }
  const broader = (code: string) => plan.subjects[code]?.broader ?? []
  const all = [...new Set(opening.flatMap((code) => [code, ...broader(code)]))].filter(opens)
  const found = new Set(all)
  return all.filter((code) => !broader(code).some((one) => found.has(one))).sort()
}
