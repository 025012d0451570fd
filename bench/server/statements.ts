import type { Connection, Dialect } from './recording.ts'
import type { Loaded } from './loading.ts'
import { FIRST } from './patients.ts'
import { forPatient, type Template } from './template.ts'

export interface Replay {
  readonly dialect: Dialect
  readonly template: Template
  readonly patients: number
  readonly clients: number
  readonly seconds: number
}

/** Sends the statements of check-ins one by one to a database: no HTTP, no engine, nothing sealed. */
export async function replay({
  dialect,
  template,
  patients,
  clients,
  seconds,
}: Replay): Promise<Loaded> {
  const driver = dialect.createDriver()
  await driver.init()
  const latenciesMs: number[] = []
  const begin = performance.now()
  const end = begin + seconds * 1000
  const one = async (first: number): Promise<void> => {
    const connection = await driver.acquireConnection()
    for (let k = first; performance.now() < end; k += clients) {
      const sentAt = performance.now()
      await send(connection, template, FIRST + (k % patients))
      latenciesMs.push(performance.now() - sentAt)
    }
    await driver.releaseConnection(connection)
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)))
  return { seconds: (performance.now() - begin) / 1000, latenciesMs }
}

async function send(connection: Connection, template: Template, number: number): Promise<void> {
  for (const { sql, parameters } of forPatient(template, number)) {
    // Of a compiled query the drivers read no more than these two.
    const query = { sql, parameters } as Parameters<Connection['executeQuery']>[0]
    await connection.executeQuery(query)
  }
}
