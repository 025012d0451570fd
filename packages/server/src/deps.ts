import type { Instant } from '@afterglow/engine'
import type { Logger } from 'pino'
import type { StaffAuth } from './auth/staff-auth.ts'
import type { Openings } from './care/opens-today.ts'
import type { ProtocolShelf } from './care/protocol-shelf.ts'
import type { Config } from './config.ts'
import type { Channels } from './deliver/channels.ts'
import type { Principal } from './http/principal.ts'
import type { Metrics } from './metrics.ts'
import type { BlobStore, Gate } from './photo/index.ts'
import type { Queue } from './queue.ts'
import type { MasterKeys } from './seal/index.ts'
import type { Database } from './store/database.ts'

/** The world, as values: the clock, chance, the database and what reaches beyond it. */
export interface Deps {
  readonly config: Config
  /** Where people reach this server, without a slash at the end. Never read from a request. */
  readonly baseUrl: string
  readonly now: () => Instant
  readonly randomBytes: (count: number) => Uint8Array
  readonly createId: () => string
  readonly db: Database
  readonly masterKeys: MasterKeys
  readonly shelf: ProtocolShelf
  /** What opens today, kept for those last asked about. */
  readonly openings: Openings
  readonly queue: Queue
  readonly blobs: BlobStore
  /** One photo is decoded at a time: each may need some hundred megabytes. */
  readonly photoGate: Gate
  readonly channels: Channels
  readonly staffAuth: StaffAuth
  readonly principalOf: (request: Request) => Promise<Principal>
  readonly log: Logger
  readonly metrics: Metrics
}
