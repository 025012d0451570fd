import type { Disposition, SignReport, TriageReason } from '@afterglow/engine'
import { read, type Reply, send } from './request.ts'

/** The session that had ended last, as performed or as planned. */
export interface LastSession {
  readonly code: string
  readonly device: string | null
  readonly needleDepthMm: number | null
  readonly bodySites: readonly string[]
  readonly endedAt: string
  /** It was planned, its time has passed, and nobody has said that it took place. */
  readonly toConfirm: boolean
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
  /** Urgent, nobody has it, and no mail about it has left. */
  readonly nobodyTold: boolean
  /** Whether what was told was taken back since. */
  readonly undone: boolean
  /** Whether something told later made it as urgent as it is: the patient was told less. */
  readonly judgedAgain: boolean
  readonly revision: number
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

type Seen = Pick<Alert, 'alertId' | 'revision'>

/** Says that somebody has it: whoever asks, or the member named. Refused where it has changed since it was seen. */
export function acknowledgeAlert(seen: Seen, ownerId: string): Promise<Reply<unknown>> {
  return changeAlert(seen, 'acknowledge', { ownerId })
}

/** Says that it is dealt with. */
export function resolveAlert(seen: Seen): Promise<Reply<unknown>> {
  return changeAlert(seen, 'resolve', {})
}

function changeAlert(
  { alertId, revision }: Seen,
  step: 'acknowledge' | 'resolve',
  body: object,
): Promise<Reply<unknown>> {
  const path = `/v1/alerts/${encodeURIComponent(alertId)}/${step}`
  return send({ method: 'POST', path, body, ifMatch: `"${revision}"` })
}
