import { DISPOSITIONS, type Instant, urgencyOf } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { staffNames } from '../care/audit-log.ts'
import { type PatientCare, readCares } from '../care/patient-care.ts'
import { withoutUndone } from '../care/session-of.ts'
import { NOTHING_TOLD, reportJson } from '../care/told-of-alert.ts'
import { toldAlerts } from '../deliver/alert-rounds.ts'
import type { Call } from '../http/route.ts'
import { type ClinicSettings, readClinic } from '../store/clinic-settings.ts'
import { optionalTimestamp as iso, type Trx } from '../store/database.ts'
import { instantForm } from './forms.ts'
import { lastSessionForm } from './last-session-form.ts'

const MINUTE_MS = 60_000
const URGENT = urgencyOf('urgent')

const parts = {
  alertId: z.uuid(),
  patientId: z.uuid(),
  name: z.string().nullable(),
  checkInId: z.uuid().describe('The id of what it is of, whatever its kind'),
  disposition: z.enum(DISPOSITIONS),
  urgency: z.number(),
  ownerId: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  raisedAt: instantForm,
  acknowledgedAt: instantForm.nullable(),
  resolvedAt: instantForm.nullable(),
  escalatedAt: instantForm.nullable(),
  revision: z.number(),
}

export const changedAlertForm = z.object(parts)

export const alertForm = z.object({
  ...parts,
  kind: z.enum(['check-in', 'message', 'answer']).nullable(),
  ownerName: z.string().nullable(),
  escalatesAt: instantForm
    .nullable()
    .describe(
      'When more people are told; null once it is acknowledged or escalated, or not urgent',
    ),
  nobodyTold: z
    .boolean()
    .describe(
      'Urgent, and nobody has acknowledged it: no mail about it has left, and none is about to',
    ),
  undone: z.boolean().describe('Whether what it is of was taken back since'),
  judgedAgain: z
    .boolean()
    .describe('Whether something told later made it as urgent as it is; raised then'),
  day: z
    .number()
    .nullable()
    .describe('Whole calendar days from the last session to what was told, where the patient is'),
  procedure: lastSessionForm.nullable(),
  told: z
    .looseObject({
      at: instantForm,
      signs: z.array(z.looseObject({ code: z.string() })),
      notes: z.string().optional(),
      body: z.string().optional(),
      answer: z.string().optional(),
      question: z.literal(true).optional().describe('A question that the app could not answer'),
    })
    .nullable()
    .describe('What the patient told; null where it is no longer kept'),
  reasons: z
    .array(z.looseObject({}))
    .describe('Why a check-in is as urgent as it is, by the plan as it is; none of another kind'),
})

/** A row of the inbox. */
export interface AlertRow {
  readonly alertId: string
  readonly patientId: string
  readonly eventId: string
  readonly disposition: string
  readonly urgency: number
  readonly raisedAt: Instant
  readonly ownerId: string | null
  readonly acknowledgedAt: Instant | null
  readonly acknowledgedBy: string | null
  readonly resolvedAt: Instant | null
  readonly escalatedAt: Instant | null
  readonly revision: number
}

/** Alerts with whose they are, what was told and why it matters: in as many questions for a page as for one. */
export async function shownAlerts(
  call: Call,
  rows: readonly AlertRow[],
): Promise<readonly object[]> {
  const { trx, clinicId } = call
  const cares = await caresOf(call, rows)
  const owners = rows.map(({ ownerId }) => ownerId)
  const names = await staffNames(trx, { clinicId }, owners)
  const { settings } = await readClinic(trx, clinicId)
  const waiting = rows.filter(waitsUrgently)
  const ids = waiting.map(({ alertId }) => alertId)
  const told = await toldAlerts(trx, ids, call)
  return rows.map((row) => ({
    ...alertJson(row, cares.get(row.patientId)?.record.identity.name ?? null),
    ownerName: names.get(row.ownerId ?? '') ?? null,
    escalatesAt: iso(escalatesAt(row, settings)),
    nobodyTold: waiting.includes(row) && !told.has(row.alertId),
    ...toldOf(row, cares.get(row.patientId)),
  }))
}

function toldOf({ eventId, raisedAt }: AlertRow, read: PatientCare | undefined): object {
  const event = read?.events.find((one) => one.eventId === eventId)
  if (read === undefined || event === undefined)
    return { ...NOTHING_TOLD, undone: false, judgedAgain: false }
  return {
    ...reportJson(read, event),
    undone: !withoutUndone(read.events).includes(event),
    judgedAgain: raisedAt > event.recordedAt,
  }
}

function waitsUrgently({ urgency, acknowledgedAt, resolvedAt }: AlertRow): boolean {
  return urgency >= URGENT && acknowledgedAt === null && resolvedAt === null
}

async function caresOf(
  { trx, deps, clinicId }: Call,
  alerts: readonly AlertRow[],
): Promise<ReadonlyMap<string, PatientCare>> {
  const patientIds = [...new Set(alerts.map(({ patientId }) => patientId))]
  const rows = await pinnedPlans(trx, clinicId, patientIds)
  const cares = await readCares(trx, deps, { clinicId, rows })
  return new Map(cares.map((read) => [read.record.patientId, read]))
}

async function pinnedPlans(trx: Trx, clinicId: string, patientIds: readonly string[]) {
  if (patientIds.length === 0) return []
  return trx
    .selectFrom('carePlan')
    .select(['patientId', 'protocols', 'adoptionId'])
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', [...patientIds])
    .execute()
}

function escalatesAt(row: AlertRow, { acknowledgeWithinMin }: ClinicSettings): Instant | null {
  const isOver = row.acknowledgedAt !== null || row.escalatedAt !== null
  if (isOver || row.urgency < URGENT) return null
  return row.raisedAt + acknowledgeWithinMin * MINUTE_MS
}

export function alertJson(row: AlertRow, name: string | null): object {
  const { alertId, patientId, eventId, disposition, urgency, ownerId, acknowledgedBy, revision } =
    row
  return {
    alertId,
    patientId,
    name,
    checkInId: eventId,
    disposition,
    urgency,
    ownerId,
    acknowledgedBy,
    raisedAt: iso(row.raisedAt),
    acknowledgedAt: iso(row.acknowledgedAt),
    resolvedAt: iso(row.resolvedAt),
    escalatedAt: iso(row.escalatedAt),
    revision,
  }
}
