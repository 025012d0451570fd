import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from '../deps.ts'
import { safeError } from '../safe-error.ts'
import { dueClinics } from './claim.ts'
import { wakeClinic } from './wake-clinic.ts'

export interface Worker {
  /** Finishes the batch it is at, and takes no other. */
  readonly stop: () => Promise<void>
}

/** So many plans in one transaction: the embedded database serves nobody else in the meantime. */
const BATCH = 50
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

/** One batch of each clinic that has something due. None where others hold all that is due. */
async function wakeRound(deps: Deps, isStopping = () => false): Promise<number> {
  const clinics = await dueClinics(deps.db, { at: deps.now(), most: LOOK_AHEAD })
  if (clinics.length === 0) deps.metrics.overdueWakes.set(0)
  let taken = 0
  for (const clinicId of clinics) {
    if (isStopping()) break
    taken += await wakeClinic(deps, { clinicId, most: BATCH }).catch((error: unknown) =>
      tellFailure(deps, error),
    )
  }
  return taken
}

function tellFailure({ log }: Deps, error: unknown): 0 {
  log.error({ error: safeError(error) }, 'reminders could not be worked out')
  return 0
}
