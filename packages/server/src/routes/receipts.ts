import { toWire } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { receiptJson } from '../care/patient-json.ts'
import { matches, RECEIPT_KINDS, receiptsOf, writeReceipt } from '../care/receipt.ts'
import { actorOf } from '../http/principal.ts'
import { created, done, notFound, type Reply } from '../http/reply.ts'
import { defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import { plannedCareOf } from './care-of-call.ts'
import { anyForm, listForm } from './forms.ts'
import { patientOf } from './patient-of.ts'

const WHO = [...STAFF, 'patient', 'caregiver'] as const

const create = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/receipts',
    summary: 'Write down that the patient was given their plan as it is now',
    tag: 'Record',
    access: DESK,
    action: 'receipt.create',
    body: z.strictObject({ kind: z.enum(RECEIPT_KINDS) }),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await plannedCareOf(call, undefined)
    if (!found.ok) return found.reply
    const receipt = await writeReceipt(call.trx, {
      receiptId: call.deps.createId(),
      kind: call.body.kind,
      care: found.planned,
      at: call.at,
      actor: actorOf(call.principal),
    })
    call.note({ receipt: receipt.receiptId, kind: receipt.kind })
    return created(receiptJson(receipt, found.planned.record.zone))
  },
)

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/receipts',
    summary: 'What the patient was given and when, the newest first',
    tag: 'Record',
    access: WHO,
    action: 'receipt.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const receipts = await receiptsOf(call.trx, found.record)
    return done({ items: receipts.map((one) => receiptJson(one, found.record.zone)), next: null })
  },
)

const read = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/receipts/{receiptId}',
    summary: 'One receipt with its sheet, and whether the same plan still comes out',
    tag: 'Record',
    access: WHO,
    action: 'receipt.read',
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { record } = found
    const receipts = await receiptsOf(call.trx, record)
    const receipt = receipts.find(({ receiptId }) => receiptId === call.params['receiptId'])
    if (receipt === undefined) return notFound('receipt')
    const isSame = await matches(call.trx, call.deps, { record, receipt })
    call.note({ receipt: receipt.receiptId, matches: isSame })
    const { sheet } = receipt.given
    return done({
      ...receiptJson(receipt, record.zone),
      matches: isSame,
      sheet: toWire(sheet, sheet.zone),
    })
  },
)

export const RECEIPT_ROUTES: readonly Route[] = [create, list, read]
