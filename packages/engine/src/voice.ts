import { type Bits, type FactBits, holds, unconfirmedKeys } from './applicability.ts'
import type { Application } from './application.ts'
import type { Rule, SubjectRules } from './compiled.ts'
import type { Moved, SubjectEffects } from './effects.ts'
import type { Reason } from './reason.ts'
import type { Instant } from './time.ts'

/** One position that speaks, and how it is shown. */
export interface Voice {
  readonly rule: Rule
  readonly reason: Reason
  /** Whether a clinician's override may end it early: never what a broader override or the patient's own doctor said. */
  readonly shortens: boolean
}

/** The ledger's positions that apply to this person. */
export function ledgerVoices(subject: SubjectRules, application: Application): readonly Voice[] {
  return subject.rules
    .filter((rule) => holds(rule.gate, bitsFor(rule, application.facts)))
    .map((rule) => ({ rule, reason: reasonOf(rule, application), shortens: true }))
}

/** What a clinician decided and the patient's own doctor said, as positions; their instants are appended to the clock. */
export function personalVoices(effects: SubjectEffects, instants: Instant[]): readonly Voice[] {
  return [
    ...effects.overrides.map((moved) => personalVoice(moved, 'override', instants)),
    ...effects.advice.map((moved) => personalVoice(moved, 'advice', instants)),
  ]
}

/** A restriction binds while a test may hold; a recommendation or permission only where it does hold. */
function bitsFor(rule: Rule, facts: FactBits): Bits {
  return rule.stance === 'use' || rule.stance === 'allow' ? facts.certain : facts.possible
}

function reasonOf(rule: Rule, { facts, compiled }: Application): Reason {
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

function personalVoice(moved: Moved, kind: 'override' | 'advice', instants: Instant[]): Voice {
  const from = instants.push(moved.at) - 1
  const end = moved.end === undefined ? [] : [instants.push(moved.end) - 1]
  const position = {
    id: moved.id,
    source: moved.by,
    stance: 'avoid' as const,
    window: { until: moved.stated },
  }
  return {
    rule: {
      position,
      stance: 'avoid',
      gate: undefined,
      from,
      ends: end,
      cleared: moved.end === undefined,
      settledSigns: [],
      maybe: undefined,
    },
    reason: { ...position, kind, ...(moved.reason !== undefined && { note: moved.reason }) },
    shortens: kind === 'override' && moved.moves,
  }
}
