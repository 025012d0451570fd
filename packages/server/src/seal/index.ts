export { type ClinicKey, type ClinicPurpose, clinicKey } from './clinic-key.ts'
export type { RandomBytes } from './key-ring.ts'
export {
  createMasterKeys,
  type MasterKeys,
  masterKeysText,
  parseMasterKeys,
  rotatedMasterKeys,
} from './master-keys.ts'
export {
  createPatientKey,
  openPatientKey,
  type PatientKey,
  rewrapped,
} from './patient-key.ts'
export { pseudonym } from './pseudonym.ts'
export { referenceTerm, referenceTerms } from './reference-term.ts'
export {
  type SealContext,
  type SealKey,
  seal,
  sealJson,
  unseal,
  unsealJson,
} from './seal.ts'
export { sameTerms, searchTerm, searchTerms, type TermGroup } from './search-terms.ts'
