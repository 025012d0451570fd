import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Result } from '@afterglow/engine'
import { parameterText } from '../type-parsers.ts'
import type { Answer, Failure, QueryAnswer, Request, Start } from './messages.ts'

/** PostgreSQL inside the process: one connection, in a thread of its own. */
export interface Embedded {
  /**
   * Runs one statement, or several where there are no parameters. Rejects with an Error that carries PostgreSQL's
   * `code`, `detail`, `constraint`, `table`, `column`. Callers that share it take turns through `embeddedDialect`.
   */
  readonly query: (sql: string, parameters?: readonly unknown[]) => Promise<QueryAnswer>
  /** How often a file was brought to the disk since the start. */
  readonly syncCount: () => Promise<number>
  /** Writes everything out, ends the thread and lets the folder go. May be called again. */
  readonly close: () => Promise<void>
}

export interface EmbeddedOptions {
  readonly folder: string
  /** For tests: starts in half of the time, with little memory, and brings nothing to the disk. */
  readonly isThrowaway?: boolean
}

/** A folder in use, one that is not ours or one that cannot be opened is an Issue, at `folder`. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Result<Embedded>> {
  const started = await startWorker(options)
  return started.ok ? { ok: true, value: connect(started.value) } : started
}

/** The thread with the database open in it. */
export async function startWorker({
  folder,
  isThrowaway = false,
}: EmbeddedOptions): Promise<Result<Worker>> {
  const start: Start = { folder, isThrowaway }
  // execArgv: the thread needs none of the process's flags, and some of them are not allowed in it.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: start,
    execArgv: [],
  })
  const why = await startFailure(worker)
  if (why === null) return { ok: true, value: worker }
  const diagnostics = `The embedded database cannot be opened: ${why}`
  return {
    ok: false,
    issues: [{ severity: 'error', code: 'business-rule', diagnostics, expression: 'folder' }],
  }
}

async function startFailure(worker: Worker): Promise<string | null> {
  try {
    // worker.ts posts nothing but Answers; `once` rejects on the worker's error.
    const [first] = (await Promise.race([once(worker, 'message'), endOf(worker)])) as [Answer]
    return first.type === 'refused' ? first.why : null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function endOf(worker: Worker): Promise<never> {
  await once(worker, 'exit')
  throw new Error('its thread ended')
}

type Outcome = Extract<Answer, { readonly type: 'done' | 'failed' }>

interface Pending {
  readonly resolve: (answer: Outcome) => void
  readonly reject: (error: Error) => void
}

/** A request without its number, for each kind of request. */
type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never

/** What the thread of `startWorker` is talked to through. */
export function connect(worker: Worker): Embedded {
  const ask = requester(worker)
  let closed: Promise<void> | undefined
  async function close(): Promise<void> {
    await ask({ type: 'close' })
    await worker.terminate()
  }
  // What each request is answered with is fixed in worker.ts, `perform`.
  return {
    query: async (sql, parameters = []) =>
      (await ask({
        type: 'query',
        sql,
        parameters: parameters.map(parameterText),
      })) as QueryAnswer,
    syncCount: async () => (await ask({ type: 'syncs' })) as number,
    close: () => (closed ??= close()),
  }
}

/** Sends requests and matches answers; once the thread has ended, every open and later request rejects. */
function requester(worker: Worker): (ask: Ask) => Promise<unknown> {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let ended: Error | undefined
  function end(reason: string): void {
    ended ??= new Error(`the embedded database has stopped: ${reason}`)
    for (const { reject } of pending.values()) reject(ended)
    pending.clear()
  }
  worker.on('message', (answer: Answer) => settle(pending, answer))
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)))
  worker.on('messageerror', (error) => end(error.message))
  worker.on('exit', () => end('its thread ended'))
  return async (ask) => {
    if (ended !== undefined) throw new Error(ended.message)
    lastId += 1
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
    pending.set(lastId, { resolve, reject })
    worker.postMessage({ ...ask, id: lastId })
    const answer = await promise
    if (answer.type === 'done') return answer.value
    throw toError(answer.failure)
  }
}

function settle(pending: Map<number, Pending>, answer: Answer): void {
  if (answer.type !== 'done' && answer.type !== 'failed') return
  pending.get(answer.id)?.resolve(answer)
  pending.delete(answer.id)
}

function toError({ message, ...fields }: Failure): Error {
  return Object.assign(new Error(message), fields)
}
