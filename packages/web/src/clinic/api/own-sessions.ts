import { readItems, type Reply, send } from './request.ts'

/** Somewhere that one is signed in. */
export interface OwnSession {
  readonly sessionId: string
  readonly createdAt: string
  readonly seenAt: string
  readonly address: string | null
  readonly userAgent: string | null
  readonly current: boolean
}

export function readOwnSessions(): Promise<readonly OwnSession[]> {
  return readItems<OwnSession>('/v1/sessions')
}

export function endOwnSession(sessionId: string): Promise<Reply<unknown>> {
  return send({ method: 'DELETE', path: `/v1/sessions/${sessionId}` })
}

/** All but this one. */
export function endOtherSessions(): Promise<Reply<{ readonly ended: number }>> {
  return send({ method: 'DELETE', path: '/v1/sessions' })
}
