import type { Disposition, Instant, Reason, Sign, Status, TriageAnswer } from '@afterglow/engine'

/** What an answer of kind `info` is about; `crisis` is a `triage`: an overdose, or harm to oneself. */
export type AskTopic =
  | 'is-normal'
  | 'results'
  | 'next-session'
  | 'what-to-use'
  | 'course'
  | 'done'
  | 'what-is'
  | 'crisis'

/** One question of a message, answered by the engine. */
export interface AskPart {
  readonly subject: string
  /** What else the words may mean; the most cautious of all is the subject. */
  readonly others: readonly string[]
  /** The instant asked about; of a stretch the one with the most cautious answer. */
  readonly at: Instant
  readonly status: Status
  /** Null where no time opens it. */
  readonly opensAt: Instant | null
  readonly reasons: readonly Reason[]
  /** Why the answer is more cautious than the plan's own, where it is. */
  readonly raisedBy: readonly (
    | 'product'
    | 'signs'
    | 'words'
    | 'left-undone'
    | 'dose'
    | 'forbidden'
    | 'allergy'
    | 'someone-else'
    | 'red-flag'
  )[]
}

/** What was read from a message, to be said back. */
export interface Understood {
  readonly subjects: readonly string[]
  readonly signs: readonly Sign[]
  /** Signs that the message says are not there. */
  readonly denied: readonly Sign[]
  readonly times: readonly { readonly from: Instant; readonly until: Instant }[]
  /** Words that were not understood and may matter. */
  readonly unread: readonly string[]
  /** Days since the session's own day, of the first time asked about; null where no session is known. */
  readonly day: number | null
}

export interface AskAnswer {
  readonly kind: 'verdict' | 'triage' | 'info' | 'unknown'
  readonly topic: AskTopic | null
  /** The most cautious part's; null where no subject was read. */
  readonly status: Status | null
  readonly disposition: Disposition | null
  readonly parts: readonly AskPart[]
  readonly triage: TriageAnswer | null
  readonly understood: Understood
}
