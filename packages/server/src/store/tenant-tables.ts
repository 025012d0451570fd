/**
 * What each table is to a cluster and to row-level security. A tenant table has `clinic_id` first in its primary key and
 * one policy; a reference table is the same for every clinic; a local table is nobody's but the server's own.
 */
export const TENANT_TABLES = [
  'adoption',
  'alert',
  'answer_token',
  'api_key',
  'audit',
  'calendar_feed',
  'care_plan',
  'clinic',
  'delivery',
  'erasure',
  'event',
  'idempotency',
  'insight_month',
  'invitation',
  'patient',
  'patient_key',
  'patient_session',
  'patient_term',
  'photo',
  'push_subscription',
  'receipt',
  'received_webhook',
  'sign_in_code',
  'suppression',
  'wake',
  'webhook_endpoint',
  'webhook_source',
] as const

export const REFERENCE_TABLES = ['protocol_version'] as const

export const LOCAL_TABLES = [
  'auth_account',
  'auth_invitation',
  'auth_member',
  'auth_organization',
  'auth_passkey',
  'auth_session',
  'auth_two_factor',
  'auth_user',
  'auth_verification',
  'rate_limit',
  'server_secret',
  'setup_token',
  'upkeep',
] as const

/** Tables of one patient's rows: a patient's own session sees no other patient's. */
export const PATIENT_TABLES = [
  'alert',
  'answer_token',
  'calendar_feed',
  'care_plan',
  'delivery',
  'event',
  'invitation',
  'patient',
  'patient_key',
  'patient_session',
  'patient_term',
  'photo',
  'push_subscription',
  'receipt',
  'sign_in_code',
  'wake',
] as const

/** Nothing is ever changed or removed by whoever writes here; an erasure has a role of its own. */
export const APPEND_ONLY_TABLES = ['audit', 'erasure', 'event', 'receipt'] as const
