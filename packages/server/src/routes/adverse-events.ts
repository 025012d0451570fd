import { parseInstant } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import {
  ADVERSE_CODES,
  ADVERSE_HEAD,
  ADVERSE_SEVERITIES,
  adverseCells,
  type AdversePage,
  adversePage,
  treatmentOf,
} from '../care/adverse-event.ts'
import { toCsv } from '../care/csv.ts'
import { readCare } from '../care/patient-care.ts'
import { eventJson } from '../care/patient-json.ts'
import { withoutUndone } from '../care/session-of.ts'
import { cursorOf, isId, isInstant, OTHER_CURSOR, readCursor } from '../http/page.ts'
import { created, done, invalidAt, type Reply } from '../http/reply.ts'
import { type Call, CLINICIAN, defineRoute, type Route } from '../http/route.ts'
import { eventsOf } from '../store/event-log.ts'
import { notInstant } from './care-of-call.ts'
import { anyForm, idForm, instantForm, listForm } from './forms.ts'
import { futureProblem, newEvent, recorded } from './new-event.ts'
import { patientOf } from './patient-of.ts'

const reportForm = z.strictObject({
  procedureId: idForm,
  /** When it began. */
  at: instantForm,
  codes: z.array(z.enum(ADVERSE_CODES)).min(1).max(20),
  severity: z.enum(ADVERSE_SEVERITIES),
  narrative: z.string().trim().max(10_000).optional(),
})

const create = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/adverse-events',
    summary: 'Report what went wrong after a session, with its device, needle and product lots',
    tag: 'Adverse events',
    access: CLINICIAN,
    action: 'adverse-event.create',
    body: reportForm,
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { record } = found
    const { procedureId, codes, severity, narrative, ...given } = call.body
    const at = parseInstant(given.at)
    if (at === undefined) return notInstant('at', given.at)
    const future = futureProblem(call, at)
    if (future) return future
    const locked = await readCare(call.trx, call.deps, { record, lock: true })
    const treatment = treatmentOf(locked, procedureId, at)
    if (treatment === null) return invalidAt('procedureId', 'is no procedure of this patient')
    const data = { codes, severity, treatment, ...(narrative && { narrative }) }
    const event = newEvent(call, { type: 'adverse-event', at, data })
    return recorded(call, { record, events: [event], locked }, () => {
      call.note({ event: event.eventId, severity })
      return created({ adverseEventId: event.eventId, ...eventJson(event, record.zone) })
    })
  },
)

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/adverse-events',
    summary: 'What was reported of a patient, with what was written',
    tag: 'Adverse events',
    access: CLINICIAN,
    action: 'adverse-event.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const events = withoutUndone(await eventsOf(call.trx, found.record))
    const reports = events.filter(({ type }) => type === 'adverse-event')
    return done({ items: reports.map((one) => eventJson(one, found.record.zone)), next: null })
  },
)

const exportQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
  cursor: z.string().max(500).optional(),
})
const WHO_EXPORTS = ['owner', 'clinician'] as const

async function pageOfCall(
  call: Call & { readonly query: z.output<typeof exportQuery> },
): Promise<AdversePage | null> {
  const { trx, deps, clinicId, query } = call
  const place = readCursor(query.cursor, [isInstant, isId])
  if (place === undefined) return null
  const page = await adversePage(trx, deps, { clinicId, place, limit: query.limit })
  call.note({ reports: page.lines.length })
  return page
}

const exportJson = defineRoute(
  {
    method: 'get',
    path: '/adverse-events',
    summary: 'Every report of the clinic without names: pseudonym, session, lots, days since',
    tag: 'Adverse events',
    access: WHO_EXPORTS,
    action: 'adverse-event.export',
    query: exportQuery,
    replies: { 200: listForm },
  },
  async (call): Promise<Reply> => {
    const page = await pageOfCall(call)
    if (page === null) return OTHER_CURSOR
    return done({ items: page.lines, next: page.next && cursorOf(page.next) })
  },
)

const exportCsv = defineRoute(
  {
    method: 'get',
    path: '/adverse-events.csv',
    summary: 'The same for a spreadsheet; X-Next-Cursor says that there is more',
    tag: 'Adverse events',
    access: WHO_EXPORTS,
    action: 'adverse-event.export-csv',
    query: exportQuery,
    replies: { 200: { type: 'text/csv' } },
  },
  async (call): Promise<Reply> => {
    const page = await pageOfCall(call)
    if (page === null) return OTHER_CURSOR
    return csvReply(toCsv(ADVERSE_HEAD, page.lines.map(adverseCells)), {
      name: 'adverse-events',
      next: page.next && cursorOf(page.next),
    })
  },
)

export function csvReply(
  body: string,
  { name, next }: { readonly name: string; readonly next: string | null },
): Reply {
  const headers = {
    'content-disposition': `attachment; filename="${name}.csv"`,
    ...(next !== null && { 'x-next-cursor': next }),
  }
  return {
    kind: 'raw',
    status: 200,
    type: 'text/csv; charset=utf-8; header=present',
    body,
    headers,
  }
}

export const ADVERSE_EVENT_ROUTES: readonly Route[] = [create, list, exportJson, exportCsv]
