import { done, type Outcome, refuse, type Symptom, trouble } from '@afterglow/ledger'

/** `redness=mild`, `fever=38.4`: the symptoms of the command line. */
export function symptomsInFlags(given: readonly string[] = []): Outcome<readonly Symptom[]> {
  const symptoms = given.map(symptomInFlag)
  const nameless = symptoms.findIndex(({ name }) => name === '')
  if (nameless < 0) return done(symptoms)
  const text = `found "${given[nameless]}"; accepted is NAME=SEVERITY, such as redness=mild`
  return refuse(trouble('--symptom', 'value', text))
}

function symptomInFlag(text: string): Symptom {
  const at = text.lastIndexOf('=')
  if (at < 0) return { name: text.trim(), severity: undefined }
  return { name: text.slice(0, at).trim(), severity: text.slice(at + 1) }
}
