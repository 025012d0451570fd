import type { Instant } from '@afterglow/engine'
import { CamelCasePlugin, type Kysely, type KyselyPlugin, type Transaction } from 'kysely'
import type { Database } from '../store/database.ts'
import type { OptionalTime, Tables, Time } from '../store/tables.ts'

/** What `Tables` leaves to better-auth, as far as this folder reads and writes it itself. */
type StaffOnly = {
  readonly authSession: {
    updatedAt: Time
    activeOrganizationId: string | null
    ipAddress: string | null
    userAgent: string | null
    secondFactorAt: OptionalTime
    seenAt: OptionalTime
  }
  readonly authAccount: {
    id: string
    accountId: string
    providerId: string
    userId: string
    password: string | null
    createdAt: Time
    updatedAt: Time
  }
  readonly authTwoFactor: { id: string; userId: string; verified: boolean | null }
  readonly authVerification: {
    id: string
    identifier: string
    value: string
    expiresAt: Time
    createdAt: Time
    updatedAt: Time
  }
}

export type StaffDatabase = Kysely<Tables & StaffOnly>
export type StaffTrx = Transaction<Tables & StaffOnly>

/** What every function of staff sign-in stands on. */
export interface StaffDeps {
  readonly db: StaffDatabase
  readonly now: () => Instant
}

export function staffDatabase(db: Database): StaffDatabase {
  return db.withTables<StaffOnly>()
}

/** better-auth's own view of the same database: our names as it says them, times as the Dates that it computes with. */
export function libraryDatabase(db: Database): Database {
  return db.withoutPlugins().withPlugin(new CamelCasePlugin()).withPlugin(dates)
}

const TIMES: ReadonlySet<string> = new Set([
  'accessTokenExpiresAt',
  'createdAt',
  'expiresAt',
  'lockedUntil',
  'refreshTokenExpiresAt',
  'updatedAt',
])

const dates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) => Object.fromEntries(Object.entries(row).map(withDate))),
  }),
}

function withDate([name, value]: [string, unknown]): [string, unknown] {
  return [name, TIMES.has(name) && typeof value === 'number' ? new Date(value) : value]
}
