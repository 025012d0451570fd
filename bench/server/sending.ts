import type { Loaded } from './loading.ts'
import type { Connection, Dialect, Statement } from './recording.ts'

/** So long, or so often. */
export type Until = { readonly seconds: number } | { readonly each: number }

/** Sends statements one by one on one connection, `statementsOf(k)` the k-th time; tells how long each time took. */
export async function sendInTurn(
  dialect: Dialect,
  statementsOf: (k: number) => readonly Statement[],
  until: Until,
): Promise<Loaded> {
  const driver = dialect.createDriver()
  await driver.init()
  const latenciesMs: number[] = []
  const begin = performance.now()
  const goesOn = (k: number) =>
    'each' in until ? k < until.each : performance.now() < begin + until.seconds * 1000
  for (let k = 0; goesOn(k); k++) {
    const connection = await driver.acquireConnection()
    const sentAt = performance.now()
    for (const statement of statementsOf(k)) await send(connection, statement)
    latenciesMs.push(performance.now() - sentAt)
    await driver.releaseConnection(connection)
  }
  return { seconds: (performance.now() - begin) / 1000, latenciesMs }
}

/** What a statement with one row and one column named count tells. */
export async function countIn(dialect: Dialect, sql: string): Promise<number> {
  const driver = dialect.createDriver()
  await driver.init()
  const connection = await driver.acquireConnection()
  const { rows } = await send(connection, { sql, parameters: [] })
  await driver.releaseConnection(connection)
  const [row] = rows
  return Number(typeof row === 'object' && row !== null ? Reflect.get(row, 'count') : null)
}

function send(
  connection: Connection,
  { sql, parameters }: Statement,
): ReturnType<Connection['executeQuery']> {
  // Of a compiled query the drivers read no more than these two.
  return connection.executeQuery({ sql, parameters } as Parameters<Connection['executeQuery']>[0])
}

/** A statement with every text of it changed; other values are left as they are. */
export function reworded(
  { sql, parameters }: Statement,
  change: (text: string) => string,
): Statement {
  return {
    sql: change(sql),
    parameters: parameters.map((one) => (typeof one === 'string' ? change(one) : one)),
  }
}
