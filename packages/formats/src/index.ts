export { fromLink, LONGEST_LINK, toLink } from './link/link.ts'
export { LONGEST_QR, toQr } from './link/qr.ts'
export { LEFT_OUT, type LeftOut, mayBeTooOpen } from './link/essentials.ts'
export {
  fromShortCode,
  type ShortCode,
  type ShortCodeContext,
  type ShortSession,
  toShortCode,
} from './link/short-code.ts'
export { UNNAMED } from './link/short-words.ts'
export { englishCalendarWords } from './english/english-calendar.ts'
export { englishSheetWords, UNTOLD_FACT } from './english/english-sheet.ts'
export { planIdOf, toIcal } from './ical/calendar.ts'
export { calendarEvents } from './ical/calendar-events.ts'
export { type CalendarVersion, toIcalFeed } from './ical/calendar-feed.ts'
export type { CalendarRequest } from './ical/calendar-request.ts'
export type { Becomes, CalendarWords } from './ical/calendar-words.ts'
export { type ChangeEntry, type PlanChange, planChanges } from './ical/plan-change.ts'
export { type Alarm, type AlarmSign, type CareCard, careCardsOf } from './plan/care-card.ts'
export type { CareNote } from './plan/care-note.ts'
export type { Governing, Span } from './plan/span.ts'
export { type SubjectLine, subjectLines } from './plan/subject-line.ts'
export type { OpeningGroup } from './sheet/opening-group.ts'
export type { ComingProcedure } from './sheet/coming-procedure.ts'
export {
  type Carry,
  type Sheet,
  type SheetProcedure,
  type SheetRequest,
  type SheetSource,
  sheetOf,
} from './sheet/sheet.ts'
export type { SignEnds } from './sheet/sheet-course.ts'
export type { SheetSeries } from './sheet/sheet-series.ts'
export type { SheetTask } from './sheet/sheet-task.ts'
export type { Told } from './sheet/sheet-told.ts'
export { sheetText } from './sheet/sheet-text.ts'
export type { SheetHeading, SheetWords, TaskSpanText } from './sheet/sheet-words.ts'
