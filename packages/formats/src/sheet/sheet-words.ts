import type { Instant, Issue, Status, Suitability } from '@afterglow/engine'
import type { LeftOut } from '../link/essentials.ts'
import type { Alarm } from '../plan/care-card.ts'
import type { CareNote } from '../plan/care-note.ts'
import type { Governing } from '../plan/span.ts'
import type { SheetProcedure, SheetSource } from './sheet.ts'
import type { SheetTask } from './sheet-task.ts'

/** The parts of a sheet that have a heading. */
export type SheetHeading =
  | 'expected'
  | 'signs'
  | 'tasks'
  | 'open'
  | 'clinic'
  | 'done'
  | 'help'
  | 'prepare'
  | 'series'
  | 'unknown'
  | 'unmapped'
  | 'issues'
  | 'sources'
  | 'carry'

/** Every word of a printed sheet besides the protocols' own texts, in the person's language. */
export interface SheetWords {
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly heading: Readonly<Record<SheetHeading, string>>
  /** A text of the protocols by its key. */
  readonly text: (key: string) => string
  readonly subject: (code: string) => string
  readonly sign: (code: string) => string
  readonly list: (names: readonly string[]) => string
  /** Date and time written out. */
  readonly clock: (at: Instant, zone: string) => string
  /** A local date written out. */
  readonly date: (date: string) => string
  /** When the sheet was printed, and the zone of all its times. */
  readonly printed: (at: Instant, zone: string) => string
  readonly procedure: (procedure: SheetProcedure, clock: string) => string
  readonly uncovered: string
  readonly signEnds: (
    sign: string,
    ends: { readonly typical: string; readonly outer: string | null },
  ) => string
  readonly task: (text: string, spans: readonly TaskSpanText[], task: SheetTask) => string
  readonly opens: (clock: string) => string
  readonly status: Readonly<Record<Status, string>>
  /** The first answer of a line and when it ends; null where it does not. */
  readonly first: (answer: string, until: string | null) => string
  /** Each answer after it. */
  readonly next: (answer: string, until: string | null) => string
  readonly note: (note: CareNote) => string
  /** Who decides where it is no numbered source: a clinician, the person's own doctor, a protocol that does not cover. */
  readonly voice: (governing: Governing) => string
  /** A procedure beside what counts from it, where the sheet has several. */
  readonly countedFrom: (procedure: SheetProcedure, clock: string) => string
  readonly medicine: string
  /** To somebody who did what the plan shut, where no source says what to do then. */
  readonly doneAsk: string
  readonly alarm: (alarm: Alarm) => string
  readonly nextSession: (date: string) => string
  readonly noSession: string
  /** What stands over a procedure still to come. */
  readonly coming: (clock: string) => string
  readonly action: Readonly<Record<Suitability['action'], string>>
  /** What rests on a fact that is not known: for the person to read, not said of them. */
  readonly toConfirm: (text: string) => string
  readonly prepareFrom: (text: string, clock: string) => string
  readonly unknownFact: (key: string) => string
  readonly unmapped: (word: string) => string
  readonly issue: (issue: Issue) => string
  readonly source: (source: SheetSource) => string
  readonly shortCode: (code: string) => string
  readonly link: (link: string) => string
  readonly leftOut: Readonly<Record<LeftOut, string>>
  readonly footer: string
}

export interface TaskSpanText {
  readonly from: string
  readonly until: string | null
  /** Whether it has begun when the sheet is printed. */
  readonly hasBegun: boolean
}
