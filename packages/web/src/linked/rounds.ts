import { whenClockLeaps } from './when-clock-leaps.ts'
import type { Sent } from './send-waiting.ts'

export interface Rounds {
  /** Asks for a round now, or right after the one that is under way. */
  readonly soon: () => void
  readonly stop: () => void
}

const FIRST_WAIT_MS = 5000
const LONGEST_WAIT_MS = 300_000
/** While somebody looks: what the clinic has changed comes by itself. */
const LOOKED_AT_MS = 900_000
/** Of several windows one sends at a time. */
const LOCK = 'afterglow-clinic'

/**
 * Runs rounds one after the other: when asked to, when there is network again, when the page is looked at and every quarter
 * of an hour while it is, when the clock was set, and after a while, each time twice as long, where the last one could not do
 * all.
 */
export function createRounds(run: () => Promise<Sent | null>): Rounds {
  const stopped = new AbortController()
  const { signal } = stopped
  let [isRunning, isWanted, failures] = [false, false, 0]
  let timer: ReturnType<typeof setTimeout> | undefined
  const once = async (): Promise<void> => {
    const sent = await alone(run)
    failures = isOver(sent) ? 0 : failures + 1
    if (failures > 0 && !signal.aborted)
      timer = setTimeout(soon, waitAfter(failures, sent?.waitMs ?? 0))
  }
  const go = async (): Promise<void> => {
    isRunning = true
    clearTimeout(timer)
    while (isWanted && !signal.aborted) {
      isWanted = false
      await once().catch(reportError)
    }
    isRunning = false
  }
  const soon = (): void => {
    isWanted = true
    if (!isRunning) void go()
  }
  whenItMayGo(soon, signal)
  signal.addEventListener('abort', () => clearTimeout(timer))
  return { soon, stop: () => stopped.abort() }
}

/** There is network again, or somebody looks. */
function whenItMayGo(go: () => void, signal: AbortSignal): void {
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') go()
  }
  addEventListener('online', go, { signal })
  document.addEventListener('visibilitychange', whenSeen, { signal })
  const timer = setInterval(whenSeen, LOOKED_AT_MS)
  signal.addEventListener('abort', () => clearInterval(timer))
  whenClockLeaps(go, signal)
}

function isOver(sent: Sent | null): boolean {
  return sent === null || sent.end === 'done' || sent.end === 'signed-out'
}

/** From 5 seconds, each time twice as long, to 5 minutes; never before the server wants to be asked again. */
function waitAfter(failures: number, leastMs: number): number {
  const doubled = FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10)
  return Math.max(Math.min(LONGEST_WAIT_MS, doubled), leastMs)
}

/** One at a time over all windows. Browsers without locks have no second window that matters. */
export async function alone<T>(run: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(LOCK, run) : run()
}
