import { startNightlyBackup } from './backup/nightly.ts'
import { runRetention } from './care/retention.ts'
import type { Deps } from './deps.ts'

const DAY_MS = 86_400_000

/** What is done once a day: what is kept too long goes, and a backup is written where a folder for it is set. */
export function startUpkeep(deps: Deps): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const daily = setInterval(() => {
    running = tidy(deps)
  }, DAY_MS)
  daily.unref()
  const backup = startNightlyBackup(deps)
  return {
    stop: async () => {
      clearInterval(daily)
      await backup.stop()
      await running
    },
  }
}

async function tidy(deps: Deps): Promise<void> {
  try {
    const counts = await runRetention(deps, { dryRun: false, at: deps.now() })
    deps.log.info({ counts }, 'retention')
  } catch (error) {
    deps.log.error(
      { error: error instanceof Error ? error.message : 'unknown' },
      'retention failed',
    )
  }
}
