import { errorAt } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { insertOwner, readyOwner } from '../auth/staff-owner.ts'
import { staffDatabase } from '../auth/staff-tables.ts'
import { writeAudit } from '../http/audit.ts'
import type { Role } from '../http/principal.ts'
import { created, done, invalid, problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, type Route } from '../http/route.ts'
import { holdSetupToken, isSetupToken, spendSetupToken } from '../setup-link.ts'
import { createClinic } from '../store/clinic-settings.ts'
import { enterScope, type Trx } from '../store/database.ts'
import { anyForm, countryForm, localeForm, openLinkForm, zoneForm } from './forms.ts'

const setupForm = z.strictObject({
  token: z.string().max(200),
  clinicName: z.string().trim().min(1, { error: 'must not be empty' }).max(200),
  zone: zoneForm,
  country: countryForm,
  locale: localeForm.default('en'),
  name: z.string().max(200),
  email: z.string().max(254),
  password: z.string().max(1_000),
  alsoClinician: z.boolean().default(false),
})
type Setup = z.output<typeof setupForm>

const checkLink = defineRoute(
  {
    method: 'post',
    path: '/setup/check',
    summary: 'Whether the link that the server printed is still good',
    tag: 'Clinic',
    access: ['anonymous'],
    action: 'clinic.set-up.check',
    unscoped: true,
    triesPer10Min: 10,
    body: z.strictObject({ token: z.string().max(200) }),
    replies: { 200: openLinkForm },
  },
  async ({ deps, body, at }) => done({ isOpen: await isSetupToken(deps.db, body.token, at) }),
)

const setUp = defineRoute(
  {
    method: 'post',
    path: '/setup',
    summary: 'Make a clinic and its first owner, with the link that the server printed',
    tag: 'Clinic',
    access: ['anonymous'],
    action: 'clinic.set-up',
    unscoped: true,
    triesPer10Min: 10,
    body: setupForm,
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const { deps, body } = call
    if (!(await isSetupToken(deps.db, body.token, call.at))) return invalid([NOT_GOOD])
    const clinicId = deps.createId()
    const owner = await readyOwner({ ...body, clinicId })
    if (!owner.ok) return invalid(owner.issues)
    return deps.db.transaction().execute(async (trx) => {
      if (!(await holdSetupToken(trx, body.token, call.at))) return invalid([NOT_GOOD])
      const made = await insertOwner(staffDatabase(trx), owner.value, call.at)
      if (!made.ok) return problem(409, 'conflict', { issues: made.issues })
      await spendSetupToken(trx, body.token, call.at)
      const { userId } = made.value
      await makeClinic(trx, call, { clinicId, userId, setup: body })
      return created({ clinicId, userId })
    })
  },
)

const NOT_GOOD = errorAt(
  'token',
  'not-found',
  'This link is used, too old or none of ours. Start the server again, or make a new link.',
)

async function makeClinic(
  trx: Trx,
  { deps, at, requestId }: Pick<Call, 'deps' | 'at' | 'requestId'>,
  made: { readonly clinicId: string; readonly userId: string; readonly setup: Setup },
): Promise<void> {
  const { clinicId, userId, setup } = made
  const { clinicName: name, zone, country, locale } = setup
  await enterScope(trx, { clinicId })
  await createClinic(trx, { clinicId, name, zone, country, locale }, at)
  await writeAudit(trx, deps, firstLine({ clinicId, userId, name: setup.name, requestId }))
}

function firstLine(given: {
  readonly clinicId: string
  readonly userId: string
  readonly name: string
  readonly requestId: string
}): Parameters<typeof writeAudit>[2] {
  const { clinicId, userId, name, requestId } = given
  const roles: readonly Role[] = ['owner']
  const principal = { kind: 'staff', userId, name, clinicId, roles, secondFactor: false } as const
  const action = 'clinic.set-up'
  return { clinicId, principal, action, patientId: null, outcome: 'done', requestId, detail: {} }
}

export const SETUP_ROUTES: readonly Route[] = [checkLink, setUp]
