import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import { type Database, timestampOf } from '../store/database.ts'

/** At most `limit` in a window [start, start + windowMs) that begins with its first try. */
interface Rate {
  readonly key: string
  readonly limit: number
  readonly windowMs: number
  readonly at: Instant
}

/** Counts one try under `key` and says whether it was within the limit. One statement: tries at the same time all count. */
export async function takeRate(db: Database, { key, limit, windowMs, at }: Rate): Promise<boolean> {
  const begun = timestampOf(at)
  const over = timestampOf(at - windowMs)
  const { rows } = await sql<{ count: number }>`
    insert into rate_limit (key, window_start, count) values (${key}, ${begun}::timestamptz, 1)
    on conflict (key) do update set
      count = case when rate_limit.window_start <= ${over}::timestamptz then 1
        else least(rate_limit.count, ${limit}::int) + 1 end,
      window_start = case when rate_limit.window_start <= ${over}::timestamptz then excluded.window_start
        else rate_limit.window_start end
    returning count`.execute(db)
  // A statement that inserts or updates one row returns it; without one, nothing was counted and nothing is let through.
  return (rows[0]?.count ?? limit + 1) <= limit
}
