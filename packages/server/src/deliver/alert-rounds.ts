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

/** A mail that has not left by then is not about to. */
const ON_ITS_WAY_MS = 600_000

/**
 * Of these alerts those of which somebody of the staff has been told since they were raised: a mail server has taken a mail,
 * or one of the last ten minutes is on its way and nothing has refused it yet.
 */
export async function toldAlerts(
  trx: Trx,
  alertIds: readonly string[],
  { clinicId, at }: { readonly clinicId: string; readonly at: Instant },
): Promise<ReadonlySet<string>> {
  if (alertIds.length === 0) return new Set()
  const { rows } = await sql<{ readonly alertId: string }>`
    select distinct alert.alert_id from alert
    join delivery on delivery.clinic_id = ${clinicId} and delivery.patient_id is null and delivery.kind in (${sql.join(KINDS)})
      and delivery.reminder ->> 'alertId' = alert.alert_id::text and delivery.created_at >= alert.raised_at
      and (delivery.state = 'accepted' or delivery.state = 'queued' and delivery.attempts = 0
        and delivery.created_at > ${timeValue(at - ON_ITS_WAY_MS)})
    where alert.clinic_id = ${clinicId} and alert.alert_id in (${sql.join(alertIds)})`.execute(trx)
  return new Set(rows.map(({ alertId }) => alertId))
}

/** What a delivery to staff about an alert is called. */
const KINDS = ['urgent-check-in', 'escalation']

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
    .where('kind', 'in', KINDS)
    .where(sql<string>`reminder ->> 'alertId'`, '=', alertId)
    .groupBy(round)
    .orderBy(round, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
