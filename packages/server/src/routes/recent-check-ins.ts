import { DISPOSITIONS, formatInstant, type Instant, toWire, urgencyOf } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { staffNames } from '../care/audit-log.ts'
import { checkInOf, judgeCheckIn } from '../care/judge-check-in.ts'
import { lastSessionJson, lastSessionOf } from '../care/last-session.ts'
import { type PatientCare, readCares, zoneOf } from '../care/patient-care.ts'
import { type ReportAlert, alertsOfReports, recentReports } from '../care/recent-reports.ts'
import { withoutUndone } from '../care/session-of.ts'
import { isId, isInstant, OTHER_CURSOR, pageOf, pageQuery, readCursor } from '../http/page.ts'
import { done, type Reply } from '../http/reply.ts'
import { defineRoute, type Route, STAFF } from '../http/route.ts'
import { optionalTimestamp } from '../store/database.ts'
import type { StoredEvent } from '../store/event-log.ts'
import { instantForm } from './forms.ts'
import { lastSessionForm } from './last-session-form.ts'

const SHOWN_FOR_MS = 14 * 86_400_000

const checkInForm = z.object({
  checkInId: z.uuid(),
  patientId: z.uuid(),
  name: z.string(),
  at: instantForm,
  recordedAt: instantForm,
  day: z.number().nullable().describe('Whole calendar days from the last session to the check-in'),
  procedure: lastSessionForm.nullable(),
  signs: z.array(z.looseObject({})),
  notes: z.string().nullable(),
  disposition: z.enum(DISPOSITIONS),
  urgency: z.number(),
  reasons: z.array(z.looseObject({})),
  alertId: z.uuid().nullable(),
  acknowledgedAt: instantForm.nullable(),
  ownerName: z.string().nullable(),
})

const list = defineRoute(
  {
    method: 'get',
    path: '/check-ins',
    summary:
      'What patients reported in the last 14 days, the newest first, each with what was answered',
    tag: 'Inbox',
    access: STAFF,
    action: 'check-in.recent',
    query: pageQuery,
    replies: { 200: z.object({ items: z.array(checkInForm), next: z.string().nullable() }) },
  },
  async (call): Promise<Reply> => {
    const { trx, deps, clinicId, at, query } = call
    const after = readCursor(query.cursor, [isInstant, isId, isId])
    if (after === undefined) return OTHER_CURSOR
    const asked = { clinicId, since: at - SHOWN_FOR_MS, after, count: query.limit + 1 }
    const rows = await recentReports(trx, asked)
    const page = pageOf(rows, query.limit, (last) => [
      last.recordedAt,
      last.patientId,
      last.eventId,
    ])
    const pins = [...new Map(page.items.map((row) => [row.patientId, row])).values()]
    const cares = await readCares(trx, deps, { clinicId, rows: pins })
    const byId = new Map(cares.map((read) => [read.record.patientId, read]))
    const alerts = await alertsOfReports(trx, clinicId, page.items)
    const names = await staffNames(
      trx,
      { clinicId },
      alerts.map(({ ownerId }) => ownerId),
    )
    const items = page.items.flatMap(({ patientId, eventId }) => {
      const read = byId.get(patientId)
      const event = read && withoutUndone(read.events).find((one) => one.eventId === eventId)
      if (read === undefined || event === undefined) return []
      const alert = alerts.find((one) => one.patientId === patientId && one.eventId === eventId)
      return [{ ...reportJson(read, event), ...alertJson(alert, names) }]
    })
    return done({ items, next: page.next })
  },
)

function reportJson(read: PatientCare, event: StoredEvent): object {
  const { patientId, identity } = read.record
  const { eventId, at, recordedAt } = event
  const { signs, notes = null } = checkInOf(event)
  const { disposition, reasons } = judgeCheckIn(read, event)
  const zone = zoneOf(read, at)
  const session = lastSessionOf(read, at)
  return {
    checkInId: eventId,
    patientId,
    name: identity.name,
    at: formatInstant(at, zone),
    recordedAt: formatInstant(recordedAt, zone),
    day: session && session.day,
    procedure: session && lastSessionJson(session, zone),
    signs: toWire(signs, zone),
    notes,
    disposition,
    urgency: urgencyOf(disposition),
    reasons: toWire(reasons, zone),
  }
}

/** Whose it is, where somebody has to see it. */
function alertJson(alert: ReportAlert | undefined, names: ReadonlyMap<string, string>): object {
  const acknowledgedAt: Instant | null = alert?.acknowledgedAt ?? null
  return {
    alertId: alert?.alertId ?? null,
    acknowledgedAt: optionalTimestamp(acknowledgedAt),
    ownerName: names.get(alert?.ownerId ?? '') ?? null,
  }
}

export const RECENT_CHECK_IN_ROUTES: readonly Route[] = [list]
