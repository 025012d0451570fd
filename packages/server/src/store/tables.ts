import type { Instant } from '@afterglow/engine'
import type { ColumnType, Generated } from 'kysely'

/** A time: epoch milliseconds when read, written as ISO 8601 (`timestampOf`). */
export type Time = ColumnType<Instant, string, string>
export type OptionalTime = ColumnType<Instant | null, string | null | undefined, string | null>
/** JSON when read, its text when written (`jsonOf`). */
type Json<T> = ColumnType<T, string, string>
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>
/** Rows that are only ever added have columns that nobody changes. */
type Fixed<T> = ColumnType<T, T, never>

interface OfClinic {
  readonly clinicId: Fixed<string>
}

interface OfPatient extends OfClinic {
  readonly patientId: Fixed<string>
}

/** A caller as rows remember them: `staff` and a user's id, `patient`, `caregiver`, `api-key`, `webhook`, `system`. */
interface ByActor {
  readonly actorKind: Fixed<string>
  readonly actorId: ColumnType<string | null, string | null, never>
}

export interface ProtocolPin {
  readonly code: string
  readonly version: string
  readonly hash: string
}

export interface Tables {
  readonly authMember: {
    id: string
    organizationId: string
    userId: string
    role: string
    createdAt: Time
  }
  readonly authOrganization: { id: string; name: string; slug: string; createdAt: Time }
  readonly authUser: {
    id: string
    name: string
    email: string
    emailVerified: boolean
    createdAt: Time
    updatedAt: Time
    twoFactorEnabled: Optional<boolean>
  }
  readonly authSession: {
    id: string
    userId: string
    token: string
    createdAt: Time
    expiresAt: Time
  }
  readonly authPasskey: {
    id: string
    userId: string
    name: string
    credentialId: string
    publicKey: Uint8Array
    counter: number
    transports: readonly string[]
    createdAt: Time
    lastUsedAt: OptionalTime
  }
  readonly authInvitation: {
    id: string
    organizationId: string
    email: string
    role: Optional<string>
    status: string
    expiresAt: Time
    createdAt: Time
    inviterId: string
    tokenHash: Optional<Uint8Array>
  }
  readonly rateLimit: { key: string; windowStart: Time; count: number }
  readonly setupToken: { tokenHash: Uint8Array; createdAt: Time; usedAt: OptionalTime }
  /** When what is done once a day was last done. */
  readonly upkeep: { name: string; ranAt: Time }
  readonly serverSecret: { name: string; sealed: Uint8Array; createdAt: Time }
  readonly protocolVersion: ProtocolPin & { content: Json<unknown>; publishedAt: Time }

  readonly clinic: OfClinic & {
    name: string
    zone: string
    country: Optional<string>
    locale: string
    settings: Json<unknown>
    revision: Generated<number>
    createdAt: Time
  }
  readonly patient: OfPatient & {
    zone: string
    locale: string
    preferences: Json<unknown>
    state: 'active' | 'merged' | 'erased'
    mergedInto: Optional<string>
    sealed: Optional<Uint8Array>
    revision: Generated<number>
    createdAt: Time
    updatedAt: Time
  }
  readonly patientKey: OfPatient & { wrapped: Uint8Array; createdAt: Time }
  readonly patientTerm: OfPatient & { term: Fixed<Uint8Array> }
  readonly event: OfPatient &
    ByActor & {
      eventId: Fixed<string>
      type: Fixed<string>
      at: ColumnType<Instant, string, never>
      recordedAt: ColumnType<Instant, string, never>
      data: ColumnType<Readonly<Record<string, unknown>>, string, never>
      sealed: ColumnType<Uint8Array | null, Uint8Array | null, never>
    }
  readonly carePlan: OfPatient & {
    protocols: Json<readonly ProtocolPin[]>
    adoptionId: Optional<string>
    planHash: Optional<string>
    anchor: OptionalTime
    eventCount: number
    updatedAt: Time
  }
  readonly wake: OfPatient & { dueAt: Time; handledUntil: Time }
  readonly receipt: OfPatient &
    ByActor & {
      receiptId: Fixed<string>
      kind: Fixed<string>
      planHash: Fixed<string>
      protocols: ColumnType<readonly ProtocolPin[], string, never>
      givenAt: ColumnType<Instant, string, never>
      sealed: ColumnType<Uint8Array | null, Uint8Array | null, never>
    }
  readonly photo: OfPatient &
    ByActor & {
      photoId: Fixed<string>
      purpose: string
      takenAt: OptionalTime
      recordedAt: Time
      widthPx: number
      heightPx: number
      sha256: string
      sizeBytes: number
      removedAt: OptionalTime
    }
  readonly erasure: OfPatient & { erasedAt: Time; actorId: Optional<string> }
  readonly invitation: OfPatient & {
    invitationId: Fixed<string>
    kind: 'patient' | 'caregiver'
    tokenHash: Uint8Array
    codeHash: Optional<Uint8Array>
    tries: Generated<number>
    createdAt: Time
    expiresAt: Time
    redeemedAt: OptionalTime
    revokedAt: OptionalTime
    actorId: Optional<string>
  }
  readonly patientSession: OfPatient & {
    sessionId: Fixed<string>
    kind: 'patient' | 'caregiver'
    tokenHash: Uint8Array
    invitationId: Optional<string>
    createdAt: Time
    seenAt: Time
    expiresAt: Time
    endedAt: OptionalTime
  }
  readonly signInCode: OfPatient & {
    codeHash: Fixed<Uint8Array>
    kind: 'patient' | 'caregiver'
    sessionId: Optional<string>
    createdAt: Time
    expiresAt: Time
    usedAt: OptionalTime
  }
  readonly apiKey: OfClinic & {
    apiKeyId: Fixed<string>
    name: string
    tokenHash: Uint8Array
    role: string
    createdAt: Time
    actorId: Optional<string>
    usedAt: OptionalTime
    endedAt: OptionalTime
  }
  readonly answerToken: OfPatient & {
    tokenHash: Fixed<Uint8Array>
    deliveryId: Optional<string>
    purpose: string
    subject: Json<unknown>
    createdAt: Time
    expiresAt: Time
    usedAt: OptionalTime
  }
  readonly calendarFeed: OfPatient & {
    feedId: Fixed<string>
    tokenHash: Uint8Array
    createdAt: Time
    revokedAt: OptionalTime
    detailed: boolean
  }
  readonly alert: OfPatient & {
    alertId: Fixed<string>
    eventId: string
    disposition: string
    urgency: number
    raisedAt: Time
    ownerId: Optional<string>
    acknowledgedAt: OptionalTime
    acknowledgedBy: Optional<string>
    resolvedAt: OptionalTime
    resolvedBy: Optional<string>
    escalatedAt: OptionalTime
    revision: Generated<number>
  }
  readonly delivery: OfClinic & {
    deliveryId: Fixed<string>
    patientId: Optional<string>
    kind: string
    channel: string
    state: 'queued' | 'accepted' | 'gone' | 'dead' | 'dropped'
    attempts: number
    reminder: Json<unknown>
    sealed: Optional<Uint8Array>
    dueAt: Time
    expiresAt: OptionalTime
    reason: Optional<string>
    providerId: Optional<string>
    createdAt: Time
    settledAt: OptionalTime
  }
  readonly pushSubscription: OfPatient & {
    subscriptionId: Fixed<string>
    sealed: Uint8Array
    endpointHash: Uint8Array
    sessionId: Optional<string>
    createdAt: Time
  }
  readonly suppression: OfClinic & {
    channel: string
    addressHash: Uint8Array
    reason: string
    createdAt: Time
  }
  readonly webhookEndpoint: OfClinic & {
    endpointId: Fixed<string>
    url: string
    events: Json<readonly string[]>
    sealedSecret: Uint8Array
    createdAt: Time
    endedAt: OptionalTime
  }
  readonly webhookSource: OfClinic & {
    sourceId: Fixed<string>
    name: string
    sealedSecret: Uint8Array
    createdAt: Time
    endedAt: OptionalTime
  }
  readonly receivedWebhook: OfClinic & { sourceId: string; webhookId: string; receivedAt: Time }
  readonly idempotency: OfClinic & {
    actor: string
    key: string
    requestHash: string
    /** Whom it is about: their erasure removes it. */
    patientId: Optional<string>
    status: number
    sealedBody: Optional<Uint8Array>
    headers: Json<Readonly<Record<string, string>>>
    createdAt: Time
  }
  readonly audit: OfClinic &
    ByActor & {
      auditId: Fixed<string>
      at: Time
      action: string
      patientId: Optional<string>
      outcome: string
      requestId: Optional<string>
      detail: Json<unknown>
    }
  /** What a month's check-ins, sessions and questions come to, and when that was counted. */
  readonly insightMonth: OfClinic & { month: string; content: Json<unknown>; countedAt: Time }
  readonly adoption: OfClinic & {
    adoptionId: Fixed<string>
    number: number
    protocols: Json<readonly ProtocolPin[]>
    changes: Json<unknown>
    publishedAt: Time
    actorId: Optional<string>
  }
}
