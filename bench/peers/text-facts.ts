import type { PatientFacts, Procedure } from '../../packages/engine/src/index.ts'
import type { Applicability } from '../../packages/engine/src/protocol.ts'
import { FACTS, type FactKey } from '../floor/fact-code.ts'

export const UNKNOWN_WORD = 'unknown'
const NO_DEPTH = { depthLeast: -1, depthMost: 99 }
const UNKNOWN_ONLY: readonly string[] = [UNKNOWN_WORD]
const KEYS = Object.entries(FACTS) as [
  Exclude<FactKey, 'needleDepthMm'>,
  (typeof FACTS)['device'],
][]

/**
 * A session's facts as a declarative engine takes them: lists of words, with `unknown` among them where something is not
 * known, and a depth as the least and the most that it may be. So one plain test each says "holds" and "may hold".
 */
export function textFacts(
  procedure: Partial<Procedure>,
  patient: PatientFacts,
): Readonly<Record<string, unknown>> {
  const depth = procedure.needleDepthMm
  const facts: Record<string, unknown> =
    depth === undefined ? { ...NO_DEPTH } : { depthLeast: depth, depthMost: depth }
  for (const [key, { from, codes }] of KEYS) {
    const told =
      from === 'procedure' ? procedure[key as keyof Procedure] : patient[key as keyof PatientFacts]
    facts[key] = toldWords(told, codes)
  }
  return facts
}

function toldWords(told: unknown, codes: readonly string[]): readonly string[] {
  if (told === undefined) return UNKNOWN_ONLY
  // A session's facts besides the depth are words or lists of words.
  const list = Array.isArray(told) ? (told as readonly string[]) : [told as string]
  return list.every((word) => codes.includes(word)) ? list : [...list, UNKNOWN_WORD]
}

/** The tests of words, by fact; the depth's stands apart. */
export function listTests(
  tests: Omit<Applicability, 'anyOf'>,
): readonly (readonly [fact: string, words: readonly string[]])[] {
  return KEYS.flatMap(([key]) => {
    const words = tests[key]
    return words ? [[key, words] as const] : []
  })
}
