import type { Route } from '../http/route.ts'
import { BOOKING_ROUTES } from './booking.ts'
import { BOOKING_SOURCE_ROUTES } from './booking-sources.ts'
import { DUPLICATE_ROUTES } from './duplicates.ts'
import { PATIENT_IMPORT_ROUTES } from './patient-import.ts'
import { WEBHOOK_ENDPOINT_ROUTES } from './webhook-endpoints.ts'
import { TEAM_ROUTES } from './team.ts'
import { SETUP_ROUTES } from './setup.ts'
import { OWN_SESSION_ROUTES } from './own-sessions.ts'
import { CLINIC_ROUTES } from './clinic.ts'
import { API_KEY_ROUTES } from './api-keys.ts'
import { ALERT_ROUTES } from './alerts.ts'
import { CARE_EVENT_ROUTES } from './care-events.ts'
import { CARE_SESSION_ROUTES } from './care-session.ts'
import { CHANNEL_ROUTES } from './channels.ts'
import { CHECK_IN_ROUTES } from './check-ins.ts'
import { PATIENT_ROUTES } from './patients.ts'
import { PLAN_ROUTES } from './plans.ts'
import { PROCEDURE_ROUTES } from './procedures.ts'
import { ANSWER_ROUTES } from './answers.ts'
import { CALENDAR_FEED_ROUTES } from './calendar-feeds.ts'
import { CONSENT_ROUTES } from './consents.ts'
import { INSIGHT_ROUTES } from './insight.ts'
import { INVITATION_ROUTES } from './invitations.ts'
import { PATIENT_SIGN_IN_ROUTES } from './patient-sign-in.ts'
import { PUSH_SUBSCRIPTION_ROUTES } from './push-subscriptions.ts'
import { ADOPTION_ROUTES } from './adoptions.ts'
import { PROTOCOL_ROUTES } from './protocols.ts'
import { ADVERSE_EVENT_ROUTES } from './adverse-events.ts'
import { AUDIT_ROUTES } from './audit.ts'
import { DAY_ROUTES } from './days.ts'
import { RECENT_CHECK_IN_ROUTES } from './recent-check-ins.ts'
import { DELIVERY_ROUTES } from './deliveries.ts'
import { ERASURE_ROUTES } from './erasure.ts'
import { EXPORT_ROUTES } from './export.ts'
import { MESSAGE_ROUTES } from './messages.ts'
import { PHOTO_ROUTES } from './photos.ts'
import { RECEIPT_ROUTES } from './receipts.ts'
import { SERIES_ROUTES } from './series.ts'

/** Every route of the API: what is mounted, described and held against the authorisation matrix. */
export const ROUTES: readonly Route[] = [
  // Before the patients: their path with an id would take `duplicates` for one.
  ...DUPLICATE_ROUTES,
  ...PATIENT_IMPORT_ROUTES,
  ...BOOKING_ROUTES,
  ...BOOKING_SOURCE_ROUTES,
  ...WEBHOOK_ENDPOINT_ROUTES,
  ...PATIENT_ROUTES,
  ...PROCEDURE_ROUTES,
  ...PLAN_ROUTES,
  ...CARE_SESSION_ROUTES,
  ...CHECK_IN_ROUTES,
  ...CARE_EVENT_ROUTES,
  ...ALERT_ROUTES,
  ...RECENT_CHECK_IN_ROUTES,
  ...DAY_ROUTES,
  ...SERIES_ROUTES,
  ...INSIGHT_ROUTES,
  ...API_KEY_ROUTES,
  ...CLINIC_ROUTES,
  ...CHANNEL_ROUTES,
  ...OWN_SESSION_ROUTES,
  ...SETUP_ROUTES,
  ...TEAM_ROUTES,
  ...INVITATION_ROUTES,
  ...PATIENT_SIGN_IN_ROUTES,
  ...CONSENT_ROUTES,
  ...PUSH_SUBSCRIPTION_ROUTES,
  ...CALENDAR_FEED_ROUTES,
  ...ANSWER_ROUTES,
  ...ADVERSE_EVENT_ROUTES,
  ...AUDIT_ROUTES,
  ...DELIVERY_ROUTES,
  ...ERASURE_ROUTES,
  ...EXPORT_ROUTES,
  ...MESSAGE_ROUTES,
  ...PHOTO_ROUTES,
  ...RECEIPT_ROUTES,
  ...PROTOCOL_ROUTES,
  ...ADOPTION_ROUTES,
]
