import { errorAt, type Issue } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { photoTypeOf } from '../photo/photo-type.ts'

/** What patients see of their clinic besides its name: who answers and when, its colour, its logo, its words on the sheet. */

const FROM = /^([01]\d|2[0-3]):[0-5]\d$/
const UNTIL = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

const NO_DAY = 'must be a day of the week, 1 (Monday) to 7 (Sunday)'
const TWICE = 'names a day twice'

const hoursForm = z
  .strictObject({
    days: z
      .array(z.int({ error: NO_DAY }).min(1, { error: NO_DAY }).max(7, { error: NO_DAY }))
      .min(1, { error: 'must name at least one day, 1 (Monday) to 7 (Sunday)' })
      .max(7, { error: TWICE })
      .refine((days) => new Set(days).size === days.length, { error: TWICE })
      .describe('Days of the week in the clinic’s zone, 1 (Monday) to 7 (Sunday)'),
    from: z.string().regex(FROM, { error: 'must be a time of day such as 09:00' }),
    until: z.string().regex(UNTIL, { error: 'must be a time of day such as 17:30, at most 24:00' }),
  })
  .refine(({ from, until }) => from < until, {
    error:
      'must be after "from"; for hours over midnight give two, one until 24:00 and one from 00:00',
    path: ['until'],
  })

export const answeringForm = z.strictObject({
  who: z
    .string()
    .trim()
    .min(1, { error: 'must not be empty; null says nobody' })
    .max(200)
    .nullable()
    .default(null)
    .describe('Who reads what patients write, in the clinic’s words'),
  hours: z
    .array(hoursForm)
    .max(21)
    .default([])
    .describe('When they do; none: nobody has said when anybody reads'),
})

/** In base64 three bytes are four letters; before them the type. */
const LOGO_BYTES = 100 * 1_024
const LOGO_LETTERS = Math.ceil(LOGO_BYTES / 3) * 4 + 'data:image/jpeg;base64,'.length
const TOO_LARGE = 'is larger than 100 KB: choose a smaller picture'

export const brandingForm = z.strictObject({
  accent: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, { error: 'must be a colour such as #0a7c66' })
    .nullable()
    .default(null),
  logo: z
    .string()
    .max(LOGO_LETTERS, { error: TOO_LARGE })
    .nullable()
    .default(null)
    .describe('A PNG, JPEG or WebP of at most 100 KB, as a data URL in base64'),
  sheetNote: z.string().trim().max(500).nullable().default(null),
})

const DATA_URL = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/

/**
 * What is wrong with a logo: it is shown to every patient, so its bytes have to be the picture that it says. A drawing
 * (SVG) may carry a script and is none.
 */
export function logoIssue(logo: string | null): Issue | null {
  if (logo === null) return null
  const [, type, text = ''] = DATA_URL.exec(logo) ?? []
  if (type === undefined) return errorAt(LOGO, 'value', NO_PICTURE)
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length > LOGO_BYTES) return errorAt(LOGO, 'value', TOO_LARGE)
  const found = photoTypeOf(bytes)
  if (found.ok && found.value === type) return null
  return errorAt(LOGO, 'value', `does not begin as ${type.toUpperCase()} does: choose a ${KINDS}`)
}

const LOGO = 'settings.branding.logo'
const KINDS = 'PNG, JPEG or WebP'
const NO_PICTURE = `must be a ${KINDS} as a data URL in base64, such as data:image/png;base64,…`
