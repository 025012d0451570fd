import { z } from '@hono/zod-openapi'
import { answeringForm, brandingForm } from './clinic-face.ts'
import { timestampOf, jsonOf, type Trx } from './database.ts'

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day such as 21:00' })
const httpsUrl = z
  .url({ protocol: /^https$/, error: 'must be an https address' })
  .max(2_000)
  .nullable()
  .default(null)
const quietHours = z.strictObject({ from: clock, until: clock }).nullable()

/** What a clinic decides for all its patients. Each part has a value from the start, so that nothing is unset. */
export const clinicSettingsForm = z
  .strictObject({
    phone: z.string().max(40).nullable().default(null),
    emergencyNumber: z.string().max(20).nullable().default(null),
    bookingUrl: httpsUrl,
    /** Where a call by video is asked for. */
    virtualVisitUrl: httpsUrl,
    openingHours: z.string().max(500).nullable().default(null),
    answering: answeringForm.default({ who: null, hours: [] }),
    branding: brandingForm.default({ accent: null, logo: null, sheetNote: null }),
    /** Who is told of urgent check-ins, by e-mail; nobody here: the clinicians and owners. */
    alertEmails: z.array(z.email()).max(20).default([]),
    escalationEmails: z.array(z.email()).max(20).default([]),
    /** How long an urgent check-in may stay unacknowledged before it is told to more people. */
    acknowledgeWithinMin: z.int().min(1).max(1_440).default(30),
    quietHours: quietHours.default({ from: '21:00', until: '08:00' }),
    digestAt: clock.nullable().default('09:00'),
    checkInAt: clock.default('18:00'),
    /** Interactive triage off: patients see the care cards and are never told a disposition. */
    staticCards: z.boolean().default(false),
    nameInMessages: z.boolean().default(false),
    retentionMonths: z
      .strictObject({
        photos: z.int().min(1).max(600).default(84),
        messages: z.int().min(1).max(600).default(84),
        audit: z.int().min(12).max(600).default(84),
      })
      .default({ photos: 84, messages: 84, audit: 84 }),
  })
  .openapi('ClinicSettings')

export type ClinicSettings = z.output<typeof clinicSettingsForm>

export interface Clinic {
  readonly clinicId: string
  readonly name: string
  readonly zone: string
  readonly country: string | null
  readonly locale: string
  readonly settings: ClinicSettings
  readonly revision: number
}

export async function readClinic(trx: Trx, clinicId: string): Promise<Clinic> {
  const { createdAt: _, ...row } = await trx
    .selectFrom('clinic')
    .selectAll()
    .where('clinicId', '=', clinicId)
    .executeTakeFirstOrThrow()
  // A setting that came with a later release has its value here.
  return { ...row, settings: clinicSettingsForm.parse(row.settings) }
}

export async function createClinic(
  trx: Trx,
  clinic: Omit<Clinic, 'revision' | 'settings'>,
  at: number,
): Promise<void> {
  const settings = jsonOf(clinicSettingsForm.parse({}))
  await trx
    .insertInto('clinic')
    .values({ ...clinic, settings, createdAt: timestampOf(at) })
    .execute()
}

/** False where the revision is no longer the one that was read. */
export async function changeClinic(
  trx: Trx,
  {
    clinicId,
    revision,
    ...change
  }: Omit<Clinic, 'settings'> & { readonly settings: ClinicSettings },
): Promise<boolean> {
  const changed = await trx
    .updateTable('clinic')
    .set({ ...change, settings: jsonOf(change.settings), revision: revision + 1 })
    .where('clinicId', '=', clinicId)
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst()
  return changed !== undefined
}
