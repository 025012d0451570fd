import { CompiledQuery, type Dialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { typeParser } from './type-parsers.ts'

export interface PostgresOptions {
  /** With `sslmode` and what else libpq's URLs take. */
  readonly url: string
  readonly poolSize: number
  /** Told of a connection that broke; the pool replaces it. */
  readonly onError: (error: Error) => void
}

export interface Postgres {
  readonly dialect: Dialect
  /** Waits for connections in use, then closes all. May be called again, and after Kysely's `destroy`. */
  readonly close: () => Promise<void>
}

/** What `typeParser` reads; a server or a role may have other defaults. */
const SESSION = "set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex'"

const STATEMENT_TIMEOUT_MS = 30_000
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000
const CONNECT_TIMEOUT_MS = 10_000

/** A pool on a PostgreSQL server, reading the same values as the embedded database. Nothing connects until the first query. */
export function openPostgres({ url, poolSize, onError }: PostgresOptions): Postgres {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'afterglow',
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: { getTypeParser: typeParser },
  })
  // Idle connections report to the pool, those in use to themselves; an error nobody listens to ends the process.
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const close = closer(pool)
  return {
    dialect: new PostgresDialect({
      pool: {
        connect: () => pool.connect(),
        end: close,
        options: pool.options,
      },
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(SESSION))
      },
    }),
    close,
  }
}

function closer(pool: pg.Pool): () => Promise<void> {
  let closed: Promise<void> | undefined
  return () => (closed ??= pool.end())
}
