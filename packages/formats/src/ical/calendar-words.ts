import type { CareNote } from '../plan/care-note.ts'

/** What a subject becomes at an instant: `open` is allowed or recommended, `ask-clinic` also what is not known. */
export type Becomes = 'open' | 'caution' | 'ask-clinic' | 'avoid'

/** Every word of a calendar file, in the person's language. Names are given to sentences, never joined by the format. */
export interface CalendarWords {
  readonly direction: 'ltr' | 'rtl'
  readonly calendarName: string
  /** Of a file whose entries are discreet. */
  readonly discreetName: string
  readonly subject: (code: string) => string
  readonly task: (id: string) => string
  readonly milestone: (id: string) => string
  readonly note: (note: CareNote) => string
  /** `a, b and c` */
  readonly list: (names: readonly string[]) => string
  /** `4 more` */
  readonly more: (count: number) => string
  /** A name with the narrower ones that are still shut: `Sweating (not yet: hard exercise)`. */
  readonly except: (name: string, shut: string) => string
  /** What the named subjects become. */
  readonly becomes: Readonly<Record<Becomes, (names: string) => string>>
  /** Under what tells of a medicine: that nobody stops a prescribed one on their own. */
  readonly medicine: string
  readonly tasks: (count: number) => string
  readonly milestones: string
  readonly nextSession: string
  /** Stands under every entry: that the clinic's word comes first. */
  readonly footer: string
  /** Tells nothing: `Recovery plan: step 2`. */
  readonly discreet: (step: number) => string
}
