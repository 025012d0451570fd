import type { Instant } from '@afterglow/engine'
import type { Config } from './config.ts'
import type { Database } from './store/database.ts'

/** The world, as values: the clock, chance, the database and what reaches beyond it. */
export interface Deps {
  readonly config: Config
  readonly now: () => Instant
  readonly randomBytes: (count: number) => Uint8Array<ArrayBuffer>
  readonly db: Database
}
