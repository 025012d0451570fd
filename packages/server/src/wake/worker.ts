import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from '../deps.ts'
import { safeError } from '../safe-error.ts'
import { dueClinics } from './claim.ts'
import { wakeClinic } from './wake-clinic.ts'

export interface Worker {
  /** Finishes the batches it is at, and takes no other. */
  readonly stop: () => Promise<void>
}

/** So many plans in one transaction: the embedded database serves nobody else in the meantime. */
const BATCH = 50
/** So many batches at a time: plans are worked out while the database does its part of another batch. */
const LANES = 2
/** Of so many due rows the clinics are looked up at once. */
const LOOK_AHEAD = 1_000

/** Works while anything is due, then looks again every so often. Any number of these may share one database. */
export function startWorker(deps: Deps, { everyMs }: { readonly everyMs: number }): Worker {
  const stopping = new AbortController()
  const { signal } = stopping
  const ended = work()
  return {
    stop: async () => {
      stopping.abort()
      await ended
    },
  }

  async function work(): Promise<void> {
    while (!signal.aborted) {
      const taken = await wakeRound(deps, () => signal.aborted).catch((error: unknown) =>
        tellFailure(deps, error),
      )
      if (taken === 0) await sleep(everyMs, null, { signal }).catch(() => {})
    }
  }
}

/** Hands on everything that is due now; answers how many plans it took. */
export async function wakeAll(deps: Deps): Promise<number> {
  let all = 0
  for (;;) {
    const taken = await wakeRound(deps)
    if (taken === 0) return all
    all += taken
  }
}

/** Hands on what of the first due rows nobody else holds; answers how many plans it took. */
async function wakeRound(deps: Deps, isStopping = () => false): Promise<number> {
  const due = await dueClinics(deps.db, { at: deps.now(), most: LOOK_AHEAD })
  if (due.length === 0) deps.metrics.overdueWakes.set(0)
  const batches = due.flatMap(({ clinicId, plans }) =>
    Array.from({ length: Math.ceil(plans / BATCH) }, () => clinicId),
  )
  const next = batches.values()
  const lane = async (): Promise<number> => {
    let taken = 0
    for (const clinicId of next) {
      if (isStopping()) break
      taken += await wakeClinic(deps, { clinicId, most: BATCH }).catch((error: unknown) =>
        tellFailure(deps, error),
      )
    }
    return taken
  }
  const taken = await Promise.all(Array.from({ length: lanesOf(deps) }, lane))
  return taken.reduce((sum, one) => sum + one, 0)
}

/** The embedded database has one connection: a second batch would only stand before others in its queue. */
function lanesOf({ config }: Deps): number {
  return config.DATABASE_URL === undefined ? 1 : LANES
}

function tellFailure({ log }: Deps, error: unknown): 0 {
  log.error({ error: safeError(error) }, 'reminders could not be worked out')
  return 0
}
