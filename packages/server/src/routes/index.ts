import type { Route } from '../http/route.ts'
import { TEAM_ROUTES } from './team.ts'
import { SETUP_ROUTES } from './setup.ts'
import { OWN_SESSION_ROUTES } from './own-sessions.ts'
import { CLINIC_ROUTES } from './clinic.ts'
import { API_KEY_ROUTES } from './api-keys.ts'
import { ALERT_ROUTES } from './alerts.ts'
import { CARE_EVENT_ROUTES } from './care-events.ts'
import { CHECK_IN_ROUTES } from './check-ins.ts'
import { PATIENT_ROUTES } from './patients.ts'
import { PLAN_ROUTES } from './plans.ts'
import { PROCEDURE_ROUTES } from './procedures.ts'
import { ANSWER_ROUTES } from './answers.ts'
import { CALENDAR_FEED_ROUTES } from './calendar-feeds.ts'
import { CONSENT_ROUTES } from './consents.ts'
import { INVITATION_ROUTES } from './invitations.ts'
import { PATIENT_SIGN_IN_ROUTES } from './patient-sign-in.ts'
import { PUSH_SUBSCRIPTION_ROUTES } from './push-subscriptions.ts'

/** Every route of the API: what is mounted, described and held against the authorisation matrix. */
export const ROUTES: readonly Route[] = [
  ...PATIENT_ROUTES,
  ...PROCEDURE_ROUTES,
  ...PLAN_ROUTES,
  ...CHECK_IN_ROUTES,
  ...CARE_EVENT_ROUTES,
  ...ALERT_ROUTES,
  ...API_KEY_ROUTES,
  ...CLINIC_ROUTES,
  ...OWN_SESSION_ROUTES,
  ...SETUP_ROUTES,
  ...TEAM_ROUTES,
  ...INVITATION_ROUTES,
  ...PATIENT_SIGN_IN_ROUTES,
  ...CONSENT_ROUTES,
  ...PUSH_SUBSCRIPTION_ROUTES,
  ...CALENDAR_FEED_ROUTES,
  ...ANSWER_ROUTES,
]
