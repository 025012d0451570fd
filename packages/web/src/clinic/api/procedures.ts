import type { Issue, PatientFacts } from '@afterglow/engine'
import type { ProtocolPin } from './protocols.ts'
import { readItems, type Reply, send } from './request.ts'

/** What was used, for the record and for a recall; no rule asks for it. */
export interface Product {
  readonly deviceName?: string
  readonly needleLot?: string
  readonly products?: readonly { readonly name: string; readonly lot?: string }[]
}

/** A session as it is told; what is left out is unknown. */
export interface GivenProcedure {
  readonly code: string
  readonly endedAt: string
  readonly endedAtEstimated?: boolean
  readonly device?: string
  readonly needleDepthMm?: number
  readonly bodySites?: readonly string[]
  readonly adjuncts?: readonly string[]
  readonly setting?: string
  readonly indications?: readonly string[]
  readonly sessionNumber?: number
  readonly product?: Product
}

/** One that was recorded. */
export interface PatientProcedure extends GivenProcedure {
  readonly procedureId: string
  readonly recordedAt: string
}

/** In the order recorded. */
export function readProcedures(patientId: string): Promise<readonly PatientProcedure[]> {
  const path = `/v1/patients/${patientId}/procedures`
  return readItems<PatientProcedure>(path)
}

export interface RecordedProcedure {
  readonly procedureId: string
  readonly endedAt: string
  readonly planHash: string | null
  readonly protocols: readonly ProtocolPin[]
  readonly issues: readonly Issue[]
}

/** What is recorded, and what was told of the person with it: the whole of it, or nothing. */
export interface Recording extends GivenProcedure {
  readonly patient?: PatientFacts
}

export function recordProcedure(
  patientId: string,
  recording: Recording,
  key: string,
): Promise<Reply<RecordedProcedure>> {
  const path = `/v1/patients/${patientId}/procedures`
  return send({ method: 'POST', path, body: recording, key })
}

/** Takes an event back by another one, which says why. */
export function undoEvent(
  patientId: string,
  { eventId, reason }: { readonly eventId: string; readonly reason: string },
  key: string,
): Promise<Reply<{ readonly eventId: string; readonly planHash: string | null }>> {
  const path = `/v1/patients/${patientId}/events/${eventId}/undo`
  return send({ method: 'POST', path, body: { reason }, key })
}
