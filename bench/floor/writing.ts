import type { Reason } from '../../packages/engine/src/index.ts'
import type { Applicability, Position, Protocol } from '../../packages/engine/src/protocol.ts'
import { type CodedGate, codedGate } from './fact-code.ts'
import type { Segment } from './segments.ts'
import { FOREVER } from './time-code.ts'

/** What a subject's code needs from around it. */
export interface Writing {
  readonly protocol: Protocol
  /** Every test of the ledger in the order met. */
  readonly order: readonly string[]
  /** The ids of the positions, numbered; code names them by number. */
  readonly ids: string[]
  /** Shared values that the code names as `C[k]`. */
  readonly constants: unknown[]
  /** The code of windows that are the same for everybody, named `F0`, `F1`... */
  readonly fixed: string[]
  /** Where a rules engine decides which rules apply: the number of each, which the code looks up as `rules[k]`. */
  readonly numbers?: ReadonlyMap<object, number>
}

/** One position that speaks of the subject, made ready to be written down. */
export interface Speaker {
  readonly position: Position
  readonly gate: CodedGate | undefined
  readonly segments: readonly Segment[]
  readonly who: number
  readonly lenient: boolean
}

export interface Before {
  /** The code of the step before the procedure's end; empty for none. */
  readonly step: string
  readonly reasons: readonly Reason[]
}

/** The gate of a rule; where an engine decides, what it said stands in for the test. */
export function gateOf(
  rule: { readonly when?: Applicability | undefined },
  writing: Writing,
): CodedGate | undefined {
  if (!rule.when) return undefined
  const gate = codedGate(rule.when, writing.order)
  const number = writing.numbers?.get(rule)
  return number === undefined ? gate : { ...gate, applies: `rules[${number}] === 1` }
}

/** What would end a stretch: time 1, report 2, clearance 4. */
export function maskOf({ to, endedBy }: Segment): number {
  return (to === FOREVER ? 0 : 1) | (endedBy === 'report' ? 2 : endedBy === 'clearance' ? 4 : 0)
}

export function constant(writing: Writing, value: unknown): string {
  return `C[${writing.constants.push(value) - 1}]`
}
