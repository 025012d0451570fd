import { addToDate, type Instant, instantOf, localDate } from '@afterglow/engine'
import { setImmediate } from 'node:timers/promises'
import type { Deps } from '../deps.ts'
import { safeError } from '../safe-error.ts'
import { type Clinic, readClinic } from '../store/clinic-settings.ts'
import {
  asWorker,
  type Database,
  inScope,
  jsonOf,
  timestampOf,
  type Trx,
} from '../store/database.ts'
import { countMonth, type InsightMonth, joinedMonth } from './insight-month.ts'

const DAY_MS = 86_400_000
/** What was counted longer ago than this is counted again: a little more than what upkeep needs to come round. */
const GOOD_FOR_MS = 26 * 3_600_000
/** So long after its end a month is still told of, corrected and taken back; then it stays as it was counted. */
const SETTLED_AFTER_MS = 31 * DAY_MS
/** As many months as somebody may ask for at one time. */
const MOST_MONTHS = 15

/** A month of a clinic, `2026-11`, and when what is told of it was counted. */
export interface CountedMonth {
  readonly month: string
  readonly countedAt: Instant
  readonly content: InsightMonth
}

/** The calendar months, in the clinic's zone, that hold dates from `from` to before `to`. */
export function monthsOf(from: string, to: string): readonly string[] {
  const last = addToDate(to, { kind: 'days', days: 1 }, -1).slice(0, 7)
  const months = [from.slice(0, 7)]
  for (let month = months[0]; month !== undefined && month < last; month = months.at(-1))
    months.push(monthAfter(month))
  return months
}

function monthAfter(month: string): string {
  return addToDate(`${month}-01`, { kind: 'months', months: 1 }).slice(0, 7)
}

/** Months as they were counted; one that upkeep has not counted yet, or not for more than a day, is counted now and not kept. */
export async function readMonths(
  trx: Trx,
  clinic: Clinic,
  { months, at }: { readonly months: readonly string[]; readonly at: Instant },
): Promise<readonly CountedMonth[]> {
  const kept = await keptMonths(trx, clinic, months)
  const counted: CountedMonth[] = []
  for (const month of months) {
    const found = kept.get(month)
    const isGood = found !== undefined && !isStale(found, clinic, at)
    counted.push(isGood ? found : await countedMonth(trx, clinic, { month, at }))
  }
  return counted
}

async function keptMonths(
  trx: Trx,
  { clinicId }: Clinic,
  months: readonly string[],
): Promise<ReadonlyMap<string, CountedMonth>> {
  const rows = await trx
    .selectFrom('insightMonth')
    .select(['month', 'countedAt', 'content'])
    .where('clinicId', '=', clinicId)
    .where('month', 'in', [...months])
    .execute()
  // Written by `keepMonth`.
  const counted = rows.map((row) => ({ ...row, content: row.content as KeptContent }))
  const known = counted.filter(({ content }) => content.countedAs === COUNTED_AS)
  return new Map(known.map((row) => [row.month, row]))
}

/** What is counted; what was kept when something else was is counted anew. */
const COUNTED_AS = 'without-undone-and-planned'

type KeptContent = InsightMonth & { readonly countedAs?: string }

function isStale(counted: CountedMonth, clinic: Clinic, at: Instant): boolean {
  return !isCountedForGood(counted, clinic) && counted.countedAt <= at - GOOD_FOR_MS
}

function isCountedForGood({ month, countedAt }: CountedMonth, { zone }: Clinic): boolean {
  return countedAt >= boundsOf([month], zone).until + SETTLED_AFTER_MS
}

/** Months that follow each other on the clock, `[from, until)`. */
export function boundsOf(
  months: readonly string[],
  zone: string,
): { readonly from: Instant; readonly until: Instant } {
  const [first = '', last = first] = [months[0], months.at(-1)]
  const startOf = (month: string) => instantOf(`${month}-01`, '00:00', zone)
  return { from: startOf(first), until: startOf(monthAfter(last)) }
}

async function countedMonth(
  trx: Trx,
  { clinicId, zone }: Clinic,
  { month, at }: { readonly month: string; readonly at: Instant },
): Promise<CountedMonth> {
  const content = await countMonth(trx, { clinicId, at, ...boundsOf([month], zone) })
  return { month, countedAt: at, content }
}

/** Counts what is to be counted of every clinic. */
export async function refreshInsight(deps: Pick<Deps, 'db' | 'now' | 'log'>): Promise<void> {
  const clinics = await asWorker(deps.db, (trx) =>
    trx.selectFrom('clinic').select('clinicId').orderBy('clinicId').execute(),
  )
  for (const { clinicId } of clinics) {
    try {
      await refreshClinic(deps, clinicId)
    } catch (error) {
      deps.log.error({ clinicId, error: safeError(error) }, 'insight failed for a clinic')
    }
  }
}

async function refreshClinic(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  clinicId: string,
): Promise<void> {
  const at = now()
  const { clinic, kept } = await inScope(db, { clinicId }, async (trx) => {
    const found = await readClinic(trx, clinicId)
    const months = lastMonths(localDate(at, found.zone))
    return { clinic: found, kept: await keptMonths(trx, found, months) }
  })
  for (const month of lastMonths(localDate(at, clinic.zone))) {
    const before = kept.get(month)
    if (before && isCountedForGood(before, clinic)) continue
    const content = await countedByDays(db, clinic, { month, at })
    await inScope(db, { clinicId }, (trx) =>
      keepMonth(trx, clinicId, { month, countedAt: at, content }),
    )
  }
}

/** Day by day, each in a transaction of its own: a large clinic's month takes seconds, and others are served between them. */
async function countedByDays(
  db: Database,
  { clinicId, zone }: Clinic,
  { month, at }: { readonly month: string; readonly at: Instant },
): Promise<InsightMonth> {
  const { from, until } = boundsOf([month], zone)
  const parts: InsightMonth[] = []
  for (let start = from; start < Math.min(until, at + 1); start += DAY_MS) {
    const span = { clinicId, from: start, until: Math.min(start + DAY_MS, until), at }
    parts.push(await inScope(db, { clinicId }, (trx) => countMonth(trx, span)))
    await setImmediate()
  }
  return joinedMonth(parts)
}

/** The newest first: what is looked at most is there first. */
function lastMonths(today: string): readonly string[] {
  const first = addToDate(today, { kind: 'months', months: 1 }, 1 - MOST_MONTHS)
  return monthsOf(first, addToDate(today, { kind: 'days', days: 1 })).toReversed()
}

async function keepMonth(
  trx: Trx,
  clinicId: string,
  { month, countedAt, content }: CountedMonth,
): Promise<void> {
  const kept: KeptContent = { ...content, countedAs: COUNTED_AS }
  const row = { content: jsonOf(kept), countedAt: timestampOf(countedAt) }
  await trx
    .insertInto('insightMonth')
    .values({ clinicId, month, ...row })
    .onConflict((conflict) => conflict.columns(['clinicId', 'month']).doUpdateSet(row))
    .execute()
}
