import {
  AbortedTransactionError,
  type CompiledQuery,
  createQueryId,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  IdentifierNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  RawNode,
  type TransactionSettings,
} from 'kysely'
import type { Embedded } from './embedded.ts'
import { createTurns } from './turns.ts'

const STUCK_AFTER_MS = 30_000

/** Kysely over the embedded database. Its one connection goes from hand to hand; destroying closes the database. */
export function embeddedDialect(embedded: Embedded, stuckAfterMs = STUCK_AFTER_MS): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(embedded, stuckAfterMs),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function createDriver(embedded: Embedded, stuckAfterMs: number): Driver {
  const turns = createTurns(stuckAfterMs)
  const connection = createConnection(embedded)
  const savepointDriver = {
    savepoint: savepointCommand('savepoint'),
    rollbackToSavepoint: savepointCommand('rollback to'),
    releaseSavepoint: savepointCommand('release'),
  } satisfies Partial<Driver>
  return {
    ...savepointDriver,
    init: async () => {},
    acquireConnection: async () => {
      await turns.acquire()
      return connection
    },
    beginTransaction: async (_, settings) => {
      // A copy of the whole database: whoever comes meanwhile waits for it.
      if (settings.accessMode === 'read only') turns.beLong()
      await embedded.query(beginText(settings))
    },
    commitTransaction: async () => {
      const { command } = await embedded.query('commit')
      if (command === 'ROLLBACK') throw new AbortedTransactionError()
    },
    rollbackTransaction: async () => {
      await embedded.query('rollback')
    },
    releaseConnection: async () => turns.release(),
    destroy: () => embedded.close(),
  }
}

function createConnection(embedded: Embedded): DatabaseConnection {
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const { rows, affectedRows } = await embedded.query(sql, parameters)
      // Kysely gives the row type that it worked out from the query; a driver can only take its word.
      const typedRows = rows as R[]
      if (affectedRows === undefined) return { rows: typedRows }
      return { rows: typedRows, numAffectedRows: BigInt(affectedRows) }
    },
    streamQuery: () => {
      throw new Error('the embedded database cannot stream: read in pages')
    },
  }
}

function beginText({ isolationLevel, accessMode }: TransactionSettings): string {
  const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`
  const access = accessMode === undefined ? '' : ` ${accessMode}`
  return `begin${isolation}${access}`
}

function savepointCommand(command: string): NonNullable<Driver['savepoint']> {
  return async (connection, name, compileQuery) => {
    const node = RawNode.createWithChildren([
      RawNode.createWithSql(`${command} `),
      IdentifierNode.create(name),
    ])
    await connection.executeQuery(compileQuery(node, createQueryId()))
  }
}
