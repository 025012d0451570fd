import type { Migration } from 'kysely/migration'
import { up as clinics } from './0001-clinics.ts'
import { up as tenancy } from './0002-tenancy.ts'
import { up as staffSessions } from './0003-staff-sessions.ts'
import { up as keeping } from './0004-keeping.ts'
import { up as patientSignIn } from './0005-patient-sign-in.ts'
import { up as webhookResults } from './0006-webhook-results.ts'
import { up as upkeep } from './0007-upkeep.ts'
import { up as groups } from './0008-groups.ts'
import { up as inbox } from './0009-inbox.ts'
import { up as screens } from './0010-console.ts'
import { up as insight } from './0011-insight.ts'
import { up as estimates } from './0012-estimates.ts'

/** Every step of the schema in order; a step that was released is never changed, the next one is added. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-clinics': { up: clinics },
  '0002-tenancy': { up: tenancy },
  '0003-staff-sessions': { up: staffSessions },
  '0004-keeping': { up: keeping },
  '0005-patient-sign-in': { up: patientSignIn },
  '0006-webhook-results': { up: webhookResults },
  '0007-upkeep': { up: upkeep },
  '0008-groups': { up: groups },
  '0009-inbox': { up: inbox },
  '0010-console': { up: screens },
  '0011-insight': { up: insight },
  '0012-estimates': { up: estimates },
}
