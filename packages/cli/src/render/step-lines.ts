import { isOpen, type Reason, type Step, type Verdict } from '@afterglow/engine'
import { lowerFirst } from '@afterglow/ledger'
import { EXPLAIN, STANCE, STATUS } from '../copy.ts'
import { bullet } from '../layout.ts'
import { clockText } from '../time-text.ts'
import { reasonSource } from './source-lines.ts'
import type { View } from './view.ts'
import { outerText, windowText } from './window-text.ts'

/** From one instant to the next one answer, for one reason; null where it stays. */
interface Stage {
  readonly from: number
  readonly until: number | null
  readonly step: Step
  readonly reason: Reason | undefined
}

/** How the answer goes on from here, stage by stage: of a group, the answer on the narrower subject that decides. */
export function stepLines(view: View, verdict: Verdict): readonly string[] {
  return stagesOf(view, decidingOne(verdict)).flatMap((stage) =>
    bullet(view.look, `${spanText(view, stage)}: ${stageText(view, stage)}`),
  )
}

function decidingOne(verdict: Verdict): Verdict {
  const below = verdict.narrower?.find((one) => one.status === verdict.status)
  return below ? decidingOne(below) : verdict
}

function stagesOf({ plan, at }: View, { subject, reasons }: Verdict): readonly Stage[] {
  const entry = Object.hasOwn(plan.subjects, subject) ? plan.subjects[subject] : undefined
  const steps = (entry && plan.windows[entry.index]?.steps) ?? []
  const changes = steps.filter((step, k) => !isLike(step, steps[k - 1]))
  return changes.flatMap((step, k) => {
    const next = changes[k + 1]
    const until = next ? plan.anchor + next.start : null
    if (until !== null && until <= at) return []
    const reason = reasons.find(
      (one) => one.id === step.governing && (step.procedure ?? one.procedure) === one.procedure,
    )
    return [{ from: plan.anchor + step.start, until, step, reason }]
  })
}

function isLike(step: Step, before: Step | undefined): boolean {
  return (
    before !== undefined &&
    before.status === step.status &&
    before.governing === step.governing &&
    before.procedure === step.procedure
  )
}

function spanText(view: View, { from, until }: Stage): string {
  const clock = (instant: number) => clockText(instant, view)
  if (from <= view.at) return until === null ? EXPLAIN.always : EXPLAIN.until(clock(until))
  return until === null ? EXPLAIN.fromOn(clock(from)) : EXPLAIN.fromUntil(clock(from), clock(until))
}

/** `not yet. Sabina Gordon (general article, undated): leave it, for 24 to 74 hours.` */
function stageText(view: View, { step, reason }: Stage): string {
  if (!reason)
    return isOpen(step.status) ? `${EXPLAIN.nothing}.` : `${lowerFirst(STATUS[step.status])}.`
  const said = `${STANCE[reason.stance]}, ${windowText(reason.window, view)}`
  const waits = step.status === 'caution' && reason.window?.and?.includes('settled')
  const silence = waits ? ` ${EXPLAIN.silence(outerText(view))}` : ''
  return `${lowerFirst(STATUS[step.status])}. ${reasonSource(view, reason)}: ${said}.${silence}`
}
