export { checkProtocol, type ProtocolProof } from './check-protocol.ts'
export { type Citation, type CitationKind, citationsOf } from './citations.ts'
export { type Coverage, coverageOf, type FactLine } from './coverage.ts'
export { diffProtocols, type ProtocolDiff, type RuleChange } from './diff.ts'
export { errorAt, fail, succeed } from './issue.ts'
export { parseProtocol } from './parse-protocol.ts'
export { parseCheckIn, parseSession } from './parse-session.ts'
export { type Occasion, REMINDER_KINDS, type ReminderKind } from './occasion.ts'
export { isStillDue } from './occasions.ts'
export { afterQuietHours, type QuietHours } from './quiet-hours.ts'
export {
  DEFAULT_REMINDER_KINDS,
  nextDueAt,
  type Reminder,
  type ReminderPreferences,
  type ReminderRequest,
  remindersOf,
} from './reminder.ts'
export * from './runtime.ts'
export type { ZoneAt } from './wall-clock.ts'
