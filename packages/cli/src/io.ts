import type { Instant } from '@afterglow/engine'
import type { Asker } from './ask.ts'

/** Everything outside the program: `main.ts` gives the process's own, a test its own values. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>
  /** Writes to stdout; resolves once more may be written. */
  readonly write: (text: string) => Promise<void>
  readonly complain: (text: string) => void
  readonly now: () => Instant
  /** For the commands of the server, which are set up by it. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The machine's time zone: the one a new session is offered. */
  readonly zone: string
  readonly columns: number
  readonly colour: boolean
  /** Puts questions to a person; undefined where nobody sits at a terminal. */
  readonly asker: Asker | undefined
}
