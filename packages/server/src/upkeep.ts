import { startNightlyBackup } from './backup/nightly.ts'
import { refreshInsight } from './care/insight-months.ts'
import { runRetention } from './care/retention.ts'
import type { Deps } from './deps.ts'
import { safeError } from './safe-error.ts'
import { timestampOf, timeValue } from './store/database.ts'

const HOUR_MS = 3_600_000
/** A server that is restarted every day at one time finds it due every day. */
const DUE_AFTER_MS = 23 * HOUR_MS

/** What is done once a day: what is kept too long goes, clinics' figures are counted, and a backup is written where a folder for it is set. */
export function startUpkeep(deps: Deps): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const look = (): void => {
    running = running.then(() => tidy(deps))
  }
  const hourly = setInterval(look, HOUR_MS)
  hourly.unref()
  look()
  const backup = startNightlyBackup(deps)
  return {
    stop: async () => {
      clearInterval(hourly)
      await backup.stop()
      await running
    },
  }
}

/** Removes what is kept too long and counts the figures, where that was not done in the last day, by whichever server; answers whether it did. */
export async function tidyOnceADay(deps: Deps): Promise<boolean> {
  if (!(await isTaken(deps))) return false
  try {
    const { clinics, failed, server } = await runRetention(deps, { dryRun: false, at: deps.now() })
    for (const one of failed) deps.log.error(one, 'retention failed for a clinic')
    deps.log.info({ clinics: clinics.length, failed: failed.length, server }, 'retention')
    await refreshInsight(deps)
    return true
  } catch (error) {
    await forgetTaken(deps)
    throw error
  }
}

async function tidy(deps: Deps): Promise<void> {
  try {
    await tidyOnceADay(deps)
  } catch (error) {
    deps.log.error({ error: safeError(error) }, 'retention failed')
  }
}

/** Of servers that look at one time, one. */
async function isTaken({ db, now }: Deps): Promise<boolean> {
  const at = now()
  const taken = await db
    .insertInto('upkeep')
    .values({ name: 'retention', ranAt: timestampOf(at) })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ ranAt: timestampOf(at) })
        .where('upkeep.ranAt', '<=', timeValue(at - DUE_AFTER_MS)),
    )
    .returning('name')
    .executeTakeFirst()
  return taken !== undefined
}

/** Nothing came of it: the next look tries again. */
async function forgetTaken({ db }: Deps): Promise<void> {
  await db.deleteFrom('upkeep').where('name', '=', 'retention').execute()
}
