/** Takes turns on one thing, first come, first served. */
export interface Turns {
  /** Resolves when it is the caller's turn, which lasts until `release`. */
  readonly acquire: () => Promise<void>
  readonly release: () => void
  /** The turn that has begun may be long: nobody is turned away while it lasts. */
  readonly beLong: () => void
}

interface Waiter {
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/**
 * Where a turn goes on for `stuckAfterMs` with somebody waiting, it is taken for a deadlock of ours (a query outside
 * the transaction that is awaited inside it, on the one connection): everyone who waits then is turned away.
 */
export function createTurns(stuckAfterMs: number): Turns {
  const waiters: Waiter[] = []
  let taken = false
  let isLong = false
  const alarm = createAlarm(stuckAfterMs, () => turnAway(waiters.splice(0), stuckAfterMs))
  async function acquire(): Promise<void> {
    if (!taken) {
      taken = true
      return
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    waiters.push({ resolve, reject })
    if (!isLong) alarm.start()
    await promise
  }
  function release(): void {
    const next = waiters.shift()
    taken = next !== undefined
    isLong = false
    alarm.stop()
    if (waiters.length > 0) alarm.start()
    next?.resolve()
  }
  function beLong(): void {
    isLong = true
    alarm.stop()
  }
  return { acquire, release, beLong }
}

function turnAway(waiters: readonly Waiter[], afterMs: number): void {
  for (const { reject } of waiters) reject(stuck(afterMs))
}

interface Alarm {
  /** Nothing where it runs already. */
  readonly start: () => void
  readonly stop: () => void
}

function createAlarm(afterMs: number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined
  return {
    start: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        ring()
      }, afterMs)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

function stuck(afterMs: number): Error {
  return new Error(
    `waited ${afterMs} ms for the embedded database's one connection: its holder never let go. ` +
      'Inside a transaction, use the transaction and nothing else.',
  )
}
