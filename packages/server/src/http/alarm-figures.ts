import { type Instant, urgencyOf } from '@afterglow/engine'
import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { safeError } from '../safe-error.ts'
import { asWorker, timeValue, type Trx } from '../store/database.ts'

const DAY_MS = 86_400_000

interface Figures {
  readonly open: number
  readonly since: Instant | null
  readonly undelivered: number
}

/**
 * Brings the figures up to date that somebody has to be woken by: of all clinics, and of nobody. Where the database does not
 * tell, they are no number: nothing known is not nothing wrong.
 */
export async function readAlarms(deps: Deps): Promise<void> {
  const { openUrgentAlerts, oldestOpenUrgentAlert, staffMailUndelivered } = deps.metrics
  const at = deps.now()
  const figures = await figuresAt(deps, at)
  openUrgentAlerts.set(figures?.open ?? Number.NaN)
  staffMailUndelivered.set(figures?.undelivered ?? Number.NaN)
  const since = figures?.since ?? at
  oldestOpenUrgentAlert.set(figures === null ? Number.NaN : Math.max(0, at - since) / 1_000)
}

async function figuresAt({ db, log }: Deps, at: Instant): Promise<Figures | null> {
  try {
    return await asWorker(db, (trx) => figuresIn(trx, at))
  } catch (error) {
    log.warn({ error: safeError(error) }, 'the figures of alerts could not be read')
    return null
  }
}

/** The worker sees what nobody has acknowledged, and of deliveries the mail to staff that was given up. */
async function figuresIn(trx: Trx, at: Instant): Promise<Figures> {
  const alerts = await trx
    .selectFrom('alert')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<Instant | null>`min(raised_at)`.as('since'),
    ])
    .where('urgency', '>=', urgencyOf('urgent'))
    .executeTakeFirstOrThrow()
  const mail = await trx
    .selectFrom('delivery')
    .select(sql<number>`count(*)::int`.as('undelivered'))
    .where('settledAt', '>', timeValue(at - DAY_MS))
    .executeTakeFirstOrThrow()
  return { ...alerts, ...mail }
}
