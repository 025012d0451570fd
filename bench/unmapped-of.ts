import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  type Procedure,
  type Session,
  SETTINGS,
} from '../packages/engine/src/index.ts'

const PROCEDURE_LISTS = {
  device: DEVICES,
  setting: SETTINGS,
  bodySites: BODY_SITES,
  adjuncts: ADJUNCTS,
  indications: INDICATIONS,
} satisfies Partial<Record<keyof Procedure, readonly string[]>>

/** The words in no list of a session with one procedure and no events. */
export function unmappedOf({
  procedures: [procedure],
  patient,
}: Session): readonly { readonly field: string; readonly word: string }[] {
  const found: { field: string; word: string }[] = []
  const look = (field: string, told: unknown, known: readonly string[]) => {
    const words: readonly unknown[] = Array.isArray(told) ? told : [told]
    for (const word of words)
      if (typeof word === 'string' && !known.includes(word)) found.push({ field, word })
  }
  for (const [key, known] of Object.entries(PROCEDURE_LISTS))
    look(`procedures[0].${key}`, procedure?.[key as keyof typeof PROCEDURE_LISTS], known)
  look('patient.medicines', patient.medicines, MEDICINES)
  look('patient.history', patient.history, HISTORY)
  return found
}
