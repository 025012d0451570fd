import { z } from 'zod'
import { FITZPATRICK_SKIN_TYPES, NEEDLE_DEPTH_MM } from './codes.ts'
import { parseDuration } from './duration.ts'
import { isZone, parseInstant } from './time.ts'

/** The session file's form. Words that are in no list pass; numbers, dates and keys that cannot be do not. */

const word = z.string().trim().min(1, 'must not be empty').max(200)
const words = z.array(word).max(100)
const instant = z.string().transform((text, context) => {
  const at = parseInstant(text)
  if (at !== undefined) return at
  context.addIssue({
    code: 'custom',
    message: `"${text}" is not a date and time with an offset, such as 2026-11-22T10:45:00+04:00`,
  })
  return z.NEVER
})
const duration = z.string().refine((text) => parseDuration(text) !== undefined, {
  error: 'must be a duration of one unit: PT48H, P7D, P2W, P6M',
})
const zone = z.string().refine(isZone, { error: 'must be an IANA time zone such as Asia/Dubai' })
const window = z.union([
  duration.transform((until) => ({ until })),
  z.strictObject({ until: duration }),
])
const adviceEnd = z.union([duration, z.literal('cleared')])
const adviceWindow = z.union([
  adviceEnd.transform((until) => ({ until })),
  z.strictObject({ until: adviceEnd }),
])

const procedure = z.strictObject({
  id: word,
  code: word,
  endedAt: instant,
  /** The person does not know when it ended: `endedAt` is the latest it can have been. */
  endedAtEstimated: z.boolean().optional(),
  device: word.optional(),
  needleDepthMm: z.number().min(NEEDLE_DEPTH_MM.least).max(NEEDLE_DEPTH_MM.most).optional(),
  bodySites: words.optional(),
  adjuncts: words.optional(),
  setting: word.optional(),
  indications: words.optional(),
  sessionNumber: z.int().positive().max(100).optional(),
})

const patient = z.strictObject({
  fitzpatrickSkinType: z.enum([...FITZPATRICK_SKIN_TYPES, 'unknown']).optional(),
  medicines: words.optional(),
  history: words.optional(),
})

/** 0 to 10, or mild, moderate, severe; fever is in degrees C. What does not fit is kept: triage sends it to the clinic. */
const severity = z.union([z.number(), z.enum(['none', 'mild', 'moderate', 'severe'])])
const signReport = z.strictObject({
  code: word,
  severity,
  trend: z.enum(['fading', 'steady', 'worsening']).optional(),
})

const event = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('check-in'),
    at: instant,
    signs: z.array(signReport).max(100).default([]),
    settled: z.array(word).max(100).optional(),
    notes: z.string().max(100_000).optional(),
  }),
  z.strictObject({ type: z.literal('clearance'), at: instant, subject: word, by: word }),
  z.strictObject({
    type: z.literal('override'),
    at: instant,
    subject: word,
    window,
    by: word,
    reason: word,
  }),
  z.strictObject({ type: z.literal('done'), at: instant, subject: word }),
  z.strictObject({ type: z.literal('moved'), at: instant, zone }),
  z.strictObject({ type: z.literal('corrected'), at: instant, procedure: word, endedAt: instant }),
  z.strictObject({
    type: z.literal('patient-reported-advice'),
    at: instant,
    subject: word,
    window: adviceWindow,
  }),
])

export const sessionSchema = z.strictObject({
  zone,
  procedures: z.array(procedure).min(1).max(100),
  patient: patient.default({}),
  events: z.array(event).max(2_000).default([]),
})

export const checkInSchema = z.strictObject({
  at: instant,
  signs: z.array(signReport).max(100),
  notes: z.string().max(100_000).optional(),
})

export type Session = z.output<typeof sessionSchema>
export type Procedure = Session['procedures'][number]
export type PatientFacts = Session['patient']
export type CareEvent = Session['events'][number]
export type CheckIn = z.output<typeof checkInSchema>
export type SignReport = CheckIn['signs'][number]
