import type { PatientFacts, Procedure } from '../../packages/engine/src/index.ts'
import { FACTS, type FactKey } from '../floor/fact-code.ts'

/**
 * A session's facts as a declarative engine takes them: lists of words, with `unknown` among them where something is not
 * known, and a depth as the least and the most that it may be. So one plain test each says "holds" and "may hold".
 */
export type TextFacts = Readonly<Record<string, unknown>>

export const UNKNOWN_WORD = 'unknown'
const NO_DEPTH = { depthLeast: -1, depthMost: 99 }
const UNKNOWN_ONLY: readonly string[] = [UNKNOWN_WORD]
const KEYS = Object.entries(FACTS) as [Exclude<FactKey, 'needleDepthMm'>, (typeof FACTS)['device']][]

export function textFacts(
  procedure: Partial<Procedure>,
  patient: PatientFacts,
): Record<string, unknown> {
  const depth = procedure.needleDepthMm
  const facts: Record<string, unknown> =
    depth === undefined ? { ...NO_DEPTH } : { depthLeast: depth, depthMost: depth }
  for (const [key, { from, codes }] of KEYS) {
    const told = from === 'procedure' ? procedure[key as keyof Procedure] : patient[key as keyof PatientFacts]
    facts[key] = words(told, codes)
  }
  return facts
}

function words(told: unknown, codes: readonly string[]): readonly string[] {
  if (told === undefined) return UNKNOWN_ONLY
  const list = Array.isArray(told) ? (told as readonly string[]) : [String(told)]
  return list.every((word) => codes.includes(word)) ? list : [...list, UNKNOWN_WORD]
}
