import { type Bits, type FactBits, holds, unconfirmedKeys } from './applicability.ts'
import type { Status } from './codes.ts'
import type { CompiledProtocol, Rule, SubjectRules } from './compiled.ts'
import { type Circumstances, type Demand, demandOf, turningPoints } from './demand.ts'
import type { Reason } from './reason.ts'
import type { SignHistory } from './sign-history.ts'
import { cautionOf } from './status.ts'
import type { Instant } from './time.ts'

/** From `start` (inclusive) until the next step's start (exclusive) one answer holds, for one reason. */
export interface StepTemplate {
  readonly start: Instant
  readonly status: Status
  /** The id of the reason that decides; null where nothing binds. */
  readonly governing: string | null
  /** What would change the answer. */
  readonly changedBy: readonly Change[]
}

export type Change = 'time' | 'report' | 'clearance' | 'fact'

export interface SubjectTemplate {
  readonly steps: readonly StepTemplate[]
  /** Every position that speaks of the subject for this person, in ledger order. */
  readonly reasons: readonly Reason[]
}

/** A procedure's end put on a clock. */
export interface ProcedureClock {
  readonly start: Instant
  /** The instant of each of the protocol's lengths after `start`. */
  readonly instants: readonly Instant[]
}

/** What events say of one subject after one procedure, in order of their instants. */
export interface SubjectEffects {
  readonly history: SignHistory
  readonly reportInstants: readonly Instant[]
  readonly clearances: readonly Instant[]
  readonly overrides: readonly Moved[]
  readonly advice: readonly Moved[]
}

/** A window that somebody set for this person: it acts from `at` on. */
export interface Moved {
  readonly id: string
  readonly by: string
  readonly at: Instant
  /** Undefined for "until a clinician says so". */
  readonly end: Instant | undefined
  readonly stated: string
  readonly reason?: string
  /** Whether it moves this very subject's windows; an override of a broader subject only adds. */
  readonly moves: boolean
}

export const NO_EFFECTS: SubjectEffects = {
  history: new Map(),
  reportInstants: [],
  clearances: [],
  overrides: [],
  advice: [],
}

const CHANGES: readonly Change[] = ['time', 'report', 'clearance', 'fact']

/** Merges every position on one subject after one procedure into the answers over time: the strictest at each instant. */
export function subjectTemplate(
  subject: SubjectRules,
  compiled: CompiledProtocol,
  clock: ProcedureClock,
  facts: FactBits,
  effects: SubjectEffects,
): SubjectTemplate {
  const applicable = subject.rules.filter((rule) => holds(rule.gate, bitsFor(rule, facts)))
  const personal = personalRules(effects, clock)
  const voices = [
    ...applicable.map((rule) => ({
      rule,
      reason: reasonOf(rule, facts, compiled),
      shortens: true,
    })),
    ...personal.voices,
  ]
  const base = {
    ...baseCircumstances(subject, compiled, { start: clock.start, instants: personal.instants }),
    history: effects.history,
  }
  const points = breakpoints(
    voices.map((voice) => voice.rule),
    base,
    effects,
  )
  const steps = points.map((point) => stepAt(point, voices, circumstancesAt(point, base, effects)))
  const before = preparationSteps(subject, clock)
  return {
    steps: [
      ...before.steps,
      ...steps.filter((step, k) => k === 0 || !sameAnswer(step, steps[k - 1])),
    ],
    reasons: [...voices.map((voice) => voice.reason), ...before.reasons],
  }
}

/** The clock of one procedure for one subject, before any event. */
export function baseCircumstances(
  subject: SubjectRules,
  compiled: CompiledProtocol,
  clock: ProcedureClock,
): Circumstances {
  return {
    instants: clock.instants,
    start: clock.start,
    typicalEnd: at(clock.instants, compiled.typicalRecoveryEnd),
    outerEnd: at(clock.instants, compiled.outerRecoveryEnd),
    statedEnd: latest(subject.statedEnds.map((end) => at(clock.instants, end))),
    history: new Map(),
    clearedAt: undefined,
    shortenedTo: undefined,
  }
}

/** Ahead of a planned procedure, what its preparation names is for the clinic: nothing is known to be allowed. */
function preparationSteps(subject: SubjectRules, clock: ProcedureClock): SubjectTemplate {
  const [first] = [...subject.preparations].sort(
    (a, b) => at(clock.instants, a.lead) - at(clock.instants, b.lead),
  )
  if (!first) return { steps: [], reasons: [] }
  return {
    steps: [
      {
        start: at(clock.instants, first.lead),
        status: 'unknown',
        governing: first.id,
        changedBy: ['time'],
      },
    ],
    reasons: [
      { id: first.id, kind: 'preparation', source: first.source, stance: 'ask', window: null },
    ],
  }
}

/** The earliest numeric avoid end that any source states on the subject; undefined where none does. */
export function floorOf(subject: SubjectRules, instants: readonly Instant[]): Instant | undefined {
  const ends = subject.floorEnds.map((end) => at(instants, end))
  return ends.length === 0 ? undefined : Math.min(...ends)
}

interface Voice {
  readonly rule: Rule
  readonly reason: Reason
  /** Whether a clinician's override may end it early: never what a broader override or the patient's own doctor said. */
  readonly shortens: boolean
}

function stepAt(point: Instant, voices: readonly Voice[], now: Circumstances): StepTemplate {
  const demands = voices.flatMap((voice) => {
    const demand = demandOf(
      voice.rule,
      point,
      voice.shortens ? now : { ...now, shortenedTo: undefined },
    )
    return demand ? [{ ...voice, demand }] : []
  })
  const prescribed = demands.some(({ rule }) => rule.stance === 'continue')
  const heard = prescribed ? demands.map(softened) : demands
  const governing = heard.reduce<(typeof heard)[number] | undefined>(
    (best, next) => (best && !outweighs(next, best) ? best : next),
    undefined,
  )
  if (!governing) return { start: point, status: 'allowed', governing: null, changedBy: [] }
  const rank = cautionOf(governing.demand.status)
  const binding = heard.filter(({ demand }) => cautionOf(demand.status) === rank)
  return {
    start: point,
    status: governing.demand.status,
    governing: governing.reason.id,
    changedBy: CHANGES.filter((change) => binding.some((one) => changesOf(one).includes(change))),
  }
}

/** Design 4.6: nobody stops a prescribed medicine on their own, so an avoid against it is a question for the clinician. */
function softened<T extends { readonly demand: Demand }>(one: T): T {
  return one.demand.status === 'avoid'
    ? { ...one, demand: { ...one.demand, status: 'ask-clinic' } }
    : one
}

/** The stricter demand governs; of two alike the one that lasts longer, then the one with a figure of its own. */
function outweighs(next: Voice & { demand: Demand }, best: Voice & { demand: Demand }): boolean {
  const difference = cautionOf(next.demand.status) - cautionOf(best.demand.status)
  if (difference !== 0) return difference > 0
  if (next.demand.until !== best.demand.until) return next.demand.until > best.demand.until
  return next.rule.ends.length > 0 && best.rule.ends.length === 0
}

function changesOf({ demand, reason }: Voice & { demand: Demand }): readonly Change[] {
  const byTime: readonly Change[] = Number.isFinite(demand.until) ? ['time'] : []
  const byOthers: readonly Change[] = demand.endedBy === 'time' ? [] : [demand.endedBy]
  return [...byTime, ...byOthers, ...(reason.unconfirmed ? (['fact'] as const) : [])]
}

/** A restriction binds while a test may hold; a recommendation or permission only where it does hold. */
function bitsFor(rule: Rule, facts: FactBits): Bits {
  return rule.stance === 'use' || rule.stance === 'allow' ? facts.certain : facts.possible
}

function reasonOf(rule: Rule, facts: FactBits, compiled: CompiledProtocol): Reason {
  const { id, source, stance, window, fact, locator, condition, why, note } = rule.position
  const unconfirmed = unconfirmedKeys(rule.gate, facts, compiled.atoms)
  return {
    id,
    kind: 'position',
    source,
    stance,
    window: window ?? null,
    ...(fact && { fact }),
    ...(locator !== undefined && { locator }),
    ...(condition !== undefined && { condition }),
    ...(why !== undefined && { why }),
    ...(note !== undefined && { note }),
    ...(unconfirmed.length > 0 && { unconfirmed }),
  }
}

/** Overrides and advice as positions of their own: their instants stand behind the protocol's on the same clock. */
function personalRules(
  effects: SubjectEffects,
  clock: ProcedureClock,
): { voices: readonly Voice[]; instants: readonly Instant[] } {
  const instants = [...clock.instants]
  const voice = (moved: Moved, kind: 'override' | 'advice'): Voice => {
    const window = { until: moved.stated }
    instants.push(moved.at)
    const from = instants.length - 1
    if (moved.end !== undefined) instants.push(moved.end)
    return {
      rule: {
        position: { id: moved.id, source: moved.by, stance: 'avoid', window },
        stance: 'avoid',
        gate: undefined,
        from,
        ends: moved.end === undefined ? [] : [instants.length - 1],
        cleared: moved.end === undefined,
        settledSigns: [],
        maybe: undefined,
      },
      reason: {
        id: moved.id,
        kind,
        source: moved.by,
        stance: 'avoid',
        window,
        ...(moved.reason !== undefined && { note: moved.reason }),
      },
      shortens: kind === 'override' && moved.moves,
    }
  }
  const voices = [
    ...effects.overrides.map((moved) => voice(moved, 'override')),
    ...effects.advice.map((moved) => voice(moved, 'advice')),
  ]
  return { voices, instants }
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
  rules: readonly Rule[],
  base: Circumstances,
  effects: SubjectEffects,
): readonly Instant[] {
  const own = rules.flatMap((rule) => turningPoints(rule, base))
  const told = [...effects.reportInstants, ...effects.clearances]
  const points = [base.start, ...own, ...told].filter(
    (point) => point >= base.start && Number.isFinite(point),
  )
  return [...new Set(points)].sort((a, b) => a - b)
}

function sameAnswer(a: StepTemplate, b: StepTemplate | undefined): boolean {
  return (
    a.status === b?.status &&
    a.governing === b.governing &&
    a.changedBy.join() === b.changedBy.join()
  )
}

function at(instants: readonly Instant[], index: number): Instant {
  // Indexes come from compileProtocol and the list is as long as its durations, or longer.
  return instants[index] as Instant
}

function latest(instants: readonly Instant[]): Instant | undefined {
  return instants.length === 0 ? undefined : Math.max(...instants)
}
