import type { Receipt } from './receipts.ts'
import { type PageOf, read, readItems, type Reply, send, sendForFile } from './request.ts'

/** What is kept beside a patient's care: receipts, who has looked, reports, and the end of it all. */

/** With the very sheet, and whether the same events and versions still make the same plan. */
export interface WholeReceipt extends Receipt {
  readonly matches: boolean
  readonly sheet: unknown
}

export function readWholeReceipt(patientId: string, receiptId: string): Promise<WholeReceipt> {
  return read<WholeReceipt>(`/v1/patients/${patientId}/receipts/${receiptId}`)
}

export interface Access {
  readonly at: string
  readonly by: string
  readonly name: string | null
  readonly action: string
  readonly outcome: string
}

export function readAccesses(patientId: string, cursor: string | null): Promise<PageOf<Access>> {
  return read(`/v1/patients/${patientId}/accesses${cursor === null ? '' : `?cursor=${cursor}`}`)
}

export const ADVERSE_SEVERITIES = ['mild', 'moderate', 'severe', 'life-threatening'] as const

export interface AdverseEventForm {
  readonly procedureId: string
  /** When it began. */
  readonly at: string
  readonly codes: readonly string[]
  readonly severity: (typeof ADVERSE_SEVERITIES)[number]
  readonly narrative?: string
}

export interface AdverseEvent {
  readonly eventId: string
  readonly at: string
  readonly data: Omit<AdverseEventForm, 'procedureId' | 'at'>
}

export function readAdverseEventsOf(patientId: string): Promise<readonly AdverseEvent[]> {
  return readItems<AdverseEvent>(`/v1/patients/${patientId}/adverse-events`)
}

export function reportAdverseEvent(
  patientId: string,
  form: AdverseEventForm,
  key: string,
): Promise<Reply<unknown>> {
  return send({
    method: 'POST',
    path: `/v1/patients/${patientId}/adverse-events`,
    body: form,
    key,
  })
}

/** Everything that is kept, as data or as a page to read. */
export function exportRecord(patientId: string, as: 'data' | 'page'): Promise<Reply<Blob>> {
  const path = `/v1/patients/${patientId}/export${as === 'page' ? '/page' : ''}`
  return sendForFile({ method: 'POST', path, body: {} })
}

export const ERASURE_REASONS = ['asked', 'mistake', 'retention-over', 'test-data'] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

/** For good: the key that opens the record is destroyed. */
export function erasePatient(
  patientId: string,
  reason: ErasureReason,
  key: string,
): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: `/v1/patients/${patientId}/erasure`, body: { reason }, key })
}
