import { isZone } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'

/** Forms that several routes share. What a person's words mean is read by the ledger, not here. */
/** In lower case, as the database gives it back: what is sealed or counted under an id goes by its letters. */
export const idForm = z.uuid().toLowerCase()
export const zoneForm = z
  .string()
  .refine(isZone, { error: 'must be a time zone such as Asia/Dubai' })
export const localeForm = z.enum(['en', 'es', 'ar', 'ur'], {
  error: 'must be one of en, es, ar, ur',
})
export const countryForm = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'must be a country such as AE (ISO 3166-1)' })
export const instantForm = z.string().openapi({ format: 'date-time' })
const clockForm = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day such as 21:00' })

/** What turns or hides the words that stand beside a name. */
const UNSEEN = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

const EMPTY = 'must not be empty'

const identityParts = {
  name: z
    .string()
    .min(1, { error: EMPTY })
    .max(200)
    .transform((text) =>
      text
        .replaceAll(UNSEEN, '')
        .replaceAll(/\p{Cc}+/gu, ' ')
        .trim(),
    )
    .refine((text) => text !== '', { error: EMPTY }),
  email: z.email({ error: 'must be an e-mail address' }).max(254).nullable(),
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, {
      error: 'must be a number with its country, such as +971501234567',
    })
    .nullable(),
  reference: z.string().trim().max(100).nullable(),
}
const { name, email, phone, reference } = identityParts
export const identityForm = z.strictObject({
  name,
  email: email.default(null),
  phone: phone.default(null),
  reference: reference.default(null),
})

const preferencesParts = {
  channel: z.enum(['email', 'push', 'sms']).nullable(),
  quietHours: z.strictObject({ from: clockForm, until: clockForm }).nullable(),
  digestAt: clockForm.nullable(),
  kinds: z.array(z.string().max(40)).max(10).nullable(),
}
const { channel, quietHours, digestAt, kinds } = preferencesParts
export const preferencesForm = z.strictObject({
  channel: channel.default(null),
  quietHours: quietHours.default(null),
  digestAt: digestAt.default(null),
  kinds: kinds.default(null),
})

/**
 * What is changed of a patient: whatever is left out stays, null clears. Of parts without a default, which `partial` would
 * fill in for whatever is left out.
 */
export const patientChangeForm = z
  .strictObject({
    ...identityParts,
    zone: zoneForm,
    locale: localeForm,
    preferences: z.strictObject(preferencesParts).partial(),
  })
  .partial()

/** Whether a link is still good: nothing else of it is told. */
export const openLinkForm = z.object({ isOpen: z.boolean() })
/** An answer that nothing reads here: what it holds is the engine's, or a row's, and is not described further. */
export const anyForm = z.looseObject({})
export const listForm = z.object({ items: z.array(anyForm), next: z.string().nullable() })
