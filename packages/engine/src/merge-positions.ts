import type { Application } from './application.ts'
import type { SubjectRules } from './compiled.ts'
import {
  baseCircumstances,
  type Circumstances,
  type Demand,
  demandsOf,
  standingOf,
} from './demand.ts'
import { type Moved, NO_EFFECTS, type SubjectEffects } from './effects.ts'
import type { Status } from './codes.ts'
import { cautionOf } from './status.ts'
import { type Change, createWindows, type Step, type SubjectWindows } from './subject-windows.ts'
import type { Instant } from './time.ts'
import { type Voice, voicesOn } from './voice.ts'

/** Merges every position on one subject after one procedure into the answers over time: the strictest at each instant. */
export function subjectWindows(
  subject: SubjectRules,
  application: Application,
  effects: SubjectEffects,
): SubjectWindows {
  const { code } = subject
  if (subject.group) return createWindows(code, [], [])
  const voices = voicesOn(subject, application, effects)
  const base = { ...baseCircumstances(subject, application), history: effects.history }
  const steps: Step[] = []
  const stretches = circumstancesOver(base, effects)
  stretches.forEach((now, k) => {
    const until = stretches[k + 1]?.since ?? Number.POSITIVE_INFINITY
    addSteps(steps, heardIn(voices, now), { from: now.since, until })
  })
  const before = preparation(subject, application)
  return createWindows(code, before.steps.length === 0 ? steps : [...before.steps, ...steps], [
    ...voices.map((voice) => voice.reason),
    ...before.reasons,
  ])
}

/** Ahead of a planned procedure, what its preparation names is for the clinic: nothing is known to be allowed. */
function preparation(
  subject: SubjectRules,
  { instants }: Application,
): Pick<SubjectWindows, 'steps' | 'reasons'> {
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

/** One demand of a voice. */
interface Heard {
  readonly voice: Voice
  readonly demand: Demand
}

interface Span {
  readonly from: Instant
  readonly until: Instant
}

function heardIn(voices: readonly Voice[], now: Circumstances): readonly Heard[] {
  const heard: Heard[] = []
  for (const voice of voices) {
    const mayShorten = voice.shortens || now.shortenedTo === undefined
    const own = mayShorten ? now : { ...now, shortenedTo: undefined }
    for (const demand of demandsOf(standingOf(voice.rule, voice.clock, now), own))
      heard.push({ voice, demand })
  }
  return heard
}

/** The answers in a span in which nothing is said, appended to those before it. */
function addSteps(steps: Step[], heard: readonly Heard[], span: Span): void {
  const points = new Set<Instant>([span.from])
  for (const { demand } of heard) {
    if (demand.from > span.from && demand.from < span.until) points.add(demand.from)
    if (demand.until > span.from && demand.until < span.until) points.add(demand.until)
  }
  for (const point of [...points].sort((a, b) => a - b)) {
    const step = stepAt(point, heard)
    if (!sameAnswer(step, steps.at(-1))) steps.push(step)
  }
}

function stepAt(point: Instant, heard: readonly Heard[]): Step {
  const prescribed = heard.some(
    (one) => one.voice.rule.stance === 'continue' && isHeardAt(one, point),
  )
  let governing: Heard | undefined
  for (const one of heard) {
    if (!isHeardAt(one, point)) continue
    const next = prescribed ? softened(one) : one
    if (!governing || outweighs(next, governing)) governing = next
  }
  if (!governing) return { start: point, status: 'allowed', governing: null, changedBy: [] }
  const { demand, voice } = governing
  const changedBy = changesOf(point, heard, { status: demand.status, prescribed })
  return { start: point, status: demand.status, governing: voice.reason.id, changedBy }
}

function isHeardAt({ demand }: Heard, point: Instant): boolean {
  return demand.from <= point && point < demand.until
}

/** Nobody stops a prescribed medicine on their own, so an avoid against a `continue` is a question for the clinician. */
function softened(one: Heard): Heard {
  return one.demand.status === 'avoid'
    ? { ...one, demand: { ...one.demand, status: 'ask-clinic', endedBy: 'clearance' } }
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
  if (next.voice.reason.kind !== best.voice.reason.kind) {
    return next.voice.reason.kind === 'override'
  }
  return next.voice.rule.ends.length > 0 && best.voice.rule.ends.length === 0
}

function weightOf({ demand }: Heard): number {
  return demand.status === 'recommended' ? cautionOf('allowed') + 0.5 : cautionOf(demand.status)
}

const CHANGES: readonly Change[] = ['time', 'report', 'clearance', 'fact']

interface Answer {
  readonly status: Status
  readonly prescribed: boolean
}

/** What would change the answer: what ends any of the demands as strict as the one that governs. */
function changesOf(
  point: Instant,
  heard: readonly Heard[],
  { status, prescribed }: Answer,
): readonly Change[] {
  let bits = 0
  for (const one of heard) {
    if (!isHeardAt(one, point)) continue
    const { demand, voice } = prescribed ? softened(one) : one
    if (cautionOf(demand.status) !== cautionOf(status)) continue
    if (demand.until !== Number.POSITIVE_INFINITY) bits |= 1
    if (demand.endedBy !== 'time') bits |= 1 << CHANGES.indexOf(demand.endedBy)
    if (voice.reason.unconfirmed) bits |= 1 << CHANGES.indexOf('fact')
  }
  // Sixteen sets of four, by their bits.
  return CHANGE_SETS[bits] as readonly Change[]
}

/** Every set of changes, each one list: equal sets are the same list. */
const CHANGE_SETS: readonly (readonly Change[])[] = Array.from(
  { length: 1 << CHANGES.length },
  (_, bits) => CHANGES.filter((_change, k) => (bits >> k) % 2 === 1),
)

/** The circumstances one after the other, each until something more is said. */
function circumstancesOver(base: Circumstances, effects: SubjectEffects): readonly Circumstances[] {
  if (effects === NO_EFFECTS) return [base]
  const { reportInstants, clearances, overrides } = effects
  const said = [
    base.since,
    ...reportInstants,
    ...clearances,
    ...overrides.map((override) => override.at),
  ]
  return [...new Set(said)]
    .filter((since) => since >= base.since)
    .sort((a, b) => a - b)
    .map((since) => ({
      ...base,
      since,
      clearedAt: clearances.findLast((clearance) => clearance <= since),
      shortenedTo: overrideInForce(overrides, since)?.end,
    }))
}

/** The last override given by then; of one instant the one that holds longer. */
function overrideInForce(overrides: readonly Moved[], point: Instant): Moved | undefined {
  const given = overrides.filter((override) => override.moves && override.at <= point)
  return given.reduce<Moved | undefined>((best, next) => {
    if (!best || next.at > best.at) return next
    return next.at === best.at && (next.end ?? 0) > (best.end ?? 0) ? next : best
  }, undefined)
}

function sameAnswer(a: Step, b: Step | undefined): boolean {
  return a.status === b?.status && a.governing === b.governing && a.changedBy === b.changedBy
}
