import type { PatientFacts } from '@afterglow/engine'
import type { StoredEvent } from '../store/event-log.ts'

const FIELDS = ['fitzpatrickSkinType', 'medicines', 'history'] as const
type Field = (typeof FIELDS)[number]

/**
 * The fields in which new facts take back what was told of a person: a medicine or a part of the history that is no longer
 * named, also where the field is left out, or another skin type. Each is held against the last time that it was told, also
 * where that was undone. For windows an unknown fact is the stricter reading, but not for what holds the next session: a
 * medicine that is known holds it, one that is not known has only to be asked about. No session waits for a skin type.
 */
export function takenBack(events: readonly StoredEvent[], facts: PatientFacts): readonly Field[] {
  return FIELDS.filter((field) => {
    const now = new Set(wordsOf(facts[field] ?? 'unknown'))
    if (field === 'fitzpatrickSkinType' && now.has('unknown')) return false
    const was = wordsOf(lastTold(events, field) ?? 'unknown')
    return was.some((word) => word !== 'unknown' && !now.has(word))
  })
}

/**
 * The same facts with what they take back still in them, beside what they leave unknown, and a skin type that differs as
 * unknown: for a system that nobody
 * can be asked about, whose session is recorded all the same.
 */
export function withTold(events: readonly StoredEvent[], facts: PatientFacts): PatientFacts {
  const kept = takenBack(events, facts).map((field) => {
    if (field === 'fitzpatrickSkinType') return [field, 'unknown']
    return [
      field,
      [...new Set([...wordsOf(lastTold(events, field)), ...(facts[field] ?? ['unknown'])])],
    ]
  })
  // Each was parsed as a value of its field, now or when it was told.
  return { ...facts, ...(Object.fromEntries(kept) as PatientFacts) }
}

function lastTold(events: readonly StoredEvent[], field: Field): unknown {
  const told = events.findLast(
    ({ type, data }) => type === 'patient-facts' && data[field] !== undefined,
  )
  return told?.data[field]
}

function wordsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}
