import { z } from '@hono/zod-openapi'
import { createHash } from 'node:crypto'
import { ended, type Entry, throughDoor, tokenOf } from '../auth/patient-door.ts'
import { type CalendarAsked, calendarOf } from '../care/calendar-of.ts'
import { versionsOf } from '../care/care-versions.ts'
import { readCare } from '../care/patient-care.ts'
import { created, done, notFound, type Reply } from '../http/reply.ts'
import { defineRoute, DESK, type Route } from '../http/route.ts'
import { timestampOf } from '../store/database.ts'
import { openPatient } from '../store/patient-record.ts'
import { createToken } from '../token.ts'
import { anyForm, idForm, listForm } from './forms.ts'
import { patientOf } from './patient-of.ts'

const TAG = 'Calendar'

const create = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/calendar-feeds',
    summary:
      'A calendar to subscribe to, by an address that is shown once. Its titles tell nothing unless asked to',
    tag: TAG,
    access: [...DESK, 'patient'],
    action: 'calendar-feed.create',
    body: z.strictObject({ detailed: z.boolean().default(false) }),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { trx, deps, clinicId, at, body } = call
    const { patientId, state } = found.record
    if (state !== 'active') return notFound('patient')
    const { text, hash } = createToken(clinicId, deps.randomBytes)
    const feedId = deps.createId()
    const row = { clinicId, feedId, patientId, tokenHash: hash, detailed: body.detailed }
    await trx
      .insertInto('calendarFeed')
      .values({ ...row, createdAt: timestampOf(at) })
      .execute()
    const url = `${deps.baseUrl}/api/v1/calendar/${text}.ics`
    const webcal = url.replace(/^https?:/, 'webcal:')
    call.note({ feed: feedId, detailed: body.detailed })
    return created({ feedId, detailed: body.detailed, url, webcal })
  },
)

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/calendar-feeds',
    summary: 'The calendars of a patient, without their addresses',
    tag: TAG,
    access: [...DESK, 'patient'],
    action: 'calendar-feed.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const rows = await call.trx
      .selectFrom('calendarFeed')
      .select(['feedId', 'detailed', 'createdAt', 'revokedAt'])
      .where('clinicId', '=', call.clinicId)
      .where('patientId', '=', found.record.patientId)
      .orderBy('createdAt', 'desc')
      .orderBy('feedId')
      .limit(200)
      .execute()
    const items = rows.map(({ feedId, detailed, createdAt, revokedAt }) => ({
      feedId,
      detailed,
      createdAt: timestampOf(createdAt),
      revokedAt: revokedAt === null ? null : timestampOf(revokedAt),
    }))
    return done({ items, next: null })
  },
)

const revoke = defineRoute(
  {
    method: 'delete',
    path: '/patients/{patientId}/calendar-feeds/{feedId}',
    summary: 'The address of a calendar is good no longer',
    tag: TAG,
    access: [...DESK, 'patient'],
    action: 'calendar-feed.revoke',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const feedId = idForm.safeParse(call.params['feedId'])
    if (!feedId.success) return notFound('calendar')
    const row = await call.trx
      .updateTable('calendarFeed')
      .set({ revokedAt: timestampOf(call.at) })
      .where('clinicId', '=', call.clinicId)
      .where('patientId', '=', found.record.patientId)
      .where('feedId', '=', feedId.data)
      .where('revokedAt', 'is', null)
      .returning('feedId')
      .executeTakeFirst()
    return row === undefined ? notFound('calendar') : done(null)
  },
)

const ICS = 'text/calendar; charset=utf-8'

/** The address is the secret, as calendars can send no other: it reads this one calendar and nothing else. */
const read = defineRoute(
  {
    method: 'get',
    path: '/calendar/{file}',
    summary: 'The calendar of an address that ends in .ics, for calendar programs',
    tag: TAG,
    access: ['anonymous'],
    action: 'calendar.read',
    unscoped: true,
    replies: { 200: { type: 'text/calendar', tagged: true } },
  },
  async (call): Promise<Reply> => {
    const { clinicId, hash } = tokenOf((call.params['file'] ?? '').replace(/\.ics$/, ''))
    const door = { clinicId, action: 'calendar.read', keyed: false }
    let asked: CalendarAsked | undefined
    const reply = await throughDoor(call, door, async (entry) => {
      const feed = await liveFeed(entry, hash)
      if (feed === undefined) return withoutIndex(ended())
      const record = await openPatient(entry.trx, entry.deps, { clinicId, ...feed })
      if (record?.state !== 'active') return withoutIndex(ended())
      entry.about(record.patientId)
      const care = await readCare(entry.trx, entry.deps, { record })
      const versions = await versionsOf(entry.trx, entry.deps, care)
      asked = { care, versions, detailed: feed.detailed, at: entry.at }
      return done(null)
    })
    // Worked out behind the transaction: nobody else waits for it.
    return asked === undefined ? reply : calendarReply(await calendarOf(asked))
  },
)

function calendarReply(body: string): Reply {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return withoutIndex({ kind: 'raw', status: 200, type: ICS, body, headers: { etag } })
}

async function liveFeed({ trx, clinicId }: Entry, tokenHash: Uint8Array) {
  return trx
    .selectFrom('calendarFeed')
    .select(['patientId', 'detailed'])
    .where('clinicId', '=', clinicId)
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
}

function withoutIndex(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, 'x-robots-tag': 'noindex' } }
}

export const CALENDAR_FEED_ROUTES: readonly Route[] = [create, list, revoke, read]
