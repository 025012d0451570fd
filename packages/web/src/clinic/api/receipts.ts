import type { ProtocolPin } from './protocols.ts'
import { readItems, type Reply, send } from './request.ts'

/** What can be given of a plan. */
export type ReceiptKind = 'sheet' | 'link' | 'message'

/** What a patient was given and when: the plan by its hash. */
export interface Receipt {
  readonly receiptId: string
  readonly kind: ReceiptKind
  readonly planHash: string
  readonly protocols: readonly ProtocolPin[]
  readonly givenAt: string
  /** The kind of whoever gave it. */
  readonly by: string
}

export function writeReceipt(patientId: string, kind: ReceiptKind): Promise<Reply<Receipt>> {
  return send({ method: 'POST', path: pathOf(patientId), body: { kind } })
}

/** The newest first. */
export function readReceipts(patientId: string): Promise<readonly Receipt[]> {
  return readItems<Receipt>(pathOf(patientId))
}

function pathOf(patientId: string): string {
  return `/v1/patients/${encodeURIComponent(patientId)}/receipts`
}
