import { type Kysely, sql } from 'kysely'

/**
 * Row-level security. `afterglow_tenant` sees the rows of the clinic that its transaction names, of the one patient where
 * it names one, and cannot bypass that; with no clinic named it sees none. `afterglow_worker` sees which clinics have
 * something due and nothing else. `afterglow_eraser` alone may remove what is otherwise only ever added.
 * Roles can log in (without a password nobody can) because a cluster's workers ask for that.
 */
const ROLES = ['afterglow_tenant', 'afterglow_worker', 'afterglow_eraser']

export const OPEN_CLINIC = `nullif(current_setting('afterglow.clinic', true), '')::uuid`
const OPEN_PATIENT = `nullif(current_setting('afterglow.patient', true), '')::uuid`

/** As they were at this step: a later one secures what it adds. */
export const OF_PATIENTS: readonly string[] = [
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
]

/** What the tenant's role may do beside reading and adding; a list of the columns that may change, or all. */
const CHANGES: Readonly<Record<string, string>> = {
  adoption: '',
  alert: 'update',
  answer_token: 'update',
  api_key: 'update',
  audit: '',
  calendar_feed: 'update',
  care_plan: 'update',
  clinic: 'update',
  delivery: 'update',
  erasure: '',
  event: '',
  idempotency: 'delete',
  invitation: 'update',
  patient: 'update',
  patient_key: 'update',
  patient_session: 'update',
  patient_term: 'delete',
  photo: 'update',
  push_subscription: 'delete',
  receipt: '',
  received_webhook: 'delete',
  sign_in_code: 'update',
  suppression: 'delete',
  wake: 'update, delete',
  webhook_endpoint: 'update',
  webhook_source: 'update',
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  for (const role of ROLES) await run(createRole(role))
  for (const table of Object.keys(CHANGES)) {
    for (const statement of isolation(table)) await run(statement)
  }
  await run(`grant select on protocol_version to afterglow_tenant`)
  await run(`grant select (clinic_id, due_at) on wake to afterglow_worker`)
  await run(`create policy worker on wake for select to afterglow_worker using (true)`)
}

function createRole(role: string): string {
  return `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
    execute format('grant ${role} to %I', current_user);
  end $$`
}

function isolation(table: string): readonly string[] {
  const ofPatient = OF_PATIENTS.includes(table)
  const own = `clinic_id = ${OPEN_CLINIC}`
  const patients = `(${OPEN_PATIENT} is null or patient_id = ${OPEN_PATIENT})`
  const rule = ofPatient ? `${own} and ${patients}` : own
  const more = CHANGES[table] === '' ? '' : `, ${CHANGES[table]}`
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy tenant on ${table} to afterglow_tenant, afterglow_eraser using (${rule}) with check (${rule})`,
    `grant select, insert${more} on ${table} to afterglow_tenant`,
    `grant select, update, delete on ${table} to afterglow_eraser`,
  ]
}
