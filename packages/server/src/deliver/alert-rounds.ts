import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import { timeValue, type Trx } from '../store/database.ts'

export interface AlertPlace {
  readonly clinicId: string
  readonly alertId: string
}

/** So often people are told of an alert that nobody acknowledges; then it stays in the inbox, at the top. */
export const MOST_ROUNDS = 6

/** What came of one time that an alert was mailed to staff. */
export interface Round {
  /** 0 when it was raised, then as often as it escalated. */
  readonly round: number
  readonly at: Instant
  /** Of how many mails a mail server has taken, and how many are still on their way. */
  readonly taken: number
  readonly waiting: number
}

/** An alert that nobody has acknowledged; held until the end, so that nobody does while others are being told. */
export async function holdOpenAlert(
  trx: Trx,
  { clinicId, alertId }: AlertPlace,
): Promise<{ readonly raisedAt: Instant } | null> {
  const row = await trx
    .selectFrom('alert')
    .select(['raisedAt', 'acknowledgedAt', 'resolvedAt'])
    .where('clinicId', '=', clinicId)
    .where('alertId', '=', alertId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || row.acknowledgedAt !== null || row.resolvedAt !== null) return null
  return row
}

/** The last round of an alert, or null where it was mailed to nobody. */
export async function lastRound(
  trx: Trx,
  { clinicId, alertId }: AlertPlace,
  raisedAt: Instant,
): Promise<Round | null> {
  const round = sql<number>`coalesce((reminder ->> 'round')::int, 0)`
  const row = await trx
    .selectFrom('delivery')
    .select([
      round.as('round'),
      sql<Instant>`min(created_at)`.as('at'),
      sql<number>`(count(*) filter (where state = 'accepted'))::int`.as('taken'),
      sql<number>`(count(*) filter (where state = 'queued'))::int`.as('waiting'),
    ])
    .where('clinicId', '=', clinicId)
    .where('patientId', 'is', null)
    .where('createdAt', '>=', timeValue(raisedAt))
    .where('kind', 'in', ['urgent-check-in', 'escalation'])
    .where(sql<string>`reminder ->> 'alertId'`, '=', alertId)
    .groupBy(round)
    .orderBy(round, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
