import { type Kysely, sql } from 'kysely'

/** Staff, as better-auth keeps them, and what the server keeps for itself. */
const LOCAL = `
create table auth_user (
  id uuid primary key, name text not null, email text not null unique, email_verified boolean not null,
  image text, created_at timestamptz not null, updated_at timestamptz not null, two_factor_enabled boolean);
create table auth_session (
  id uuid primary key, expires_at timestamptz not null, token text not null unique, created_at timestamptz not null,
  updated_at timestamptz not null, ip_address text, user_agent text, active_organization_id text,
  user_id uuid not null references auth_user (id) on delete cascade);
create index auth_session_user on auth_session (user_id);
create table auth_account (
  id uuid primary key, account_id text not null, provider_id text not null,
  user_id uuid not null references auth_user (id) on delete cascade, access_token text, refresh_token text, id_token text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz, scope text, password text,
  created_at timestamptz not null, updated_at timestamptz not null);
create index auth_account_user on auth_account (user_id);
create table auth_verification (
  id uuid primary key, identifier text not null, value text not null, expires_at timestamptz not null,
  created_at timestamptz not null, updated_at timestamptz not null);
create index auth_verification_identifier on auth_verification (identifier);
create table auth_organization (
  id uuid primary key, name text not null, slug text not null unique, logo text, created_at timestamptz not null,
  metadata text);
create table auth_member (
  id uuid primary key, organization_id uuid not null references auth_organization (id) on delete cascade,
  user_id uuid not null references auth_user (id) on delete cascade, role text not null, created_at timestamptz not null);
create unique index auth_member_user on auth_member (organization_id, user_id);
create index auth_member_of_user on auth_member (user_id);
create table auth_invitation (
  id uuid primary key, organization_id uuid not null references auth_organization (id) on delete cascade,
  email text not null, role text, status text not null, expires_at timestamptz not null, created_at timestamptz not null,
  inviter_id uuid not null references auth_user (id) on delete cascade, token_hash bytea);
create index auth_invitation_organization on auth_invitation (organization_id);
create table auth_two_factor (
  id uuid primary key, secret text not null, backup_codes text not null,
  user_id uuid not null references auth_user (id) on delete cascade, verified boolean, failed_verification_count integer,
  locked_until timestamptz);
create index auth_two_factor_user on auth_two_factor (user_id);
create table auth_passkey (
  id uuid primary key, user_id uuid not null references auth_user (id) on delete cascade, name text not null,
  credential_id text not null unique, public_key bytea not null, counter bigint not null, transports text[] not null,
  created_at timestamptz not null, last_used_at timestamptz);
create index auth_passkey_user on auth_passkey (user_id);
create table rate_limit (key text primary key, window_start timestamptz not null, count integer not null);
create table setup_token (token_hash bytea primary key, created_at timestamptz not null, used_at timestamptz);
create table server_secret (name text primary key, sealed bytea not null, created_at timestamptz not null);
`

const REFERENCE = `
-- json and not jsonb: the hash is of the text, keys in their order
create table protocol_version (
  hash text primary key, code text not null, version text not null, content json not null,
  published_at timestamptz not null);
`

/** Free text, names and contact details are in the columns named sealed, under the patient's own key. */
const PATIENTS = `
create table clinic (
  clinic_id uuid primary key, name text not null, zone text not null, country text, locale text not null,
  settings jsonb not null, revision integer not null default 1, created_at timestamptz not null);
create table patient (
  clinic_id uuid not null, patient_id uuid not null, zone text not null, locale text not null,
  preferences jsonb not null, state text not null check (state in ('active', 'merged', 'erased')), merged_into uuid,
  sealed bytea, revision integer not null default 1, created_at timestamptz not null, updated_at timestamptz not null,
  primary key (clinic_id, patient_id));
create index patient_newest on patient (clinic_id, created_at desc, patient_id);
create table patient_key (
  clinic_id uuid not null, patient_id uuid not null, wrapped bytea not null, created_at timestamptz not null,
  primary key (clinic_id, patient_id));
create table patient_term (
  clinic_id uuid not null, term bytea not null, patient_id uuid not null, primary key (clinic_id, term, patient_id));
create index patient_term_patient on patient_term (clinic_id, patient_id);
create table event (
  clinic_id uuid not null, patient_id uuid not null, event_id uuid not null, type text not null, at timestamptz not null,
  recorded_at timestamptz not null, actor_kind text not null, actor_id text, data jsonb not null, sealed bytea,
  primary key (clinic_id, patient_id, event_id));
create index event_recorded on event (clinic_id, recorded_at, event_id);
create table care_plan (
  clinic_id uuid not null, patient_id uuid not null, protocols jsonb not null, adoption_id uuid, plan_hash text,
  anchor timestamptz, event_count integer not null, updated_at timestamptz not null,
  primary key (clinic_id, patient_id));
create table wake (
  clinic_id uuid not null, patient_id uuid not null, due_at timestamptz not null, handled_until timestamptz not null,
  primary key (clinic_id, patient_id));
create index wake_due on wake (due_at, clinic_id);
create index wake_due_in_clinic on wake (clinic_id, due_at);
create table receipt (
  clinic_id uuid not null, receipt_id uuid not null, patient_id uuid not null, kind text not null, plan_hash text not null,
  protocols jsonb not null, given_at timestamptz not null, actor_kind text not null, actor_id text, sealed bytea,
  primary key (clinic_id, receipt_id));
create index receipt_patient on receipt (clinic_id, patient_id, given_at);
create table photo (
  clinic_id uuid not null, photo_id uuid not null, patient_id uuid not null, purpose text not null,
  taken_at timestamptz, recorded_at timestamptz not null, actor_kind text not null, actor_id text, width_px integer not null,
  height_px integer not null, sha256 text not null, size_bytes integer not null, removed_at timestamptz,
  primary key (clinic_id, photo_id));
create index photo_patient on photo (clinic_id, patient_id, recorded_at);
create table erasure (
  clinic_id uuid not null, patient_id uuid not null, erased_at timestamptz not null, actor_id text,
  primary key (clinic_id, patient_id));
`

const SIGN_IN = `
create table invitation (
  clinic_id uuid not null, invitation_id uuid not null, patient_id uuid not null, kind text not null,
  token_hash bytea not null, code_hash bytea, tries integer not null default 0, created_at timestamptz not null,
  expires_at timestamptz not null, redeemed_at timestamptz, revoked_at timestamptz, actor_id text,
  primary key (clinic_id, invitation_id));
create unique index invitation_token on invitation (clinic_id, token_hash);
create table patient_session (
  clinic_id uuid not null, session_id uuid not null, patient_id uuid not null, kind text not null, token_hash bytea not null,
  invitation_id uuid, created_at timestamptz not null, seen_at timestamptz not null, expires_at timestamptz not null,
  ended_at timestamptz, primary key (clinic_id, session_id));
create unique index patient_session_token on patient_session (clinic_id, token_hash);
create index patient_session_patient on patient_session (clinic_id, patient_id);
create table sign_in_code (
  clinic_id uuid not null, code_hash bytea not null, patient_id uuid not null, kind text not null,
  created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz,
  primary key (clinic_id, code_hash));
create table api_key (
  clinic_id uuid not null, api_key_id uuid not null, name text not null, token_hash bytea not null, role text not null,
  created_at timestamptz not null, actor_id text, used_at timestamptz, ended_at timestamptz,
  primary key (clinic_id, api_key_id));
create unique index api_key_token on api_key (clinic_id, token_hash);
create table answer_token (
  clinic_id uuid not null, token_hash bytea not null, patient_id uuid not null, delivery_id uuid, purpose text not null,
  subject jsonb not null, created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz,
  primary key (clinic_id, token_hash));
create table calendar_feed (
  clinic_id uuid not null, feed_id uuid not null, patient_id uuid not null, token_hash bytea not null,
  created_at timestamptz not null, revoked_at timestamptz, detailed boolean not null, primary key (clinic_id, feed_id));
create unique index calendar_feed_token on calendar_feed (clinic_id, token_hash);
`

const WORK = `
create table alert (
  clinic_id uuid not null, alert_id uuid not null, patient_id uuid not null, event_id uuid not null,
  disposition text not null, urgency integer not null, raised_at timestamptz not null, owner_id text,
  acknowledged_at timestamptz, acknowledged_by text, resolved_at timestamptz, resolved_by text, escalated_at timestamptz,
  revision integer not null default 1, primary key (clinic_id, alert_id));
create index alert_open on alert (clinic_id, urgency desc, raised_at) where resolved_at is null;
create table delivery (
  clinic_id uuid not null, delivery_id uuid not null, patient_id uuid, kind text not null, channel text not null,
  state text not null check (state in ('queued', 'accepted', 'gone', 'dead', 'dropped')), attempts integer not null,
  reminder jsonb not null, sealed bytea, due_at timestamptz not null, expires_at timestamptz, reason text,
  provider_id text, created_at timestamptz not null, settled_at timestamptz, primary key (clinic_id, delivery_id));
create index delivery_state on delivery (clinic_id, state, created_at);
create index delivery_patient on delivery (clinic_id, patient_id, created_at);
create table push_subscription (
  clinic_id uuid not null, subscription_id uuid not null, patient_id uuid not null, sealed bytea not null,
  endpoint_hash bytea not null, created_at timestamptz not null, primary key (clinic_id, subscription_id));
create unique index push_subscription_endpoint on push_subscription (clinic_id, patient_id, endpoint_hash);
create table suppression (
  clinic_id uuid not null, channel text not null, address_hash bytea not null, reason text not null,
  created_at timestamptz not null, primary key (clinic_id, channel, address_hash));
create table webhook_endpoint (
  clinic_id uuid not null, endpoint_id uuid not null, url text not null, events jsonb not null, sealed_secret bytea not null,
  created_at timestamptz not null, ended_at timestamptz, primary key (clinic_id, endpoint_id));
create table webhook_source (
  clinic_id uuid not null, source_id uuid not null, name text not null, sealed_secret bytea not null,
  created_at timestamptz not null, ended_at timestamptz, primary key (clinic_id, source_id));
create table received_webhook (
  clinic_id uuid not null, source_id uuid not null, webhook_id text not null, received_at timestamptz not null,
  primary key (clinic_id, source_id, webhook_id));
create table idempotency (
  clinic_id uuid not null, actor text not null, key text not null, request_hash text not null, status integer not null,
  sealed_body bytea, headers jsonb not null, created_at timestamptz not null, primary key (clinic_id, actor, key));
create index idempotency_age on idempotency (clinic_id, created_at);
create table audit (
  clinic_id uuid not null, audit_id uuid not null, at timestamptz not null, actor_kind text not null, actor_id text,
  action text not null, patient_id uuid, outcome text not null, request_id text, detail jsonb not null,
  primary key (clinic_id, audit_id));
create index audit_newest on audit (clinic_id, at desc, audit_id);
create index audit_patient on audit (clinic_id, patient_id, at desc);
create table adoption (
  clinic_id uuid not null, adoption_id uuid not null, number integer not null, protocols jsonb not null,
  changes jsonb not null, published_at timestamptz not null, actor_id text, primary key (clinic_id, adoption_id));
create unique index adoption_number on adoption (clinic_id, number);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [LOCAL, REFERENCE, PATIENTS, SIGN_IN, WORK]) {
    for (const statement of part.split(/;\n/)) {
      if (statement.trim() !== '') await sql.raw(statement).execute(db)
    }
  }
}
