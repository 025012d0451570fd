export { type Care, careOf } from './care.ts'
export {
  type CheckedIn,
  checkedInOf,
  checkInOf,
  type GivenCheckIn,
  type Hearing,
  isTold,
  lastCheckIn,
  type ReadAs,
  saysSomething,
  type Told,
  toldIn,
} from './check-in.ts'
export { givenCheckIn } from './given-check-in.ts'
export { instantIn } from './given-instant.ts'
export {
  codedSession,
  type GivenEvent,
  givenEvent,
  type GivenSession,
  givenSession,
} from './given-session.ts'
export { hinted, parseJson } from './json-text.ts'
export {
  type LedgerLibrary,
  type Library,
  readLedgerLibrary,
  readPlanningLibrary,
} from './library.ts'
export { didYouMean, nearest } from './nearest.ts'
export * from './outcome.ts'
export {
  type Ledger,
  loadCompiledProtocol,
  readLedgers,
  type ReadOptions,
} from './protocol-files.ts'
export { lineOf, pathOf } from './protocol-parts.ts'
export { toldJson } from './remarks.ts'
export { withCodes } from './session-words.ts'
export type { Symptom } from './sign-report.ts'
export { wordsFor } from './sign-words.ts'
export type { Synonyms } from './synonyms.ts'
export * from './texts.ts'
export { visible } from './visible.ts'
export {
  isSign,
  likelySubjects,
  nearestSign,
  signCode,
  subjectCode,
  unmappedHint,
  type Vocabulary,
} from './vocabulary.ts'
