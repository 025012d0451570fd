import type { Instant } from '@afterglow/engine'

/** One entry of a calendar: at an instant, or on a local date (`2026-11-24`) all day. */
export interface CalendarEvent {
  /** Unique in its file, and the same in every file that tells of the same thing. */
  readonly id: string
  readonly start: { readonly at: Instant } | { readonly date: string }
  readonly summary: string
  readonly description: string
  /** When to alert, in seconds after the start, before it where negative; null where there is nothing to do. */
  readonly alarmSeconds: number | null
  /** Of the entry itself, where a feed tells more than the file's head. */
  readonly revision?: CalendarRevision
}

/** Which telling of an entry this is. */
export interface CalendarRevision {
  readonly stamp: Instant
  readonly sequence: number
  /** The plan has it no longer. */
  readonly isCancelled: boolean
}

/** What is the same for every entry of one file. */
export interface CalendarHead {
  readonly name: string
  /** Stands before each entry's id: the same in every file about one plan, and telling nothing of it. */
  readonly planId: string
  /** DTSTAMP and LAST-MODIFIED: when the plan last changed, from stored data. */
  readonly stamp: Instant
  /** Rises with each real change of the plan. */
  readonly sequence: number
  readonly url?: string
}
