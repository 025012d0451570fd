import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTurns } from './turns.ts'

const STUCK_AFTER_MS = 1000

describe('turns', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('come in the order in which they were asked for, one at a time', async () => {
    const turns = createTurns(STUCK_AFTER_MS)
    const order: number[] = []
    let running = 0
    async function take(n: number): Promise<void> {
      await turns.acquire()
      running += 1
      expect(running).toBe(1)
      order.push(n)
      await Promise.resolve()
      running -= 1
      turns.release()
    }
    await Promise.all([1, 2, 3, 4, 5].map(take))
    expect(order).toEqual([1, 2, 3, 4, 5])
  })

  it('are not jumped by one who asks at the moment of a release', async () => {
    const turns = createTurns(STUCK_AFTER_MS)
    const order: string[] = []
    await turns.acquire()
    const waiting = turns.acquire().then(() => order.push('waiting'))
    turns.release()
    const late = turns.acquire().then(() => order.push('late'))
    await waiting
    turns.release()
    await late
    expect(order).toEqual(['waiting', 'late'])
  })

  it('are refused to all who wait when one never ends, and work again once it has', async () => {
    const turns = createTurns(STUCK_AFTER_MS)
    await turns.acquire()
    const waiting = [turns.acquire().catch(String), turns.acquire().catch(String)]
    await vi.advanceTimersByTimeAsync(STUCK_AFTER_MS)
    for (const outcome of await Promise.all(waiting)) expect(outcome).toContain('never let go')
    turns.release()
    await turns.acquire()
  })

  it('that are many and short are no deadlock, however long somebody waits in all', async () => {
    const turns = createTurns(STUCK_AFTER_MS)
    await turns.acquire()
    const waiting = Array.from({ length: 5 }, async () => {
      await turns.acquire()
    })
    for (const turn of waiting) {
      await vi.advanceTimersByTimeAsync(STUCK_AFTER_MS - 1)
      turns.release()
      await turn
    }
    expect(waiting).toHaveLength(5)
  })

  it('that are long by intent turn nobody away, and the one after them is held to the time again', async () => {
    const turns = createTurns(STUCK_AFTER_MS)
    await turns.acquire()
    const early = turns.acquire()
    turns.beLong()
    const late = turns.acquire().catch(String)
    await vi.advanceTimersByTimeAsync(10 * STUCK_AFTER_MS)
    turns.release()
    await expect(early).resolves.toBeUndefined()
    await vi.advanceTimersByTimeAsync(STUCK_AFTER_MS)
    expect(await late).toContain('never let go')
  })

  it('may be long while nobody waits', async () => {
    const turns = createTurns(STUCK_AFTER_MS)
    await turns.acquire()
    await vi.advanceTimersByTimeAsync(10 * STUCK_AFTER_MS)
    const waiting = turns.acquire()
    await vi.advanceTimersByTimeAsync(STUCK_AFTER_MS - 1)
    turns.release()
    await expect(waiting).resolves.toBeUndefined()
  })
})
