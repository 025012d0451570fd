import type { CarePlan, Instant, Planner, Span } from '@afterglow/engine'
import type { CalendarWords } from './calendar-words.ts'

/** What a calendar is to tell of. */
export interface CalendarContent {
  readonly planner: Planner
  readonly plan: CarePlan
  /** `[from, until)`: what changes then, the milestones and the routines of this time. */
  readonly span: Span
  /** Whether each time of a routine has an entry: up to four a day. */
  readonly routines: boolean
  /** The local date from which the next session is possible. */
  readonly nextSession?: string
  /** Calendars are often copied to others' servers: `discreet` entries tell nothing but that there is one. */
  readonly detail: 'full' | 'discreet'
  readonly words: CalendarWords
}

/** What is to stand in a calendar file. */
export interface CalendarRequest extends CalendarContent {
  /** The same for every file about one plan; `planIdOf` gives one. */
  readonly planId: string
  /** When the plan last changed, from stored data. */
  readonly stamp: Instant
  /** Rises with each real change of the plan. */
  readonly sequence: number
  /** Where the plan can be opened. It goes wherever the calendar goes, so it may hold no session. */
  readonly url?: string
}
