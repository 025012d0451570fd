import type { Disposition, SignReport, TriageReason } from '@afterglow/engine'
import { read, type Reply, send } from './request.ts'

/** The session that had ended last, as performed. */
export interface LastSession {
  readonly code: string
  readonly device: string | null
  readonly needleDepthMm: number | null
  readonly bodySites: readonly string[]
  readonly endedAt: string
}

/** What somebody told, as it was told: a check-in, a message, or an answer to a reminder. */
export interface Told {
  readonly at: string
  readonly signs?: readonly SignReport[]
  readonly notes?: string | null
  readonly body?: string
  readonly answer?: string
}

/** Something that somebody of the clinic has to see. */
export interface Alert {
  readonly alertId: string
  readonly patientId: string
  readonly name: string | null
  readonly kind: 'check-in' | 'message' | 'answer' | null
  readonly disposition: Disposition
  /** 2 the clinic, 3 today, 4 now. */
  readonly urgency: number
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly acknowledgedBy: string | null
  readonly raisedAt: string
  readonly acknowledgedAt: string | null
  readonly resolvedAt: string | null
  readonly escalatedAt: string | null
  /** Null once somebody has it, it has escalated, or it is not urgent. */
  readonly escalatesAt: string | null
  /** Whole calendar days since the last session, where the patient is. */
  readonly day: number | null
  readonly procedure: LastSession | null
  readonly told: Told | null
  readonly reasons: readonly TriageReason[]
}

export interface Alerts {
  readonly items: readonly Alert[]
  /** Not null where more wait than were read. */
  readonly next: string | null
}

/** What is open: what nobody has taken first, then the most urgent, then what waits longest. */
export function readOpenAlerts(): Promise<Alerts> {
  return read<Alerts>('/v1/alerts?limit=100')
}

export function readAlert(alertId: string): Promise<Alert> {
  return read<Alert>(`/v1/alerts/${encodeURIComponent(alertId)}`)
}

/** Says that somebody has it: whoever asks, or the member named. */
export function acknowledgeAlert(alertId: string, ownerId?: string): Promise<Reply<unknown>> {
  const path = `/v1/alerts/${encodeURIComponent(alertId)}/acknowledge`
  return send({ method: 'POST', path, body: ownerId === undefined ? {} : { ownerId } })
}

/** Says that it is dealt with. */
export function resolveAlert(alertId: string): Promise<Reply<unknown>> {
  const path = `/v1/alerts/${encodeURIComponent(alertId)}/resolve`
  return send({ method: 'POST', path, body: {} })
}
