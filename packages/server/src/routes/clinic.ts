import { z } from '@hono/zod-openapi'
import { done, invalid, problem, type Reply } from '../http/reply.ts'
import { defineRoute, OWNER, type Route, STAFF } from '../http/route.ts'
import { issuesOf } from '../http/form-issues.ts'
import {
  changeClinic,
  type Clinic,
  clinicSettingsForm,
  readClinic,
} from '../store/clinic-settings.ts'
import { logoIssue } from '../store/clinic-face.ts'
import { enterScope, leaveScope, type Trx } from '../store/database.ts'
import { lookAgain } from '../store/look-again.ts'
import { clinicCardForm } from './answer-forms.ts'
import { anyForm, countryForm, localeForm, zoneForm } from './forms.ts'

const changeForm = z
  .strictObject({
    name: z.string().trim().min(1, { error: 'must not be empty' }).max(200),
    zone: zoneForm,
    country: countryForm.nullable(),
    locale: localeForm,
    /** What is left out stays as it is, also within a part. */
    settings: z.looseObject({}),
  })
  .partial()

const read = defineRoute(
  {
    method: 'get',
    path: '/clinic',
    summary: 'The clinic and its settings',
    tag: 'Clinic',
    access: STAFF,
    action: 'clinic.read',
    replies: { 200: anyForm },
  },
  async ({ trx, clinicId }) => {
    const clinic = await readClinic(trx, clinicId)
    return done(clinic, { revision: clinic.revision })
  },
)

const card = defineRoute(
  {
    method: 'get',
    path: '/clinic/card',
    summary: 'What patients are told of their clinic: how to reach it, and who answers when',
    tag: 'Clinic',
    access: [...STAFF, 'patient', 'caregiver'],
    action: 'clinic.card',
    replies: { 200: clinicCardForm },
  },
  async ({ trx, clinicId }) => {
    const { name, locale, zone, country, settings } = await readClinic(trx, clinicId)
    const { phone, emergencyNumber, bookingUrl, virtualVisitUrl, openingHours } = settings
    const { answering, branding, staticCards } = settings
    const reached = { phone, emergencyNumber, bookingUrl, virtualVisitUrl, openingHours }
    return done({
      clinicId,
      name,
      locale,
      zone,
      country,
      ...reached,
      answering,
      branding,
      staticCards,
    })
  },
)

const change = defineRoute(
  {
    method: 'patch',
    path: '/clinic',
    summary:
      'Change the clinic and its settings; the emergency number is never taken from the country',
    tag: 'Clinic',
    access: OWNER,
    action: 'clinic.change',
    revised: true,
    body: changeForm,
    replies: { 200: anyForm },
  },
  async ({ trx, clinicId, at, body, revision, note }): Promise<Reply> => {
    const before = await readClinic(trx, clinicId)
    if (before.revision !== revision) return problem(412, 'precondition-failed')
    const settings = clinicSettingsForm.safeParse(withParts(before.settings, body.settings))
    if (!settings.success) return invalid(issuesOf(settings.error, 'settings'))
    const logo = logoIssue(settings.data.branding.logo)
    if (logo !== null) return invalid([logo])
    const next: Clinic = { ...before, ...given(body), settings: settings.data }
    if (!(await changeClinic(trx, next))) return problem(412, 'precondition-failed')
    if (next.name !== before.name) await renameTeam(trx, next)
    if (hasOtherTimes(before, next)) await lookAgain(trx, { clinicId }, { at, timesMoved: true })
    note({ changed: changedKeys(body).join(' ') })
    return done({ ...next, revision: revision + 1 }, { revision: revision + 1 })
  },
)

type Change = z.output<typeof changeForm>

/** An object that is given changes what it names of the one that there is, and leaves the rest of it alone. */
function withParts(before: object, changed: object = {}): object {
  const parts = new Map(Object.entries(before))
  for (const [key, value] of Object.entries(changed)) {
    const part: unknown = parts.get(key)
    parts.set(key, isParts(part) && isParts(value) ? withParts(part, value) : value)
  }
  return Object.fromEntries(parts)
}

function isParts(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Without what was not given, and without the settings, which are read by their own form. */
function given({ name, zone, country, locale }: Change): Partial<Clinic> {
  return {
    ...(name !== undefined && { name }),
    ...(zone !== undefined && { zone }),
    ...(country !== undefined && { country }),
    ...(locale !== undefined && { locale }),
  }
}

function changedKeys({ settings = {}, ...rest }: Change): readonly string[] {
  return [...Object.keys(rest), ...Object.keys(settings).map((key) => `settings.${key}`)]
}

/** Whether what the clinic decides of when patients are written to has changed. */
function hasOtherTimes(before: Clinic, next: Clinic): boolean {
  return timesIn(before) !== timesIn(next)
}

function timesIn({ settings: { quietHours, digestAt, checkInAt } }: Clinic): string {
  return JSON.stringify([quietHours?.from, quietHours?.until, digestAt, checkInAt])
}

/** Who signs in chooses their clinic by the name that the team has: it is the same one. */
async function renameTeam(trx: Trx, { clinicId, name }: Clinic): Promise<void> {
  await leaveScope(trx)
  await trx.updateTable('authOrganization').set({ name }).where('id', '=', clinicId).execute()
  await enterScope(trx, { clinicId })
}

export const CLINIC_ROUTES: readonly Route[] = [read, card, change]
