import type { Migration } from 'kysely/migration'
import * as clinics from './0001-clinics.ts'
import * as tenancy from './0002-tenancy.ts'
import * as staffSessions from './0003-staff-sessions.ts'
import * as keeping from './0004-keeping.ts'
import * as patientSignIn from './0005-patient-sign-in.ts'
import * as webhookResults from './0006-webhook-results.ts'

/** Every step of the schema in order; a step that was released is never changed, the next one is added. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-clinics': clinics,
  '0002-tenancy': tenancy,
  '0003-staff-sessions': staffSessions,
  '0004-keeping': keeping,
  '0005-patient-sign-in': patientSignIn,
  '0006-webhook-results': webhookResults,
}
