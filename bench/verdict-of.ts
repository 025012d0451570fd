import type {
  Elapsed,
  Instant,
  Reason,
  Step,
  SubjectWindows,
  Verdict,
} from '../packages/engine/src/index.ts'

/** The answer read off one subject's windows, as anybody would write it for one procedure: the floor's and the peers'. */
export function verdictOf(
  { subject, steps, reasons }: SubjectWindows,
  anchor: Instant,
  at: Instant,
): Verdict {
  let current = steps.length - 1
  while (current >= 0 && startAt(steps, current) > at - anchor) current--
  const step = steps[current]
  return {
    subject,
    at,
    status: step?.status ?? 'unknown',
    since: step ? anchor + startAt(steps, runStart(steps, current)) : null,
    opensAt: dated(opening(steps, current), anchor),
    nextChangeAt: dated(nextChange(steps, current), anchor),
    changedBy: step?.changedBy ?? ['time'],
    governing: step ? reasonWith(reasons, step.governing) : null,
    reasons,
  }
}

function startAt(steps: readonly Step[], k: number): Elapsed {
  // Callers stay inside the list.
  return (steps[k] as Step).start
}

function dated(elapsed: Elapsed | undefined, anchor: Instant): Instant | null {
  return elapsed === undefined ? null : anchor + elapsed
}

function runStart(steps: readonly Step[], current: number): number {
  let k = current
  while (k > 0 && steps[k - 1]?.status === steps[current]?.status) k--
  return k
}

function isOpenStep(step: Step | undefined): boolean {
  return step?.status === 'caution' || step?.status === 'allowed' || step?.status === 'recommended'
}

function opening(steps: readonly Step[], current: number): Elapsed | undefined {
  let k = current
  if (isOpenStep(steps[k])) {
    while (k > 0 && isOpenStep(steps[k - 1])) k--
    return startAt(steps, k)
  }
  for (k = current + 1; k < steps.length; k++) if (isOpenStep(steps[k])) return startAt(steps, k)
  return undefined
}

function nextChange(steps: readonly Step[], current: number): Elapsed | undefined {
  const status = steps[current]?.status ?? 'unknown'
  for (let k = current + 1; k < steps.length; k++)
    if (steps[k]?.status !== status) return startAt(steps, k)
  return undefined
}

function reasonWith(reasons: readonly Reason[], id: string | null): Reason | null {
  if (id === null) return null
  for (const reason of reasons) if (reason.id === id) return reason
  return null
}
