import { type Lazy, useLazy } from '../../../../app/use-lazy.ts'
import { loadWords, type Words } from '../../../../words/load-words.ts'
import { digitsFor, localeFrom } from '../../../../words/locale.ts'
import { usePatient } from './patient-context.ts'

/** The words that the patient reads in. */
export function usePatientWords(): Lazy<Words> {
  const locale = localeFrom([usePatient().patient.locale])
  return useLazy(() => loadWords(locale, { digits: digitsFor(locale, null), halves: 2 }), locale)
}
