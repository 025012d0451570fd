/** What a device needs to plan with protocols that were checked when it was built: no schema library behind it. */
export { applyPlan, applyProtocol } from './apply.ts'
export {
  type BeforeSession,
  beforeSessions,
  type Preparation,
  type Suitability,
} from './before-session.ts'
export {
  type CarePlan,
  type Done,
  isCurrent,
  type PlanProcedure,
  type PlanSubject,
  type ProtocolVersion,
} from './care-plan.ts'
export { type DatedPlan, type DatedStep, type DatedWindows, datePlan } from './dated-plan.ts'
export {
  ADJUNCTS,
  BODY_SITES,
  type BodySite,
  type Device,
  DEVICES,
  type Disposition,
  DISPOSITIONS,
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  NEEDLE_DEPTH_MM,
  PROCEDURE_CODES,
  SETTINGS,
  type Sign,
  SIGNS,
  type SourceKind,
  type Stance,
  type Status,
  STATUSES,
} from './codes.ts'
export type { SignCourse } from './course.ts'
export { parseDuration } from './duration.ts'
export { type Expected, expectedAt } from './expected.ts'
export { type Explanation, explain, type Question, type VoiceExplained } from './explain.ts'
export type { Hold } from './hold.ts'
export { type Issue, type Result, unreachable } from './issue.ts'
export type { Milestone } from './milestone.ts'
export { governingOf } from './outlook.ts'
export { type Occurrence, occurrencesOf, type Span } from './occurrence.ts'
export { createPlanner, type Planner, type ProtocolToPlan } from './planner.ts'
export type { Protocol, ProtocolSource, Subject, Window } from './protocol.ts'
export type { Reason } from './reason.ts'
export { contentHash, type SealedCarePlan, sealPlan } from './receipt.ts'
export { type PlannedSession, planSeries, type Series, type SeriesRequest } from './series.ts'
export type {
  CareEvent,
  CheckIn,
  PatientFacts,
  Procedure,
  Revision,
  Session,
  SignReport,
} from './session.ts'
export { isEndUnknown, latestRevisions, zoneAt } from './session.ts'
export { cautionOf, isOpen } from './status.ts'
export type { Change, Elapsed, Step, SubjectWindows } from './subject-windows.ts'
export type { Task } from './task.ts'
export {
  addToDate,
  daysBetween,
  formatInstant,
  type Instant,
  instantOf,
  isCalendarDate,
  isZone,
  localDate,
  parseInstant,
} from './time.ts'
export { type TriageAnswer, type TriageReason, triage, urgencyOf } from './triage.ts'
export { assess, opensAt, type Verdict } from './verdict.ts'
export { INSTANT_KEYS, toWire } from './wire.ts'
