import type { ClinicPurpose } from '../seal/index.ts'
import { SERVER } from '../store/server-secret.ts'

/** A column of values under a clinic's key, which is derived from the master key: sealed anew when that changes. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  readonly key: readonly string[]
  /** What of the rows is under the clinic's key, where not all is. */
  readonly only?: string
  readonly purpose: ClinicPurpose
  readonly field: string
  readonly clinicOf: (row: SealedRow) => string
  readonly rowIdOf: (row: SealedRow) => string
}

export type SealedRow = Readonly<Record<string, string>>

const byId = (column: string) => (row: SealedRow) => row[column] ?? ''
const clinicOf = byId('clinic_id')

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'server_secret',
    column: 'sealed',
    key: ['name'],
    purpose: 'staff-secret',
    field: 'server_secret.sealed',
    clinicOf: () => SERVER,
    rowIdOf: byId('name'),
  },
  {
    table: 'webhook_endpoint',
    column: 'sealed_secret',
    key: ['clinic_id', 'endpoint_id'],
    purpose: 'webhook-secret',
    field: 'webhook_endpoint.secret',
    clinicOf,
    rowIdOf: byId('endpoint_id'),
  },
  {
    table: 'webhook_source',
    column: 'sealed_secret',
    key: ['clinic_id', 'source_id'],
    purpose: 'webhook-secret',
    field: 'webhook_source.secret',
    clinicOf,
    rowIdOf: byId('source_id'),
  },
  {
    table: 'delivery',
    column: 'sealed',
    key: ['clinic_id', 'delivery_id'],
    only: 'patient_id is null',
    purpose: 'address',
    field: 'delivery.content',
    clinicOf,
    rowIdOf: byId('delivery_id'),
  },
  {
    table: 'idempotency',
    column: 'sealed_body',
    key: ['clinic_id', 'actor', 'key'],
    purpose: 'kept-answer',
    field: 'idempotency.body',
    clinicOf,
    rowIdOf: ({ actor, key }) => `${actor} ${key}`,
  },
]

/**
 * Bytes that are not sealed under a clinic's key: under a patient's own, hashes, a public key, and the patients' keys
 * themselves, which `rotate-keys.ts` wraps anew. With the above, every column of bytes.
 */
export const OTHER_BYTES: readonly string[] = [
  'answer_token.token_hash',
  'api_key.token_hash',
  'auth_invitation.token_hash',
  'auth_passkey.public_key',
  'calendar_feed.token_hash',
  'event.sealed',
  'invitation.code_hash',
  'invitation.token_hash',
  'patient.sealed',
  'patient_key.wrapped',
  'patient_session.token_hash',
  'patient_term.term',
  'push_subscription.endpoint_hash',
  'push_subscription.sealed',
  'receipt.sealed',
  'setup_token.token_hash',
  'sign_in_code.code_hash',
  'suppression.address_hash',
]
