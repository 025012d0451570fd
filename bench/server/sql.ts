import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import type { Connection } from './recording.ts'

/** Runs statements on a connection of its own, as the database's owner. */
export async function runSql(url: string, statements: readonly string[]): Promise<unknown> {
  const { dialect, close } = openPostgres({ url, poolSize: 1, onError: () => {} })
  const driver = dialect.createDriver()
  await driver.init()
  const connection = await driver.acquireConnection()
  let rows: readonly unknown[] = []
  try {
    for (const sql of statements) {
      // Of a compiled query the driver reads no more than these two.
      const query = { sql, parameters: [] } as unknown as Parameters<Connection['executeQuery']>[0]
      rows = (await connection.executeQuery(query)).rows
    }
  } finally {
    await driver.releaseConnection(connection)
    await close()
  }
  return rows[0]
}

export async function databaseVersion(url: string): Promise<string> {
  const row = await runSql(url, ['show server_version'])
  const told: unknown =
    typeof row === 'object' && row !== null ? Reflect.get(row, 'server_version') : null
  return typeof told === 'string' ? told : 'of an unknown version'
}

/** What a statement with one row and one column named count tells. */
export async function countOf(url: string, sql: string): Promise<number> {
  const row = await runSql(url, [sql])
  const told: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'count') : null
  return Number(told)
}
