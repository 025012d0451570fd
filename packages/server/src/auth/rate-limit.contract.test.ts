import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeRate } from './rate-limit.ts'
import { openStaffBench, type StaffBench } from './staff-testing.ts'

let bench: StaffBench
beforeAll(async () => {
  bench = await openStaffBench()
}, 120_000)
afterAll(() => bench.close())

const AT = 1_790_000_000_000
const take = (key: string, at: number) => takeRate(bench.db, { key, limit: 3, windowMs: 1000, at })

it('lets the limit through and no more, until the window that the first try opened has ended', async () => {
  const within = [await take('a', AT), await take('a', AT + 1), await take('a', AT + 999)]
  expect(within).toEqual([true, true, true])
  expect(await take('a', AT + 999)).toBe(false)
  expect(await take('b', AT + 999)).toBe(true)
  expect(await take('a', AT + 1000)).toBe(true)
})

it('counts every one of many at the same time', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => take('burst', AT)))
  expect(all.filter(Boolean)).toHaveLength(3)
})

it('keeps counting after the limit without an end to the number', async () => {
  for (let tried = 0; tried < 6; tried += 1) await take('long', AT)
  const row = bench.db.selectFrom('rateLimit').where('key', '=', 'long').select('count')
  expect(await row.executeTakeFirst()).toEqual({ count: 4 })
})
