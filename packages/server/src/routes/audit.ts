import { parseInstant } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { accessesJson, type AuditAsked, type AuditEntry, auditLines } from '../care/audit-log.ts'
import { toCsv } from '../care/csv.ts'
import {
  isId,
  isInstant,
  OTHER_CURSOR,
  type Page,
  pageOf,
  pageQuery,
  readCursor,
} from '../http/page.ts'
import { done, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, OWNER, type Route } from '../http/route.ts'
import { timestampOf } from '../store/database.ts'
import { csvReply } from './adverse-events.ts'
import { notInstant } from './care-of-call.ts'
import { idForm, instantForm, listForm } from './forms.ts'
import { patientOf } from './patient-of.ts'

const auditQuery = pageQuery.extend({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  patient: idForm.optional(),
  actor: z.string().max(100).optional(),
  action: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)+$/)
    .optional(),
  from: instantForm.optional(),
  /** Not itself in it. */
  to: instantForm.optional(),
})
type AuditQuery = z.output<typeof auditQuery>

type Asked =
  | { readonly ok: true; readonly asked: AuditAsked }
  | { readonly ok: false; readonly reply: Reply }

function askedIn(clinicId: string, query: AuditQuery): Asked {
  const { patient, actor, action, limit } = query
  const [from, until] = [query.from, query.to].map((one) => one && parseInstant(one))
  if (query.from !== undefined && !isTime(from))
    return { ok: false, reply: notInstant('query.from', query.from) }
  if (query.to !== undefined && !isTime(until))
    return { ok: false, reply: notInstant('query.to', query.to) }
  const place = readCursor(query.cursor, PLACE)
  if (place === undefined) return { ok: false, reply: OTHER_CURSOR }
  const span = { ...(isTime(from) && { from }), ...(isTime(until) && { until }) }
  return { ok: true, asked: { clinicId, patientId: patient, actor, action, ...span, place, limit } }
}

function isTime(value: unknown): value is number {
  return typeof value === 'number'
}

const PLACE = [isInstant, isId] as const

async function pageIn({ trx }: Call, asked: AuditAsked): Promise<Page<AuditEntry>> {
  const lines = await auditLines(trx, asked)
  return pageOf(lines, asked.limit, ({ at, auditId }) => [at, auditId])
}

const list = defineRoute(
  {
    method: 'get',
    path: '/audit',
    summary: 'Who did what to whose record, the newest first, also what was denied',
    tag: 'Record',
    access: OWNER,
    action: 'audit.list',
    query: auditQuery,
    replies: { 200: listForm },
  },
  async (call): Promise<Reply> => {
    const read = askedIn(call.clinicId, call.query)
    if (!read.ok) return read.reply
    const { items, next } = await pageIn(call, read.asked)
    return done({ items: items.map((line) => ({ ...line, at: timestampOf(line.at) })), next })
  },
)

const HEAD = [
  'at',
  'actorKind',
  'actorId',
  'action',
  'patientId',
  'outcome',
  'requestId',
  'detail',
] as const

const csv = defineRoute(
  {
    method: 'get',
    path: '/audit.csv',
    summary: 'The same for a spreadsheet; X-Next-Cursor says that there is more',
    tag: 'Record',
    access: OWNER,
    action: 'audit.export-csv',
    query: auditQuery,
    replies: { 200: { type: 'text/csv' } },
  },
  async (call): Promise<Reply> => {
    const read = askedIn(call.clinicId, call.query)
    if (!read.ok) return read.reply
    const { items, next } = await pageIn(call, read.asked)
    const rows = items.map(({ at, actorKind, actorId, action, patientId, ...rest }) => [
      timestampOf(at),
      actorKind,
      actorId,
      action,
      patientId,
      rest.outcome,
      rest.requestId,
      JSON.stringify(rest.detail),
    ])
    return csvReply(toCsv(HEAD, rows), { name: 'audit', next })
  },
)

const accesses = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/accesses',
    summary:
      'Who opened or changed this record, and when. Not in it: who saw the name or an address in a list, a search, the inbox or among what was sent',
    tag: 'Record',
    access: ['patient', 'owner'],
    action: 'access.list',
    query: pageQuery,
    replies: { 200: listForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { clinicId, patientId } = found.record
    const place = readCursor(call.query.cursor, PLACE)
    if (place === undefined) return OTHER_CURSOR
    const asked = { clinicId, patientId, place, limit: call.query.limit }
    const { items, next } = await pageIn(call, asked)
    return done({ items: await accessesJson(call, items), next })
  },
)

export const AUDIT_ROUTES: readonly Route[] = [list, csv, accesses]
