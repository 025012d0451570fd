import { DISPOSITIONS, STATUSES } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { ROLES } from '../http/principal.ts'
import { answeringForm, brandingForm } from '../store/clinic-face.ts'

/** What the answers that most callers read hold, at least: more may come, and what is not named here is described by the engine. */
const instant = z.string().openapi({ format: 'date-time' })
const hash = z
  .string()
  .describe('`sha256:` and 64 hexadecimal digits: another plan has another one')
const some = z.array(z.looseObject({}))
const status = z.enum(STATUSES)
const pins = z.array(z.looseObject({ code: z.string(), version: z.string(), hash }))

export const planForm = z.looseObject({
  hash,
  windows: z
    .array(
      z.looseObject({
        subject: z.string(),
        steps: z.array(
          z.looseObject({
            start: instant,
            end: instant.nullable().describe('Null for the last: it has no end'),
            status,
          }),
        ),
      }),
    )
    .describe('Of each subject its steps, each from its start to before its end'),
  tasks: some,
  milestones: some,
})

export const verdictForm = z.looseObject({
  subject: z.string(),
  at: instant,
  status: status.describe('`unknown` means: ask the clinic'),
  since: instant.nullable(),
  opensAt: instant.nullable().describe('Null where no time opens it'),
  nextChangeAt: instant.nullable().describe('When the answer changes by itself'),
  reasons: some.describe('Every position on the subject, with its source'),
})

export const recordedProcedureForm = z.looseObject({
  procedureId: z.uuid(),
  endedAt: instant,
  planHash: hash.nullable(),
  protocols: pins,
  issues: some,
  unmapped: z.array(z.unknown()).describe('Words that were kept and are treated as unknown'),
})

export const recordedCheckInForm = z.looseObject({
  checkInId: z.uuid(),
  disposition: z
    .enum(DISPOSITIONS)
    .optional()
    .describe(
      'Whom to contact, and how fast; left out for a patient where the clinic shows care cards alone',
    ),
  safetyNet: z.array(z.string()).describe('Ids of texts that are always shown'),
  emergencyNumber: z.string().nullable(),
})

export const careSessionForm = z.object({
  session: z
    .looseObject({ zone: z.string(), procedures: some, patient: z.looseObject({}), events: some })
    .nullable()
    .describe('As a session file; what the clinic shortens for everybody stands in its events'),
  protocols: pins.describe('Each with `GET /patients/{patientId}/protocols/{hash}`'),
  planHash: hash.nullable().describe('Null before the first session'),
  toConfirm: z
    .array(z.uuid())
    .describe('Sessions that were planned, whose time has passed, and that nobody said took place'),
})

export const pinnedProtocolForm = z.object({
  hash,
  protocol: z.looseObject({ code: z.string(), version: z.string(), subjects: some }),
})

const text = z.string().nullable()

export const clinicCardForm = z.object({
  clinicId: z.uuid(),
  name: z.string(),
  locale: z.string(),
  zone: z.string(),
  country: text,
  phone: text,
  emergencyNumber: text.describe('Null where the clinic has named none: it is never guessed'),
  bookingUrl: text,
  virtualVisitUrl: text,
  openingHours: text,
  answering: answeringForm,
  branding: brandingForm,
  staticCards: z.boolean().describe('Patients see care cards and are never told a disposition'),
})

export const teamNamesForm = z.object({
  items: z.array(
    z.object({
      userId: z.uuid(),
      name: z.string(),
      roles: z.array(z.enum(ROLES)),
      isYou: z.boolean(),
    }),
  ),
  next: z.null(),
})

const messageParts = {
  messageId: z.uuid(),
  at: instant,
  by: z.string(),
  direction: z.enum(['from-patient', 'from-clinic']),
  kind: z
    .literal('question')
    .nullable()
    .describe('A question that the app could not answer, sent on by the patient'),
  body: z.string(),
}

export const messagesForm = z.object({
  items: z.array(z.object(messageParts)),
  next: z.string().nullable(),
})

/** What a patient is answered at once is beside it. */
export const messageAnswerForm = z.looseObject({
  ...messageParts,
  disposition: z
    .enum(DISPOSITIONS)
    .optional()
    .describe('Where it cannot wait until somebody has read it'),
})
