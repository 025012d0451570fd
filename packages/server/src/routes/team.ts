import { z } from '@hono/zod-openapi'
import { writeAudit } from '../http/audit.ts'
import { actorOf, canOwnAlerts, ROLES } from '../http/principal.ts'
import { created, done, invalid, notFound, problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, OWNER, param, type Route, STAFF } from '../http/route.ts'
import type { SentInvitation } from '../auth/team-invitation.ts'
import { giveBackAlerts } from '../care/alerts-given-back.ts'
import { consoleLink } from '../console-link.ts'
import { derivedId } from '../derived-id.ts'
import { queueDelivery } from '../deliver/queue-delivery.ts'
import type { QueuedJob } from '../queue.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { inScope, isUuid, timestampOf } from '../store/database.ts'
import { teamNamesForm } from './answer-forms.ts'
import { anyForm, listForm, openLinkForm } from './forms.ts'

const rolesForm = z
  .array(z.enum(ROLES, { error: `must be of ${ROLES.join(', ')}` }))
  .min(1, { error: 'must name at least one role' })
  .max(ROLES.length)

const members = defineRoute(
  {
    method: 'get',
    path: '/team',
    summary: 'The people of the clinic and what they may do',
    tag: 'Team',
    access: OWNER,
    action: 'team.list',
    apart: true,
    replies: { 200: listForm },
  },
  async ({ deps, clinicId }) => {
    const people = await deps.staffAuth.team.members(clinicId)
    const items = people.map((one) => ({ ...one, joinedAt: timestampOf(one.joinedAt) }))
    return done({ items, next: null })
  },
)

const names = defineRoute(
  {
    method: 'get',
    path: '/team/names',
    summary: 'Who works at the clinic, by name: for whom an alert is, or who said something',
    tag: 'Team',
    access: STAFF,
    action: 'team.names',
    apart: true,
    replies: { 200: teamNamesForm },
  },
  async ({ deps, clinicId, principal }) => {
    const people = await deps.staffAuth.team.members(clinicId)
    const own = actorOf(principal).id
    const items = people.map(({ userId, name, roles }) => ({
      userId,
      name,
      roles,
      isYou: userId === own,
    }))
    return done({ items, next: null })
  },
)

const invitations = defineRoute(
  {
    method: 'get',
    path: '/team/invitations',
    summary: 'The invitations that are open',
    tag: 'Team',
    access: OWNER,
    action: 'team.invitation.list',
    apart: true,
    replies: { 200: listForm },
  },
  async ({ deps, clinicId }) => {
    const open = await deps.staffAuth.team.invitations(clinicId)
    const items = open.map((one) => ({ ...one, expiresAt: timestampOf(one.expiresAt) }))
    return done({ items, next: null })
  },
)

const invite = defineRoute(
  {
    method: 'post',
    path: '/team/invitations',
    summary:
      'Invite somebody by e-mail; the link is in the answer too, this once, and whether this server sends mail at all',
    tag: 'Team',
    access: OWNER,
    action: 'team.invite',
    apart: true,
    body: z.strictObject({ email: z.string().max(254), roles: rolesForm }),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const { deps, clinicId, body, principal, note } = call
    if (principal.kind !== 'staff') return problem(403, 'forbidden')
    const inviterId = principal.userId
    const sent = await deps.staffAuth.team.invite({ clinicId, inviterId, ...body })
    if (!sent.ok) return invalid(sent.issues)
    const { token, expiresAt, ...invitation } = sent.value
    const link = consoleLink(deps.baseUrl, `join-team/${token}`)
    await mailInvitation(call, sent.value, link)
    note({ invitationId: invitation.invitationId, roles: body.roles.join(' ') })
    const isMailed = deps.channels.mailer !== null
    return created({ ...invitation, expiresAt: timestampOf(expiresAt), link, isMailed })
  },
)

async function mailInvitation(
  { deps, clinicId, at }: Call,
  { invitationId, email, expiresAt }: SentInvitation,
  link: string,
): Promise<void> {
  const jobs: QueuedJob[] = []
  const enqueue = (job: QueuedJob) => jobs.push(job)
  await inScope(deps.db, { clinicId }, async (trx) => {
    const { locale } = await readClinic(trx, clinicId)
    const sending = { trx, deps, clinicId, at, enqueue }
    await queueDelivery(sending, {
      deliveryId: derivedId(clinicId, 'team-invitation', invitationId),
      record: null,
      kind: 'team-invitation',
      channel: 'email',
      dueAt: at,
      expiresAt,
      reminder: {},
      content: { to: email, locale, values: { link } },
    })
    await deps.queue.send(trx, jobs)
  })
}

const withdraw = defineRoute(
  {
    method: 'delete',
    path: '/team/invitations/{invitationId}',
    summary: 'Withdraw an invitation: its link is no longer good',
    tag: 'Team',
    access: OWNER,
    action: 'team.invitation.withdraw',
    apart: true,
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const { deps, clinicId } = call
    const invitationId = param(call, 'invitationId')
    if (!isUuid(invitationId)) return notFound('invitation')
    const withdrawn = await deps.staffAuth.team.withdraw({ clinicId, invitationId })
    call.note({ invitationId })
    return withdrawn ? done(null) : notFound('invitation')
  },
)

const checkLink = defineRoute(
  {
    method: 'post',
    path: '/team/accept/check',
    summary: 'Whether the link of an invitation is still good; nothing else of it is told',
    tag: 'Team',
    access: ['anonymous'],
    action: 'team.accept.check',
    unscoped: true,
    triesPer10Min: 20,
    body: z.strictObject({ token: z.string().max(200) }),
    replies: { 200: openLinkForm },
  },
  async ({ deps, body }) => done({ isOpen: await deps.staffAuth.team.isOpen(body.token) }),
)

const accept = defineRoute(
  {
    method: 'post',
    path: '/team/accept',
    summary:
      'Join a team with the link of an invitation, or choose a new password with the operator’s; without a name, the one that somebody has stays',
    tag: 'Team',
    access: ['anonymous'],
    action: 'team.accept',
    unscoped: true,
    triesPer10Min: 20,
    body: z.strictObject({
      token: z.string().max(200),
      name: z.string().max(200).optional(),
      password: z.string().max(1_000),
    }),
    replies: { 201: anyForm },
  },
  async ({ deps, body, requestId }): Promise<Reply> => {
    const joined = await deps.staffAuth.team.accept(body)
    if (!joined.ok) return invalid(joined.issues)
    const { clinicId, userId } = joined.value
    const line = {
      clinicId,
      principal: { kind: 'staff', ...joined.value, ...NEW_MEMBER },
      action: 'team.accept',
      patientId: null,
      outcome: 'done',
      requestId,
      detail: {},
    } as const
    await inScope(deps.db, { clinicId }, (trx) => writeAudit(trx, deps, line))
    return created({ clinicId, userId })
  },
)

/** The audit keeps the id alone. */
const NEW_MEMBER = { name: '', roles: [], secondFactor: false } as const

const changeRoles = defineRoute(
  {
    method: 'put',
    path: '/team/{userId}/roles',
    summary:
      'Change what somebody may do, from their next request on; who is an owner no longer loses the API keys and open invitations that they made, and the alerts of who may only read wait for somebody again',
    tag: 'Team',
    access: OWNER,
    action: 'team.roles',
    apart: true,
    body: z.strictObject({ roles: rolesForm }),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { deps, clinicId, body, note } = call
    const userId = param(call, 'userId')
    if (!isUuid(userId)) return notFound('member')
    const changed = await deps.staffAuth.team.changeRoles({ clinicId, userId, ...body })
    if (!changed.ok) return teamProblem(changed)
    const alerts = canOwnAlerts(body.roles) ? 0 : await giveBack(call, userId)
    note({ userId, roles: body.roles.join(' '), ...changed.value, alerts })
    return done({ userId, roles: body.roles })
  },
)

const remove = defineRoute(
  {
    method: 'delete',
    path: '/team/{userId}',
    summary:
      'Remove somebody from the clinic: their sessions here, the API keys and the open invitations that they made end at once, and the alerts that were theirs wait for somebody again',
    tag: 'Team',
    access: OWNER,
    action: 'team.remove',
    apart: true,
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const { deps, clinicId, note } = call
    const userId = param(call, 'userId')
    if (!isUuid(userId)) return notFound('member')
    const removed = await deps.staffAuth.team.remove({ clinicId, userId })
    // Also of somebody who is gone already: the request that removed them may have ended before this.
    const alerts = removed.ok || isNotThere(removed) ? await giveBack(call, userId) : 0
    if (!removed.ok) return teamProblem(removed)
    note({ userId, ...removed.value, alerts })
    return done(null)
  },
)

/** What was theirs to see to is somebody else's from now on. */
function giveBack({ deps, clinicId, at, enqueue }: Call, userId: string): Promise<number> {
  return inScope(deps.db, { clinicId }, (trx) =>
    giveBackAlerts({ trx, deps, clinicId, at, enqueue }, userId),
  )
}

type Trouble = Extract<
  Awaited<ReturnType<Call['deps']['staffAuth']['team']['remove']>>,
  { ok: false }
>

function isNotThere({ issues }: Trouble): boolean {
  return issues[0]?.code === 'not-found'
}

function teamProblem(trouble: Trouble): Reply {
  const { issues } = trouble
  const [first] = issues
  if (isNotThere(trouble)) return notFound('member')
  return problem(409, 'conflict', { issues, ...(first && { detail: first.diagnostics }) })
}

export const TEAM_ROUTES: readonly Route[] = [
  members,
  names,
  invitations,
  invite,
  withdraw,
  checkLink,
  accept,
  changeRoles,
  remove,
]
