import { CompiledQuery, sql } from 'kysely'
import {
  type ConstructorOptions,
  type JobInsert,
  type JobResult,
  type JobWithMetadata,
  PgBoss,
} from 'pg-boss'
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

type QueueName = Job['queue']
/** The row that a job of the queue is of. */
type JobData<Q extends QueueName> = Extract<Job, { queue: Q }>['data']

export type Handlers = {
  readonly [Q in QueueName]: (data: JobData<Q>, tries: Tries) => Promise<void>
}

/** How often a job was tried, and whether this is the last time. */
export interface Tries {
  readonly count: number
  readonly last: boolean
}

/** What a handler throws that somebody else asked to be tried again later: no sooner than in `afterMs`, where they said. */
export class TryAgain extends Error {
  readonly afterMs: number | null
  constructor(reason: string, afterMs: number | null) {
    super(reason)
    this.afterMs = afterMs
  }
}

const RETRY_AFTER_S = 30
/**
 * A job that has not ended so long after it was begun, such as that of a process that was killed, is taken for failed and
 * tried again; that is looked for once a minute.
 */
const EXPIRES_AFTER_S = 120
const RETRYING = {
  retryDelay: RETRY_AFTER_S,
  retryBackoff: true,
  expireInSeconds: EXPIRES_AFTER_S,
} as const

/** Each wait is up to twice as long as the one before. */
const QUEUES = {
  /** Over some two days; then it is a dead letter, shown to the clinic. */
  deliver: { ...RETRYING, retryLimit: 16, retryDelayMax: 6 * 3_600 },
  /** Over more than a day, and never a quarter of an hour without a try: somebody may be ill. */
  escalate: { ...RETRYING, retryLimit: 110, retryDelayMax: 15 * 60 },
} as const satisfies Readonly<Record<QueueName, object>>
// The keys of an object are read as text; these are the names above.
const NAMES = Object.keys(QUEUES) as QueueName[]

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
  for (const name of NAMES) await openOne(boss, name)
  return {
    send: (trx, jobs) => send(boss, trx, jobs),
    work: (handlers) => work({ boss, db }, handlers),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function openOne(boss: PgBoss, name: QueueName): Promise<void> {
  await boss.createQueue(name, QUEUES[name])
  // One that an earlier release made has the retries of that.
  await boss.updateQueue(name, QUEUES[name])
  // It looks a queue up once, by a connection of its own; inside a transaction the embedded database has none to give.
  await boss.insert(name, [])
}

async function send(boss: PgBoss, trx: Trx, jobs: readonly QueuedJob[]): Promise<void> {
  if (jobs.length === 0) return
  await leaveScope(trx)
  for (const name of NAMES) {
    const own = jobs.filter(({ job }) => job.queue === name)
    if (own.length > 0) await boss.insert(name, own.map(insertOf), { db: executorOf(trx) })
  }
}

function insertOf({ id, job, startAfter }: QueuedJob): JobInsert {
  const { data } = job
  return startAfter === undefined ? { id, data } : { id, data, startAfter: new Date(startAfter) }
}

interface Taking {
  readonly boss: PgBoss
  readonly db: Database
}

async function work(taking: Taking, handlers: Handlers): Promise<void> {
  await take(taking, 'deliver', handlers.deliver)
  await take(taking, 'escalate', handlers.escalate)
}

async function take<Q extends QueueName>(
  taking: Taking,
  name: Q,
  handle: Handlers[Q],
): Promise<void> {
  await taking.boss.work<JobData<Q>, unknown, typeof EACH>(name, EACH, (jobs) =>
    Promise.all(jobs.map((job) => outcomeOf(taking, job, handle(job.data, triesOf(job))))),
  )
}

/** Twenty at a time, each with an outcome of its own; while there are more, without a pause. */
const EACH = {
  pollingIntervalSeconds: POLL_S,
  batchSize: BATCH,
  burstWhenBatchFull: true,
  includeMetadata: true,
  perJobResults: true,
} as const

type Taken = Pick<JobWithMetadata, 'id' | 'name' | 'retryCount' | 'retryLimit'>

function triesOf({ retryCount, retryLimit }: Taken): Tries {
  return { count: retryCount + 1, last: retryCount >= retryLimit }
}

/** Of a failure the queue keeps the name: whoever handles the job has told the log. */
async function outcomeOf(taking: Taking, job: Taken, handling: Promise<void>): Promise<JobResult> {
  const { id } = job
  try {
    await handling
    return { id, status: 'completed' }
  } catch (error) {
    const output = { name: error instanceof Error ? error.name : 'unknown' }
    if (error instanceof TryAgain && error.afterMs !== null)
      await putOff(taking, { ...job, output, afterMs: error.afterMs })
    return { id, status: 'failed', output }
  }
}

/** Fails a job here, so that it can be told not to begin too early; the queue then finds it settled, and leaves it so. */
async function putOff(
  { boss, db }: Taking,
  job: Taken & { readonly output: object; readonly afterMs: number },
): Promise<void> {
  const { id, name, retryCount, output, afterMs } = job
  await boss.fail(name, { id, retryCount }, output)
  await sql`update pgboss.job set start_after = greatest(start_after, now() + ${afterMs} * interval '1 ms')
    where name = ${name} and id = ${id} and state = 'retry'`.execute(db)
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
