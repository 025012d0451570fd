/** Takes turns on one thing, first come, first served. */
export interface Turns {
  /** Resolves when it is the caller's turn, which lasts until `release`. */
  readonly acquire: () => Promise<void>
  readonly release: () => void
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
  let alarm: NodeJS.Timeout | undefined

  function turnAway(): void {
    alarm = undefined
    for (const { reject } of waiters.splice(0)) reject(stuck(stuckAfterMs))
  }
  /** Runs only while somebody waits, and starts anew with each turn. */
  function setAlarm(): void {
    clearTimeout(alarm)
    alarm = waiters.length > 0 ? setTimeout(turnAway, stuckAfterMs) : undefined
  }
  async function acquire(): Promise<void> {
    if (!taken) {
      taken = true
      return
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    waiters.push({ resolve, reject })
    if (alarm === undefined) setAlarm()
    await promise
  }
  function release(): void {
    const next = waiters.shift()
    taken = next !== undefined
    setAlarm()
    next?.resolve()
  }
  return { acquire, release }
}

function stuck(afterMs: number): Error {
  return new Error(
    `waited ${afterMs} ms for the embedded database's one connection: its holder never let go. ` +
      'Inside a transaction, use the transaction and nothing else.',
  )
}
