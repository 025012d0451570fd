import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import type { QueuedJob } from '../queue.ts'
import { inScope, type Trx } from '../store/database.ts'
import type { Adoption } from './adoption-record.ts'
import { shorteningsOf } from './adoption-record.ts'
import { judgeAgain } from './judge-again.ts'
import { keepPlan } from './record-event.ts'
import { type PatientCare, readCares, withVersion } from './patient-care.ts'
import { planChanges } from './plan-change.ts'
import { runningPlans } from './running-plans.ts'

/** What giving an adoption to running plans did. */
export interface Repinned {
  readonly repinned: number
  /** Those that answer something differently from now on. */
  readonly changed: number
  /** Plans that could not be worked out: they keep the version they have. */
  readonly failed: number
  /** How many earlier reports are more urgent by it, and were raised in the inbox. */
  readonly raisedAgain: number
}

const NOTHING: Repinned = { repinned: 0, changed: 0, failed: 0, raisedAgain: 0 }

const BATCH = 100

interface Repin {
  readonly clinicId: string
  readonly adoption: Adoption
  readonly at: Instant
}

/**
 * Gives every running plan that has an older adoption, or none, this one: one transaction for each batch. Ended in the
 * middle, it goes on where it was when it is asked again; a plan that has a newer one keeps it.
 */
export async function repinRunning(deps: Deps, repin: Repin): Promise<Repinned> {
  let total = NOTHING
  let after: string | null = null
  for (;;) {
    const done: Batch = await repinBatch(deps, repin, { after, limit: BATCH }).catch(() =>
      oneByOne(deps, repin, after),
    )
    total = summed(total, done)
    after = done.last
    if (after === null) return total
  }
}

interface Batch extends Repinned {
  /** The last patient looked at; null where there was none. */
  readonly last: string | null
}

interface From {
  readonly after: string | null
  readonly limit: number
}

/** A batch in which one plan fails is gone through again plan by plan, so that the others have theirs. */
async function oneByOne(deps: Deps, repin: Repin, after: string | null): Promise<Batch> {
  let batch: Batch = { ...NOTHING, last: after }
  for (let k = 0; k < BATCH; k++) {
    const from = { after: batch.last, limit: 1 }
    const next = await repinBatch(deps, repin, from).catch(() => failedPlan(deps, repin, from))
    batch = { ...summed(batch, next), last: next.last }
    if (next.last === null) return batch
  }
  return batch
}

async function failedPlan(deps: Deps, { clinicId, adoption, at }: Repin, from: From) {
  const last = await inScope(deps.db, { clinicId }, async (trx) => {
    const row = await olderPlans(trx, { clinicId, adoption, at }, from).executeTakeFirst()
    return row?.patientId ?? null
  })
  deps.log.error({ clinicId, patientId: last, adoption: adoption.number }, 'plan not repinned')
  return { ...NOTHING, failed: last === null ? 0 : 1, last }
}

async function repinBatch(deps: Deps, repin: Repin, from: From): Promise<Batch> {
  const { clinicId, adoption, at } = repin
  return inScope(deps.db, { clinicId }, async (trx) => {
    // Held as whoever records an event holds them, and looked at again once held.
    const rows = await olderPlans(trx, repin, from).forUpdate('carePlan').execute()
    const library = await deps.shelf.libraryOf(trx, adoption.protocols)
    const { adoptionId, protocols: pins } = adoption
    const version = { pins, adoptionId, library, shortenings: shorteningsOf(adoption.content) }
    let changed = 0
    let raisedAgain = 0
    const jobs: QueuedJob[] = []
    const enqueue = (job: QueuedJob) => void jobs.push(job)
    for (const before of await readCares(trx, deps, { clinicId, rows })) {
      const after = withVersion(before, version)
      await keepPlan(trx, deps, after)
      raisedAgain += await judgeAgain({ trx, deps, clinicId, at, enqueue }, after)
      if (isChanged(before, after, at)) changed += 1
    }
    await deps.queue.send(trx, jobs)
    const last = rows.at(-1)?.patientId ?? null
    return { repinned: rows.length, changed, failed: 0, raisedAgain, last }
  })
}

function isChanged(before: PatientCare, after: PatientCare, at: Instant): boolean {
  if (before.care === null || after.care === null) return false
  return planChanges({ before: before.care.plan, after: after.care.plan, at }).length > 0
}

/** Running plans whose adoption has a lower number. */
function olderPlans(trx: Trx, { clinicId, adoption, at }: Repin, { after, limit }: From) {
  return runningPlans(trx, { clinicId, at, after, limit }).where(
    sql<boolean>`coalesce((select number from adoption where adoption.clinic_id = ${clinicId}
      and adoption.adoption_id = care_plan.adoption_id), 0) < ${adoption.number}`,
  )
}

/** How many running plans have an older adoption, or none. */
export async function countOlder(trx: Trx, repin: Repin): Promise<number> {
  const older = olderPlans(trx, repin, { after: null, limit: Number.MAX_SAFE_INTEGER })
  const { count } = await trx
    .selectFrom(older.clearOrderBy().clearLimit().as('older'))
    .select((given) => given.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function summed(a: Repinned, b: Repinned): Repinned {
  return {
    repinned: a.repinned + b.repinned,
    changed: a.changed + b.changed,
    failed: a.failed + b.failed,
    raisedAgain: a.raisedAgain + b.raisedAgain,
  }
}
