import { CompiledQuery } from 'kysely'
import { type ConstructorOptions, type JobInsert, type JobResult, PgBoss } from 'pg-boss'
import { type Database, leaveScope, type Trx } from './store/database.ts'

/** What is done outside a request, each named by the row that it is of. */
type Job =
  | {
      readonly queue: 'deliver'
      readonly data: { readonly clinicId: string; readonly deliveryId: string }
    }
  | {
      readonly queue: 'escalate'
      readonly data: { readonly clinicId: string; readonly alertId: string }
    }

export interface QueuedJob {
  /** The same id is queued once, however often it is sent. */
  readonly id: string
  readonly job: Job
  readonly startAfter?: number
}

export interface Queue {
  /** Queues jobs in a caller's transaction: they are there when it commits, or never. It ends the transaction's scope. */
  readonly send: (trx: Trx, jobs: readonly QueuedJob[]) => Promise<void>
  readonly work: (handlers: Handlers) => Promise<void>
  readonly stop: () => Promise<void>
}

interface Handlers {
  readonly deliver: (
    data: Extract<Job, { queue: 'deliver' }>['data'],
    tries: Tries,
  ) => Promise<void>
  readonly escalate: (data: Extract<Job, { queue: 'escalate' }>['data']) => Promise<void>
}

/** How often a job was tried, and whether this is the last time. */
export interface Tries {
  readonly count: number
  readonly last: boolean
}

const QUEUES = ['deliver', 'escalate'] as const
/** So often, over some two days; then it is a dead letter, shown to the clinic. */
const RETRIES = 12
const RETRY_AFTER_S = 30
const RETRY_AT_MOST_S = 6 * 3_600
/** So long after its worker was last heard of, a job of a process that was killed is taken up again. */
const EXPIRES_AFTER_S = 120
const POLL_S = 1
const BATCH = 20

export interface QueueOptions {
  readonly db: Database
  readonly kind: 'pglite' | 'postgres'
  readonly onError: (error: Error) => void
}

/** The job queue, in the database of everything else: what is queued there commits with what it is about. */
export async function openQueue({ db, kind, onError }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({ db: executorOf(db), backend: kind, supervise: true, schedule: false })
  boss.on('error', onError)
  await boss.start()
  await boss.createQueue('deliver', {
    retryLimit: RETRIES,
    retryDelay: RETRY_AFTER_S,
    retryBackoff: true,
    retryDelayMax: RETRY_AT_MOST_S,
    expireInSeconds: EXPIRES_AFTER_S,
  })
  await boss.createQueue('escalate', { retryLimit: RETRIES, retryDelay: RETRY_AFTER_S })
  // It looks a queue up once, by a connection of its own; inside a transaction the embedded database has none to give.
  for (const name of QUEUES) await boss.insert(name, [])
  return {
    send: (trx, jobs) => send(boss, trx, jobs),
    work: (handlers) => work(boss, handlers),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function send(boss: PgBoss, trx: Trx, jobs: readonly QueuedJob[]): Promise<void> {
  if (jobs.length === 0) return
  await leaveScope(trx)
  for (const name of QUEUES) {
    const own = jobs.filter(({ job }) => job.queue === name)
    if (own.length > 0) await boss.insert(name, own.map(insertOf), { db: executorOf(trx) })
  }
}

function insertOf({ id, job, startAfter }: QueuedJob): JobInsert {
  const { data } = job
  return startAfter === undefined ? { id, data } : { id, data, startAfter: new Date(startAfter) }
}

async function work(boss: PgBoss, handlers: Handlers): Promise<void> {
  type Deliver = Extract<Job, { queue: 'deliver' }>['data']
  await boss.work<Deliver, unknown, typeof DELIVERING>('deliver', DELIVERING, (jobs) =>
    Promise.all(
      jobs.map(async ({ id, data, retryCount, retryLimit }): Promise<JobResult> => {
        const tries = { count: retryCount + 1, last: retryCount >= retryLimit }
        return outcomeOf(id, handlers.deliver(data, tries))
      }),
    ),
  )
  await boss.work<Extract<Job, { queue: 'escalate' }>['data']>('escalate', async ([job]) => {
    if (job !== undefined) await handlers.escalate(job.data)
  })
}

/** Twenty at a time, each with an outcome of its own; while there are more, without a pause. */
const DELIVERING = {
  pollingIntervalSeconds: POLL_S,
  batchSize: BATCH,
  burstWhenBatchFull: true,
  includeMetadata: true,
  perJobResults: true,
} as const

async function outcomeOf(id: string, delivering: Promise<void>): Promise<JobResult> {
  try {
    await delivering
    return { id, status: 'completed' }
  } catch (error) {
    return {
      id,
      status: 'failed',
      output: { name: error instanceof Error ? error.name : 'unknown' },
    }
  }
}

type Executor = NonNullable<ConstructorOptions['db']>

/** Names and values are pg-boss's own: no plugin of ours may change them. */
function executorOf(db: Database | Trx): Executor {
  const plain = db.withoutPlugins()
  return {
    executeSql: async (text, values) => {
      const { rows } = await plain.executeQuery(CompiledQuery.raw(text, values ?? []))
      return { rows: [...rows] }
    },
  }
}
