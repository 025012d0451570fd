import type { Application } from './application.ts'
import type { SubjectRules } from './compiled.ts'
import {
  baseCircumstances,
  type Circumstances,
  type Demand,
  demandOf,
  turningPoints,
} from './demand.ts'
import type { Moved, SubjectEffects } from './effects.ts'
import { cautionOf } from './status.ts'
import type { Change, Step, SubjectWindows } from './subject-windows.ts'
import type { Instant } from './time.ts'
import { ledgerVoices, personalVoices, type Voice } from './voice.ts'

/** Merges every position on one subject after one procedure into the answers over time: the strictest at each instant. */
export function subjectWindows(
  subject: SubjectRules,
  application: Application,
  effects: SubjectEffects,
): SubjectWindows {
  const { code } = subject
  if (subject.group) return { subject: code, steps: [], reasons: [] }
  const instants = [...application.instants]
  const voices = [...ledgerVoices(subject, application), ...personalVoices(effects, instants)]
  const base = {
    ...baseCircumstances(subject, { ...application, instants }),
    history: effects.history,
  }
  const points = breakpoints(voices, base, effects)
  const steps = points.map((point) => stepAt(point, voices, circumstancesAt(point, base, effects)))
  const before = preparation(subject, application)
  return {
    subject: code,
    steps: [
      ...before.steps,
      ...steps.filter((step, k) => k === 0 || !sameAnswer(step, steps[k - 1])),
    ],
    reasons: [...voices.map((voice) => voice.reason), ...before.reasons],
  }
}

/** Ahead of a planned procedure, what its preparation names is for the clinic: nothing is known to be allowed. */
function preparation(
  subject: SubjectRules,
  { instants }: Application,
): Omit<SubjectWindows, 'subject'> {
  // Leads are numbered with the other lengths, and the list is as long as they are.
  const leads = subject.preparations.map((one) => ({
    ...one,
    start: instants[one.lead] as Instant,
  }))
  const [first] = leads.sort((a, b) => a.start - b.start)
  if (!first) return { steps: [], reasons: [] }
  const { id, source, start } = first
  return {
    steps: [{ start, status: 'unknown', governing: id, changedBy: ['time'] }],
    reasons: [{ id, kind: 'preparation', source, stance: 'ask', window: null }],
  }
}

type Heard = Voice & { readonly demand: Demand }

function stepAt(point: Instant, voices: readonly Voice[], now: Circumstances): Step {
  const demands = voices.flatMap((voice): readonly Heard[] => {
    const circumstances = voice.shortens ? now : { ...now, shortenedTo: undefined }
    const demand = demandOf(voice.rule, point, circumstances)
    return demand ? [{ ...voice, demand }] : []
  })
  const prescribed = demands.some(({ rule }) => rule.stance === 'continue')
  const [first, ...others] = prescribed ? demands.map(softened) : demands
  if (!first) return { start: point, status: 'allowed', governing: null, changedBy: [] }
  const governing = others.reduce((best, next) => (outweighs(next, best) ? next : best), first)
  return {
    start: point,
    status: governing.demand.status,
    governing: governing.reason.id,
    changedBy: changesOf([first, ...others], governing),
  }
}

/** Nobody stops a prescribed medicine on their own, so an avoid against it is a question for the clinician. */
function softened(one: Heard): Heard {
  return one.demand.status === 'avoid'
    ? { ...one, demand: { ...one.demand, status: 'ask-clinic' } }
    : one
}

/**
 * The stricter restriction governs; where there is none, a recommendation goes before a mere permission. Of two alike the
 * one that lasts longer, then the one with a figure of its own.
 */
function outweighs(next: Heard, best: Heard): boolean {
  const difference = weightOf(next) - weightOf(best)
  if (difference !== 0) return difference > 0
  if (next.demand.until !== best.demand.until) return next.demand.until > best.demand.until
  // What a clinician decided for this person is named before the figures it moved.
  if (next.reason.kind !== best.reason.kind) return next.reason.kind === 'override'
  return next.rule.ends.length > 0 && best.rule.ends.length === 0
}

function weightOf({ demand }: Heard): number {
  return demand.status === 'recommended' ? cautionOf('allowed') + 0.5 : cautionOf(demand.status)
}

const CHANGES: readonly Change[] = ['time', 'report', 'clearance', 'fact']

/** What would change the answer: what ends any of the demands as strict as the one that governs. */
function changesOf(heard: readonly Heard[], governing: Heard): readonly Change[] {
  const binding = heard.filter(
    ({ demand }) => cautionOf(demand.status) === cautionOf(governing.demand.status),
  )
  const changes = new Set<Change>()
  for (const { demand, reason } of binding) {
    if (Number.isFinite(demand.until)) changes.add('time')
    if (demand.endedBy !== 'time') changes.add(demand.endedBy)
    if (reason.unconfirmed) changes.add('fact')
  }
  return CHANGES.filter((change) => changes.has(change))
}

function circumstancesAt(
  point: Instant,
  base: Circumstances,
  effects: SubjectEffects,
): Circumstances {
  return {
    ...base,
    clearedAt: effects.clearances.findLast((clearance) => clearance <= point),
    shortenedTo: overrideInForce(effects.overrides, point)?.end,
  }
}

/** The last override given by then; of one instant the one that holds longer. */
function overrideInForce(overrides: readonly Moved[], point: Instant): Moved | undefined {
  const given = overrides.filter((override) => override.moves && override.at <= point)
  return given.reduce<Moved | undefined>((best, next) => {
    if (!best || next.at > best.at) return next
    return next.at === best.at && (next.end ?? 0) > (best.end ?? 0) ? next : best
  }, undefined)
}

function breakpoints(
  voices: readonly Voice[],
  base: Circumstances,
  effects: SubjectEffects,
): readonly Instant[] {
  const own = voices.flatMap(({ rule }) => turningPoints(rule, base))
  const points = [base.start, ...own, ...effects.reportInstants, ...effects.clearances]
  return [...new Set(points.filter((point) => point >= base.start))].sort((a, b) => a - b)
}

function sameAnswer(a: Step, b: Step | undefined): boolean {
  return (
    a.status === b?.status &&
    a.governing === b.governing &&
    a.changedBy.join() === b.changedBy.join()
  )
}
