import type { Instant } from '@afterglow/engine'
import { Counter } from 'prom-client'
import type { Deps } from '../deps.ts'
import type { QueuedJob } from '../queue.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { inScope, timestampOf, type Trx } from '../store/database.ts'
import { type Claimed, claimDue } from './claim.ts'
import { type DueCare, readDueCare } from './due-care.ts'
import { handOn } from './hand-on.ts'

const DAY_MS = 86_400_000

export interface WakeRequest {
  readonly clinicId: string
  readonly most: number
}

/**
 * Hands on what is due for up to `most` plans of one clinic, in one transaction: deliveries, their jobs and the next wakes
 * are there together or not at all. Answers how many it took. Where the batch fails its plans are taken one by one, so that
 * the one that it fails for is found and put off.
 */
export async function wakeClinic(deps: Deps, request: WakeRequest): Promise<number> {
  try {
    return await wakeBatch(deps, request)
  } catch (error) {
    if (request.most === 1) throw error
    deps.log.warn({ clinicId: request.clinicId, code: nameOf(error) }, 'a batch of wakes failed')
  }
  let taken = 0
  for (let k = 0; k < request.most; k++) taken += await wakeOne(deps, request.clinicId)
  return taken
}

async function wakeOne(deps: Deps, clinicId: string): Promise<number> {
  const claim: Claimed[] = []
  try {
    return await wakeBatch(deps, { clinicId, most: 1 }, (claimed) => claim.push(...claimed))
  } catch (error) {
    const [claimed] = claim
    if (claimed === undefined) throw error
    const wake = putOff(clinicId, claimed, deps.now())
    await inScope(deps.db, { clinicId }, (trx) => moveWakes(trx, clinicId, [wake]))
    tellPutOff(deps, wake, `failed: ${nameOf(error)}`)
    return 1
  }
}

async function wakeBatch(
  deps: Deps,
  { clinicId, most }: WakeRequest,
  onClaim: (claimed: readonly Claimed[]) => void = () => {},
): Promise<number> {
  const at = deps.now()
  const batch = await inScope(deps.db, { clinicId }, async (trx): Promise<Batch> => {
    const claimed = await claimDue(trx, { clinicId, at, most })
    onClaim(claimed)
    if (claimed.length === 0) return { clinicId, at, claimed, read: [] }
    const clinic = await readClinic(trx, clinicId)
    const read = await readDueCare(trx, deps, { clinic, at, claimed })
    const jobs: QueuedJob[] = []
    const enqueue = (job: QueuedJob) => void jobs.push(job)
    const due = read.filter((one) => one.kind === 'due')
    await handOn({ trx, deps, clinicId, at, enqueue }, due)
    const wakes = read.map((one) => nextWake(clinicId, one, at))
    await moveWakes(trx, clinicId, wakes)
    await deps.queue.send(trx, jobs)
    return { clinicId, at, claimed, read }
  })
  count(deps, batch)
  return batch.claimed.length
}

function nextWake(clinicId: string, one: DueCare, at: Instant): Wake {
  if (one.kind === 'unreadable') return putOff(clinicId, one.claimed, at)
  const { patientId } = one.care.record
  return { place: { clinicId, patientId }, dueAt: one.nextAt, handledUntil: at }
}

/** It is looked at again in a day, with all that falls due until then: whatever is wrong may be mended. */
function putOff(clinicId: string, { patientId, handledUntil }: Claimed, at: Instant): Wake {
  return { place: { clinicId, patientId }, dueAt: at + DAY_MS, handledUntil }
}

/** Whoever moves a wake holds its plan's row. */
interface Wake {
  readonly place: { readonly clinicId: string; readonly patientId: string }
  /** Null: nothing is left to remind of. */
  readonly dueAt: Instant | null
  /** Everything due up to and including this instant was handed on. */
  readonly handledUntil: Instant
}

async function moveWakes(trx: Trx, clinicId: string, wakes: readonly Wake[]): Promise<void> {
  const ended = wakes.filter(({ dueAt }) => dueAt === null).map(({ place }) => place.patientId)
  const next = wakes.flatMap(({ place, dueAt, handledUntil }) =>
    dueAt === null
      ? []
      : [{ ...place, dueAt: timestampOf(dueAt), handledUntil: timestampOf(handledUntil) }],
  )
  if (ended.length > 0) {
    await trx
      .deleteFrom('wake')
      .where('clinicId', '=', clinicId)
      .where('patientId', 'in', ended)
      .execute()
  }
  if (next.length === 0) return
  await trx
    .insertInto('wake')
    .values(next)
    .onConflict((conflict) =>
      conflict.columns(['clinicId', 'patientId']).doUpdateSet((set) => ({
        dueAt: set.ref('excluded.dueAt'),
        handledUntil: set.ref('excluded.handledUntil'),
      })),
    )
    .execute()
}

interface Batch {
  readonly clinicId: string
  readonly claimed: readonly Claimed[]
  readonly read: readonly DueCare[]
  readonly at: Instant
}

function count(deps: Deps, { clinicId, claimed, read, at }: Batch): void {
  const [first] = claimed
  if (first === undefined) return
  deps.metrics.wakes.inc(claimed.length)
  deps.metrics.overdueWakes.set((at - first.dueAt) / 1_000)
  for (const one of read) {
    if (one.kind === 'unreadable') tellPutOff(deps, nextWake(clinicId, one, at), one.code)
  }
}

function tellPutOff({ log, metrics: { registry } }: Deps, { place }: Wake, code: string): void {
  log.error({ ...place, code }, 'a plan could not be read; its reminders wait a day')
  const name = 'afterglow_wakes_put_off_total'
  const found = registry.getSingleMetric(name)
  const help = 'Plans that could not be read when they were due, and wait a day.'
  const counter = found ?? new Counter({ name, help, registers: [registry] })
  if (counter instanceof Counter) counter.inc()
}

function nameOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown'
}
