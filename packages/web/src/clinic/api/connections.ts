import { readItems, type Reply, send } from './request.ts'

export const KEY_ROLES = ['clinician', 'front-desk', 'read-only'] as const
export type KeyRole = (typeof KEY_ROLES)[number]

export interface ApiKey {
  readonly apiKeyId: string
  readonly name: string
  readonly role: KeyRole
  readonly createdAt: string
  readonly usedAt: string | null
  readonly endedAt: string | null
}

export const EVENT_TYPES = ['check-in.urgent', 'window.opened', 'procedure.created'] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** A system that is told of events. */
export interface Endpoint {
  readonly endpointId: string
  readonly url: string
  readonly events: readonly EventType[]
  readonly createdAt: string
  readonly endedAt: string | null
  /** How the last delivery went. */
  readonly last: {
    readonly kind: string
    readonly state: string
    readonly attempts: number
    readonly reason: string | null
    readonly createdAt: string
    readonly settledAt: string | null
  } | null
}

/** A system that tells of sessions. */
export interface BookingSource {
  readonly sourceId: string
  readonly name: string
  readonly createdAt: string
  readonly endedAt: string | null
}

/** The one before is taken beside it until then. */
export interface Rotated {
  readonly secret: string
  readonly olderUntil: string | null
}

export function readApiKeys(): Promise<readonly ApiKey[]> {
  return readItems<ApiKey>('/v1/api-keys')
}

export function makeApiKey(key: {
  readonly name: string
  readonly role: KeyRole
}): Promise<Reply<{ readonly key: string }>> {
  return send({ method: 'POST', path: '/v1/api-keys', body: key })
}

export function endApiKey(apiKeyId: string): Promise<Reply<unknown>> {
  return send({ method: 'DELETE', path: `/v1/api-keys/${apiKeyId}` })
}

export function readEndpoints(): Promise<readonly Endpoint[]> {
  return readItems<Endpoint>('/v1/webhook-endpoints')
}

export function makeEndpoint(endpoint: {
  readonly url: string
  readonly events: readonly EventType[]
}): Promise<Reply<{ readonly secret: string }>> {
  return send({ method: 'POST', path: '/v1/webhook-endpoints', body: endpoint })
}

export function rotateEndpoint(endpointId: string): Promise<Reply<Rotated>> {
  return send({ method: 'POST', path: `/v1/webhook-endpoints/${endpointId}/rotate`, body: {} })
}

export function testEndpoint(endpointId: string): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: `/v1/webhook-endpoints/${endpointId}/test`, body: {} })
}

export function endEndpoint(endpointId: string): Promise<Reply<unknown>> {
  return send({ method: 'DELETE', path: `/v1/webhook-endpoints/${endpointId}` })
}

export function readBookingSources(): Promise<readonly BookingSource[]> {
  return readItems<BookingSource>('/v1/webhook-sources')
}

export interface NewSource {
  readonly url: string
  readonly bouncesUrl: string
  readonly secret: string
}

export function makeBookingSource(name: string): Promise<Reply<NewSource>> {
  return send({ method: 'POST', path: '/v1/webhook-sources', body: { name } })
}

export function rotateBookingSource(sourceId: string): Promise<Reply<Rotated>> {
  return send({ method: 'POST', path: `/v1/webhook-sources/${sourceId}/rotate`, body: {} })
}

export function endBookingSource(sourceId: string): Promise<Reply<unknown>> {
  return send({ method: 'DELETE', path: `/v1/webhook-sources/${sourceId}` })
}
