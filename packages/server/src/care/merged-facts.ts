import { withoutUndone } from './session-of.ts'
import type { StoredEvent } from '../store/event-log.ts'

type Facts = Readonly<Record<string, unknown>>

/**
 * What is known of one person from two records: a medicine or a history that either has, unknown where one of them does
 * not know, no skin type where they differ. A record that was never told anything takes nothing away. Null where neither was.
 */
export function mergedFacts(
  one: readonly StoredEvent[],
  other: readonly StoredEvent[],
): Facts | null {
  const [left, right] = [factsIn(one), factsIn(other)]
  if (left === null || right === null) return left ?? right
  const skin = left['fitzpatrickSkinType']
  return {
    fitzpatrickSkinType: skin === right['fitzpatrickSkinType'] ? (skin ?? 'unknown') : 'unknown',
    medicines: either(left['medicines'], right['medicines']),
    history: either(left['history'], right['history']),
  }
}

function factsIn(events: readonly StoredEvent[]): Facts | null {
  return withoutUndone(events).findLast(({ type }) => type === 'patient-facts')?.data ?? null
}

/** A word that is in no list may be any of its codes: `unknown` stands for what was not told. */
function either(one: unknown, other: unknown): readonly unknown[] {
  return [...new Set([...wordsOf(one), ...wordsOf(other)])]
}

function wordsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : ['unknown']
}
