import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  SETTINGS,
  SIGNS,
} from './codes.ts'
import type { Session } from './session.ts'

/** Every word of a session that is in no list, with the field it stands in. */
export function unmappedWords(
  session: Session,
): readonly { readonly field: string; readonly word: string }[] {
  const found: { field: string; word: string }[] = []
  const look = (field: string, words: readonly string[] | undefined, known: readonly string[]) => {
    for (const word of words ?? []) if (!known.includes(word)) found.push({ field, word })
  }
  session.procedures.forEach((procedure, k) => {
    const at = `procedures[${k}]`
    look(`${at}.device`, one(procedure.device), DEVICES)
    look(`${at}.setting`, one(procedure.setting), SETTINGS)
    look(`${at}.bodySites`, procedure.bodySites, BODY_SITES)
    look(`${at}.adjuncts`, procedure.adjuncts, ADJUNCTS)
    look(`${at}.indications`, procedure.indications, INDICATIONS)
  })
  look('patient.medicines', session.patient.medicines, MEDICINES)
  look('patient.history', session.patient.history, HISTORY)
  session.events.forEach((event, k) => {
    if (event.type !== 'check-in') return
    look(
      `events[${k}].signs`,
      event.signs.map((sign) => sign.code),
      SIGNS,
    )
    look(`events[${k}].settled`, event.settled, SIGNS)
  })
  return found
}

function one(word: string | undefined): readonly string[] {
  return word === undefined ? [] : [word]
}
