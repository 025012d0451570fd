import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { UnreadableError } from '../type-parsers.ts'
import { type Database, openDatabase } from './database.ts'
import type { Answer, Failure, Query, QueryAnswer, Request, Start } from './messages.ts'

/** The thread that PGlite runs in: a long query would otherwise stop every request of the process. */
if (parentPort === null) throw new Error('the embedded database runs in a worker thread')
const port = parentPort

const COUNTED: ReadonlySet<string | undefined> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
const FIELDS = [
  'code',
  'severity',
  'detail',
  'hint',
  'schema',
  'table',
  'column',
  'constraint',
] as const

await serve()

async function serve(): Promise<void> {
  // openEmbedded starts this file, and with a Start only.
  const opened = await openDatabase(workerData as Start)
  if (opened.type === 'refused') {
    answer(opened)
    port.close()
    return
  }
  port.on('message', (request: Request) => {
    void handle(opened.database, request)
  })
  answer({ type: 'ready' })
}

/**
 * PostgreSQL's own errors are answers. Any other (a full disk under fsync, a trap in the WebAssembly) leaves memory in
 * an unknown state: it ends the thread, and the next start recovers from the log.
 */
async function handle(database: Database, request: Request): Promise<void> {
  try {
    answer({ type: 'done', id: request.id, value: await perform(database, request) })
  } catch (error) {
    if (!isAnswer(error)) throw error
    answer({ type: 'failed', id: request.id, failure: toFailure(error) })
  }
  if (request.type === 'close') port.close()
}

function isAnswer(error: unknown): boolean {
  if (error instanceof UnreadableError) return true
  return error instanceof Error && 'severity' in error && error.severity === 'ERROR'
}

async function perform(database: Database, request: Request): Promise<unknown> {
  switch (request.type) {
    case 'query':
      return query(database.pglite, request)
    case 'syncs':
      return database.syncs()
    case 'close':
      return database.close()
    default:
      throw new Error(`unknown request ${JSON.stringify(request satisfies never)}`)
  }
}

async function query(pglite: PGlite, { sql, parameters }: Query): Promise<QueryAnswer> {
  const results =
    parameters.length === 0
      ? await pglite.exec(sql)
      : [await pglite.query<Record<string, unknown>>(sql, [...parameters])]
  const last = results.at(-1)
  if (last === undefined) return { rows: [] }
  const { rows, command, rowCount } = last
  return {
    rows,
    ...(command !== undefined && { command }),
    ...(COUNTED.has(command) && rowCount !== undefined && { affectedRows: rowCount }),
  }
}

function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) }
  const known = FIELDS.flatMap((field) => {
    const value: unknown = Reflect.get(error, field)
    return typeof value === 'string' ? [[field, value] as const] : []
  })
  return { message: error.message, ...Object.fromEntries(known) }
}

function answer(message: Answer): void {
  port.postMessage(message)
}
