import { describe, expect, it } from 'vitest'
import { createGate } from './gate.ts'

describe('a gate', () => {
  it('lets two run at once and never three, in order, also after one has failed', async () => {
    const gate = createGate(2)
    const order: number[] = []
    let running = 0
    let most = 0
    const work = async (k: number) => {
      order.push(k)
      most = Math.max(most, ++running)
      await new Promise(setImmediate)
      running--
      if (k === 1) throw new Error('this one fails')
      return k
    }
    const all = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((k) => gate(() => work(k))))
    expect(all.map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
    ])
    expect(order).toEqual([0, 1, 2, 3, 4, 5])
    expect(most).toBe(2)
    expect(await gate(async () => 'free again')).toBe('free again')
  })
})
