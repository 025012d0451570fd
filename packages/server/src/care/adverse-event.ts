import { daysBetween, type Instant, latestRevisions, localDate, SIGNS } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { clinicKey, pseudonym } from '../seal/index.ts'
import { sql } from 'kysely'
import { timestampOf, type Trx } from '../store/database.ts'
import { storedEvent, type StoredEvent } from '../store/event-log.ts'
import { openPatients, type PatientRecord } from '../store/patient-record.ts'
import { type PatientCare, zoneOf } from './patient-care.ts'

/** What happened: the signs that triage knows, and what is only found afterwards. */
export const ADVERSE_CODES = [
  ...SIGNS,
  'granuloma',
  'infection',
  'allergic-reaction',
  'scar',
  'burn',
  'device-fault',
  'other',
] as const
export const ADVERSE_SEVERITIES = ['mild', 'moderate', 'severe', 'life-threatening'] as const

/** The session that it followed, as performed: kept with the report, so that it says the same after a correction. */
export interface Treatment {
  readonly procedure: string
  readonly endedAt: Instant
  readonly daysSince: number
  readonly code: string | null
  readonly device: string | null
  readonly deviceName: string | null
  readonly needleLot: string | null
  readonly needleDepthMm: number | null
  readonly setting: string | null
  readonly bodySites: readonly string[]
  readonly adjuncts: readonly string[]
  readonly products: readonly { readonly name: string; readonly lot?: string }[]
}

/** The treatment that an event of a patient is of; null where they had no such procedure. */
export function treatmentOf(care: PatientCare, procedure: string, at: Instant): Treatment | null {
  const event = care.events.find((one) => one.type === 'procedure' && one.eventId === procedure)
  const latest =
    care.care && latestRevisions(care.care.session).find((one) => one.procedure.id === procedure)
  if (event === undefined || !latest) return null
  // Written from a parsed procedure and `productForm`.
  const data = event.data as Partial<Omit<Treatment, 'products'>> & { readonly product?: Product }
  const { deviceName = null, needleLot = null, products = [] } = data.product ?? {}
  const zone = zoneOf(care, at)
  return {
    procedure,
    endedAt: latest.endedAt,
    daysSince: daysBetween(localDate(latest.endedAt, zone), localDate(at, zone)),
    code: data.code ?? null,
    device: data.device ?? null,
    needleDepthMm: data.needleDepthMm ?? null,
    setting: data.setting ?? null,
    bodySites: data.bodySites ?? [],
    adjuncts: data.adjuncts ?? [],
    deviceName,
    needleLot,
    products,
  }
}

type Product = Partial<Pick<Treatment, 'deviceName' | 'needleLot' | 'products'>>

/** A line of the clinic's export: no name, nothing that somebody wrote of a person, no date that leads to one. */
export interface AdverseLine {
  readonly patient: string
  readonly codes: readonly string[]
  readonly severity: string
  readonly treatment: Omit<Treatment, 'procedure' | 'endedAt'>
}

export interface AdversePage {
  readonly lines: readonly AdverseLine[]
  readonly next: readonly [Instant, string] | null
}

/** Reports of a clinic in the order in which they were recorded, after `place`. */
export async function adversePage(
  trx: Trx,
  deps: Pick<Deps, 'masterKeys' | 'now'>,
  asked: {
    readonly clinicId: string
    readonly place: readonly (string | number)[] | null
    readonly limit: number
  },
): Promise<AdversePage> {
  const { clinicId, limit } = asked
  const rows = await adverseRows(trx, asked)
  const shown = rows.slice(0, limit)
  const patientIds = [...new Set(shown.map(({ patientId }) => patientId))]
  const records = new Map<string, PatientRecord>(
    (await openPatients(trx, deps, { clinicId, patientIds })).map((one) => [one.patientId, one]),
  )
  const key = clinicKey(deps.masterKeys, clinicId, 'pseudonym')
  const lines = shown.flatMap((row) => {
    const record = records.get(row.patientId)
    if (record === undefined) return []
    return [lineOf(storedEvent(row, record), pseudonym(key, row.patientId))]
  })
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { lines, next: last ? [last.recordedAt, last.eventId] : null }
}

function adverseRows(trx: Trx, { clinicId, place, limit }: Parameters<typeof adversePage>[2]) {
  return trx
    .selectFrom('event')
    .selectAll()
    .where('clinicId', '=', clinicId)
    .where('type', '=', 'adverse-event')
    .$if(place !== null, (all) =>
      all.where(
        sql<boolean>`(recorded_at, event_id) > (${timestampOf(Number(place?.[0]))}::timestamptz, ${String(place?.[1])}::uuid)`,
      ),
    )
    .orderBy('recordedAt')
    .orderBy('eventId')
    .limit(limit + 1)
    .execute()
}

function lineOf({ data }: StoredEvent, patient: string): AdverseLine {
  // Written by the route that records them.
  const { codes, severity, treatment } = data as unknown as Omit<AdverseLine, 'treatment'> & {
    readonly treatment: Treatment
  }
  const { procedure: _, endedAt: __, ...rest } = treatment
  return { patient, codes, severity, treatment: rest }
}

export const ADVERSE_HEAD = [
  'patient',
  'codes',
  'severity',
  'daysSince',
  'procedure',
  'device',
  'deviceName',
  'needleLot',
  'needleDepthMm',
  'setting',
  'bodySites',
  'adjuncts',
  'products',
] as const

export function adverseCells({
  patient,
  codes,
  severity,
  treatment,
}: AdverseLine): readonly (string | number | null)[] {
  const { daysSince, code, device, deviceName, needleLot, needleDepthMm, setting } = treatment
  return [
    patient,
    codes.join(' '),
    severity,
    daysSince,
    code,
    device,
    deviceName,
    needleLot,
    needleDepthMm,
    setting,
    treatment.bodySites.join(' '),
    treatment.adjuncts.join(' '),
    treatment.products.map(({ name, lot }) => (lot ? `${name} (${lot})` : name)).join('; '),
  ]
}
