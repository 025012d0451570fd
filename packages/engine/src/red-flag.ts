import { type Bits, type Gate, gateOf, holds } from './applicability.ts'
import type { Disposition } from './codes.ts'
import type { CompiledProtocol } from './compiled.ts'
import type { Duration } from './duration.ts'
import { readLength, requireDuration } from './protocol.ts'

/** One alarm of the ledger, made ready. */
export interface RedFlag {
  /** Its id, as the basis of a reason. */
  readonly basis: readonly [string]
  readonly disposition: Disposition
  /** The lowest severity that raises it; any above none where it is undefined. */
  readonly atLeast: number | undefined
  /** One of these must be there too; empty for none. */
  readonly with: readonly string[]
  /** How long after a procedure it starts to count. */
  readonly from: Duration | undefined
  readonly gate: Gate | undefined
}

/** The flags of a protocol by their sign. */
export type RedFlags = ReadonlyMap<string, readonly RedFlag[]>

export function compileRedFlags({ protocol, atoms }: CompiledProtocol): RedFlags {
  const flags = new Map<string, RedFlag[]>()
  for (const rule of protocol.triage.redFlags) {
    const flag: RedFlag = {
      basis: [rule.id],
      disposition: rule.disposition,
      atLeast: rule.atLeast,
      with: rule.with ?? [],
      from: rule.from === undefined ? undefined : requireDuration(readLength(rule.from, protocol)),
      gate: gateOf(rule.when, atoms),
    }
    flags.set(rule.sign, [...(flags.get(rule.sign) ?? []), flag])
  }
  return flags
}

/** What a flag asks besides its own sign's severity: the signs there, the time since, and what is known of the person. */
export interface FlagQuestion {
  readonly present: readonly { readonly code: string }[]
  readonly possible: () => Bits
  readonly startedBy: (from: Duration) => boolean
}

/** Whether a flag is raised by a sign that is strong enough. What is not known of the person raises it. */
export function isRaised(flag: RedFlag, question: FlagQuestion): boolean {
  if (flag.with.length > 0 && !question.present.some((sign) => flag.with.includes(sign.code)))
    return false
  if (flag.from !== undefined && !question.startedBy(flag.from)) return false
  return flag.gate === undefined || holds(flag.gate, question.possible())
}

/** The lowest temperature that any flag counts as fever: below it a temperature is no sign. */
export function feverFrom(flags: RedFlags): number {
  let lowest: number | undefined
  for (const { atLeast } of flags.get('fever') ?? []) {
    if (atLeast !== undefined && (lowest === undefined || atLeast < lowest)) lowest = atLeast
  }
  return lowest ?? 0
}
