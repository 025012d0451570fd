import type { Outcome } from '@afterglow/ledger'
import type { Look } from './layout.ts'
import type { Request } from './care.ts'

/** What a command says: for people drawn to the terminal's width, for programs as one JSON value. */
export interface Answer {
  readonly text: (look: Look) => string
  readonly json: () => unknown
  /** What follows once the answer is printed. */
  readonly after?: () => Promise<void>
  /** 2 where the answer is that something fails, as of a check. */
  readonly exitCode?: 0 | 2
}

/** A command; `null` where it has written its answers itself, line by line. */
export type Command = (request: Request) => Promise<Outcome<Answer | null>>
