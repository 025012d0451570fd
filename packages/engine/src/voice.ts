import { type Bits, type FactBits, holds, unconfirmedKeys } from './applicability.ts'
import type { Application } from './application.ts'
import type { Stance } from './codes.ts'
import type { Rule, SubjectRules } from './compiled.ts'
import type { Moved, SubjectEffects } from './effects.ts'
import type { Reason } from './reason.ts'

/** One position that speaks, how it is shown, and the clock its lengths are read from. */
export interface Voice {
  readonly rule: Rule
  readonly reason: Reason
  readonly clock: VoiceClock
  /** Whether a clinician's override may end it early: never what a broader override or the patient's own doctor said. */
  readonly shortens: boolean
}

type VoiceClock = Pick<Application, 'start' | 'instants'>

/** Everything that speaks of a subject for this person: the ledger, then clinicians' overrides, then reported advice. */
export function voicesOn(
  subject: SubjectRules,
  application: Application,
  { overrides, advice }: SubjectEffects,
): readonly Voice[] {
  const voices = ledgerVoices(subject, application)
  if (overrides.length === 0 && advice.length === 0) return voices
  return [
    ...voices,
    ...overrides.map((moved) => personalVoice(moved, 'override', application)),
    ...advice.map((moved) => personalVoice(moved, 'advice', application)),
  ]
}

function ledgerVoices(subject: SubjectRules, application: Application): readonly Voice[] {
  const voices: Voice[] = []
  for (const rule of subject.rules) {
    if (!holds(rule.gate, bitsFor(rule, application.facts))) continue
    voices.push({ rule, reason: reasonOf(rule, application), clock: application, shortens: true })
  }
  return voices
}

/** A restriction binds while a test may hold; a recommendation or permission only where it does hold. */
export function readsCertain(stance: Stance): boolean {
  return stance === 'use' || stance === 'allow'
}

function bitsFor({ stance }: Rule, facts: FactBits): Bits {
  return readsCertain(stance) ? facts.certain : facts.possible
}

function reasonOf(rule: Rule, { facts }: Application): Reason {
  const unconfirmed = unconfirmedKeys(rule.gate, facts)
  return unconfirmed.length === 0 ? rule.reason : { ...rule.reason, unconfirmed }
}

/** A window that somebody set, on a clock of its own: it starts when it was said. */
function personalVoice(moved: Moved, kind: 'override' | 'advice', { start }: Application): Voice {
  const position = {
    id: moved.id,
    source: moved.by,
    stance: 'avoid' as const,
    window: { until: moved.stated },
  }
  const reason: Reason = {
    ...position,
    kind,
    ...(moved.reason !== undefined && { note: moved.reason }),
  }
  const instants = moved.end === undefined ? [moved.at] : [moved.at, moved.end]
  return {
    rule: {
      position,
      reason,
      stance: 'avoid',
      gate: undefined,
      from: 0,
      ends: moved.end === undefined ? [] : [1],
      cleared: moved.end === undefined,
      settledSigns: [],
      maybe: undefined,
    },
    reason,
    clock: { start, instants },
    shortens: kind === 'override' && moved.moves,
  }
}
