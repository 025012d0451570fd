/** What stands before the routes, in Markdown: all that holds for every one of them. */
export const INTRODUCTION = `Aftercare for microneedling: plans, check-ins, reminders. It informs; it does not diagnose.

**Sign-in of staff** is under \`/api/auth\`, beside these routes, and ends in a cookie: \`POST /api/auth/sign-in/email\`
(\`email\`, \`password\`), then \`POST /api/auth/two-factor/verify-totp\` or \`/two-factor/verify-backup-code\` (\`code\`). Who
has no second factor yet sets one up first: \`/two-factor/enable\` (\`password\`) gives \`totpURI\` and \`backupCodes\`, and
\`/two-factor/verify-totp\` ends it; or a passkey, \`/passkey/register-options\` and \`/passkey/register\`, later
\`/passkey/sign-in-options\` and \`/passkey/sign-in\`. \`GET /session\` says who is signed in, \`/sign-out\` ends it,
\`/change-password\`, \`/two-factor/generate-backup-codes\`, \`/two-factor/disable\`, \`/passkey/list\`, \`/passkey/remove\` and
\`/organization/set-active\` (\`organizationId\`: another clinic of theirs) do what they say. Patients redeem an invitation.

**API keys** are for other systems: an owner makes one (\`POST /api-keys\`), and it is sent as \`Authorization: Bearer KEY\`.
What somebody answers for by name is refused to them.

**Idempotency-Key**: every POST that writes brings one, 16 to 200 characters of your own. Sent again within 24 hours, the
same request is done once and answered as before; another request under it is refused.

**ETag and If-Match**: a change names the version that it is of. Take the \`ETag\` of the GET before, with its quotes, and send
it as \`If-Match\`: 412 says that somebody else came first. A clearance and an override may name the \`planHash\` that they were
decided on in the same way. \`If-None-Match\` answers 304 for a copy that is still good.

**Pages**: a list gives \`items\` and \`next\`; ask for \`?cursor=\` with that for more, until it is null. \`limit\` is 1 to 200,
50 where it is not sent.

**Limits**: a body of JSON has at most 1,000,000 bytes; 429 says after how many seconds to try again (\`Retry-After\`).
Unknown keys and query parameters are refused. Instants are ISO 8601 with an offset. Characters that turn the words beside
them (U+202A to U+202E, U+2066 to U+2069) are taken out of every text.

**Problems** are RFC 9457, \`application/problem+json\`; \`type\` leads to the list at \`/problems\`, and \`issues\` name each field.`

/** The groups of routes, in the order in which one comes to need them. */
export const TAGS: readonly string[] = [
  'Patients',
  'Care',
  'Plan',
  'Inbox',
  'Series',
  'Insight',
  'Messages',
  'Photos',
  'Adverse events',
  'Consent',
  'Reminders',
  'Calendar',
  'Answers by a link',
  'Record',
  'Clinic',
  'Team',
  'Sign-in of patients',
  'Protocols',
  'Webhooks',
]

/** What each name in braces is, and where it comes from. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  alertId: 'From `GET /alerts`',
  apiKeyId: 'From `GET /api-keys`',
  channel: '`email`, `push` or `sms`',
  clinicId: 'The id of the clinic, as in the address that was given when the system was added',
  deliveryId: 'From `GET /deliveries`',
  endpointId: 'From `GET /webhook-endpoints`',
  eventId: 'As it was answered when the event was recorded',
  feedId: 'As it was answered when the calendar was made',
  file: 'The secret of the calendar with `.ics`, as in its link',
  from: 'The number of the version to compare from',
  hash: 'The hash of a version, from `GET /protocols`',
  invitationId: 'As it was answered when the invitation was made',
  number: 'The number of a version of the clinic’s own protocol, from `GET /adoptions`',
  patientId: 'From `GET /patients`, `POST /patients` or the answer to a redeemed invitation',
  photoId: 'From the photos of the patient',
  procedureId: 'As it was answered when the procedure was recorded',
  receiptId: 'From the receipts of the patient',
  scope: 'What is agreed to, such as `email` or `photos-care`',
  sessionId: 'From the sessions that are listed beside it',
  sourceId: 'From `GET /webhook-sources`',
  subscriptionId: 'As it was answered when the subscription was added',
  to: 'The number of the version to compare with',
  token: 'The secret of the link',
  userId: 'From `GET /team`',
}
