import type { Postgres } from '../../packages/server/src/store/postgres.ts'

export type Dialect = Postgres['dialect']
type Driver = ReturnType<Dialect['createDriver']>
export type Connection = Awaited<ReturnType<Driver['acquireConnection']>>

/** One statement as it went to the database. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** A dialect that tells of every statement, transactions' ends among them; with `onAnswer`, also how long each took. */
export function recording(
  dialect: Dialect,
  onStatement: (statement: Statement) => void,
  onAnswer: (statement: Statement, ms: number) => void = () => {},
): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => recordingDriver(dialect.createDriver(), { onStatement, onAnswer }),
  }
}

interface Listening {
  readonly onStatement: (statement: Statement) => void
  readonly onAnswer: (statement: Statement, ms: number) => void
}

function recordingDriver(driver: Driver, listening: Listening): Driver {
  const { onStatement } = listening
  const originals = new WeakMap<Connection, Connection>()
  const original = (connection: Connection) => originals.get(connection) ?? connection
  const tell = (sql: string) => onStatement({ sql, parameters: [] })
  return {
    init: () => driver.init(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection()
      const told = recordingConnection(connection, listening)
      originals.set(told, connection)
      return told
    },
    beginTransaction: (connection, settings) => {
      tell('begin')
      return driver.beginTransaction(original(connection), settings)
    },
    commitTransaction: (connection) => {
      tell('commit')
      return driver.commitTransaction(original(connection))
    },
    rollbackTransaction: (connection) => driver.rollbackTransaction(original(connection)),
    releaseConnection: (connection) => driver.releaseConnection(original(connection)),
    destroy: () => driver.destroy(),
  }
}

function recordingConnection(
  connection: Connection,
  { onStatement, onAnswer }: Listening,
): Connection {
  return {
    executeQuery: async (query) => {
      const statement = { sql: query.sql, parameters: query.parameters }
      onStatement(statement)
      const begin = performance.now()
      // Of a query's rows no more is known here than to whoever asked.
      const answer = await connection.executeQuery<never>(query)
      onAnswer(statement, performance.now() - begin)
      return answer
    },
    streamQuery: (query, size) => connection.streamQuery(query, size),
  }
}
