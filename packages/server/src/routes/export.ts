import { exportPage } from '../care/export-page.ts'
import { exportPatient } from '../care/export-patient.ts'
import { LOCALES } from '../deliver/words/message-words.ts'
import { writeAudit } from '../http/audit.ts'
import { cursorOf, isId, OTHER_CURSOR, pageQuery, readCursor } from '../http/page.ts'
import { done, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, OWNER, type Route } from '../http/route.ts'
import { z } from '@hono/zod-openapi'
import { openPatients } from '../store/patient-record.ts'
import { anyForm } from './forms.ts'
import { patientOf } from './patient-of.ts'

const WHO = ['patient', 'owner', 'clinician'] as const
/** Only asked, never kept as an answer: a whole record belongs nowhere but with whoever asked for it. */
const ASKS = {
  method: 'post',
  tag: 'Record',
  access: WHO,
  asks: true,
  body: z.strictObject({}),
} as const

const exportJson = defineRoute(
  {
    ...ASKS,
    path: '/patients/{patientId}/export',
    summary: 'Everything that is kept of a patient, as data; photos by their addresses',
    action: 'patient.export',
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const headers = { 'content-disposition': 'attachment; filename="record.json"' }
    return done(await exportPatient(call, found.record), { headers })
  },
)

const exportHtml = defineRoute(
  {
    ...ASKS,
    path: '/patients/{patientId}/export/page',
    summary: 'The same as a page to read and keep, in the patient’s language',
    action: 'patient.export-page',
    replies: { 200: { type: 'text/html' } },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { record } = found
    const locale = LOCALES.find((one) => one === record.locale) ?? 'en'
    const body = exportPage(await exportPatient(call, record), locale)
    const headers = { 'content-disposition': 'attachment; filename="record.html"' }
    return { kind: 'raw', status: 200, type: 'text/html; charset=utf-8', body, headers }
  },
)

const exportQuery = pageQuery.extend({
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

/** In pages, each in a transaction of its own: a whole clinic would hold one for as long as it takes to write it. */
const exportClinic = defineRoute(
  {
    method: 'get',
    path: '/export',
    summary:
      'Every patient of the clinic, one JSON document a line, to move away; the last line says what to ask for next',
    tag: 'Record',
    access: OWNER,
    action: 'clinic.export',
    query: exportQuery,
    replies: { 200: { type: 'application/x-ndjson' } },
  },
  async (call): Promise<Reply> => {
    const { limit, cursor } = call.query
    const place = readCursor(cursor, [isId])
    if (place === undefined) return OTHER_CURSOR
    const patientIds = await patientIdsAfter(call, { after: place?.[0], limit: limit + 1 })
    const shown = patientIds.slice(0, limit)
    const lines = await patientLines(call, shown)
    const last = patientIds.length > limit ? shown.at(-1) : undefined
    const next = last === undefined ? null : cursorOf([last])
    call.note({ patients: lines.length })
    const body = [...lines, JSON.stringify({ format: 'afterglow-page/1', next })].join('\n')
    return {
      kind: 'raw',
      status: 200,
      type: 'application/x-ndjson',
      body: `${body}\n`,
      headers: FILE,
    }
  },
)

const FILE = { 'content-disposition': 'attachment; filename="clinic.ndjson"' }

async function patientIdsAfter(
  { trx, clinicId }: Call,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('patient')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where('state', '!=', 'erased')
    .$if(after !== undefined, (all) => all.where('patientId', '>', after ?? ''))
    .orderBy('patientId')
    .limit(limit)
    .execute()
  return rows.map(({ patientId }) => patientId)
}

/** Each with a line in the audit of its own: who reads all records reads each of them. */
async function patientLines(call: Call, patientIds: readonly string[]): Promise<readonly string[]> {
  const { trx, deps, clinicId, principal, requestId } = call
  const records = await openPatients(trx, deps, { clinicId, patientIds })
  const sorted = records.toSorted((a, b) => (a.patientId < b.patientId ? -1 : 1))
  const lines: string[] = []
  for (const record of sorted) {
    lines.push(JSON.stringify(await exportPatient(call, record)))
    const { patientId } = record
    const line = { clinicId, principal, patientId, requestId, detail: {} }
    await writeAudit(trx, deps, { ...line, action: 'clinic.export', outcome: 'done' })
  }
  return lines
}

export const EXPORT_ROUTES: readonly Route[] = [exportJson, exportHtml, exportClinic]
