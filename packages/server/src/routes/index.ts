import type { Route } from '../http/route.ts'
import { ALERT_ROUTES } from './alerts.ts'
import { CARE_EVENT_ROUTES } from './care-events.ts'
import { CHECK_IN_ROUTES } from './check-ins.ts'
import { PATIENT_ROUTES } from './patients.ts'
import { PLAN_ROUTES } from './plans.ts'
import { PROCEDURE_ROUTES } from './procedures.ts'

/** Every route of the API: what is mounted, described and held against the authorisation matrix. */
export const ROUTES: readonly Route[] = [
  ...PATIENT_ROUTES,
  ...PROCEDURE_ROUTES,
  ...PLAN_ROUTES,
  ...CHECK_IN_ROUTES,
  ...CARE_EVENT_ROUTES,
  ...ALERT_ROUTES,
]
