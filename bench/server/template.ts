import { randomUUID } from 'node:crypto'
import { createApp } from '../../packages/server/src/app.ts'
import { FIRST, checkInOf, tokenHashOf, TOKEN_START } from './patients.ts'
import { recording, type Statement } from './recording.ts'
import { openHere, type Place } from './world.ts'

/** What one check-in of patient FIRST asked of the database, and the ids that were made for it alone. */
export interface Template {
  readonly statements: readonly Statement[]
  readonly madeIds: ReadonlySet<string>
}

/** Does one check-in on a server of this process and writes down every statement, the look-up of who asks among them. */
export async function captureCheckIn(place: Place): Promise<Template> {
  const statements: Statement[] = []
  const madeIds = new Set<string>()
  let on = false
  const createId = () => {
    const id = randomUUID()
    if (on) madeIds.add(id)
    return id
  }
  const wrap: Parameters<typeof recording>[1] = (statement) => {
    // The queue looks after itself on its own connections; a check-in that nobody has to see queues nothing.
    if (on && !statement.sql.includes('pgboss')) statements.push(statement)
  }
  const { deps, close } = await openHere(place, {
    createId,
    wrap: (dialect) => recording(dialect, wrap),
  })
  const app = createApp(deps, { files: null, addressOf: () => 'bench' })
  const checkInId = randomUUID()
  const { path, headers, body } = checkInOf(FIRST, checkInId)
  on = true
  const response = await app.request(path, { method: 'POST', headers, body })
  on = false
  const told = await response.text()
  await close()
  if (response.status !== 201) throw new Error(`the check-in failed: ${response.status} ${told}`)
  madeIds.add(checkInId)
  return { statements, madeIds }
}

/** The same statements for another patient, with new ids. */
export function forPatient({ statements, madeIds }: Template, number: number): Statement[] {
  const fresh = new Map([...madeIds].map((id) => [id, randomUUID()]))
  const renumbered = (text: string) => text.replaceAll(String(FIRST), String(number))
  const parameterFor = (value: unknown): unknown => {
    if (typeof value === 'string') return fresh.get(value) ?? renumbered(value)
    return isTokenHash(value) ? tokenHashOf(number) : value
  }
  return statements.map(({ sql, parameters }) => ({
    sql: renumbered(sql),
    parameters: parameters.map(parameterFor),
  }))
}

/** The same statements as a script for pgbench: a patient drawn at random, the ids made by the database, all else written out. */
export function pgbenchScript({ statements, madeIds }: Template, patients: number): string {
  const special = (value: unknown): string | null => {
    if (isTokenHash(value)) return `sha256('${TOKEN_START}:k'::bytea)`
    return typeof value === 'string' && madeIds.has(value) ? 'gen_random_uuid()' : null
  }
  // Several statements in one message stay in one.
  const lines = statements.map(
    (statement) =>
      `${inText(statement, special).replaceAll('; ', ' \\; ').replaceAll(String(FIRST), ':k')};`,
  )
  return [`\\set k random(${FIRST}, ${FIRST + patients - 1})`, ...lines].join('\n')
}

/** A statement with its parameters written out. */
export function inText(
  { sql, parameters }: Statement,
  special: (value: unknown) => string | null = () => null,
): string {
  return sql.replaceAll(/\$(\d+)/g, (_, n: string) => {
    const value = parameters[Number(n) - 1]
    return special(value) ?? literal(value)
  })
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'::bytea`
  if (typeof value !== 'string') throw new Error(`a parameter that is ${typeof value}`)
  return `'${value.replaceAll("'", "''")}'`
}

function isTokenHash(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && Buffer.compare(value, tokenHashOf(FIRST)) === 0
}
