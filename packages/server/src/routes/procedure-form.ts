import { z } from '@hono/zod-openapi'
import { instantForm } from './forms.ts'

const word = z.string().trim().min(1).max(200)
/** What was used, for the record and for a recall; no rule asks for it. */
const productForm = z
  .strictObject({
    deviceName: word,
    needleLot: word,
    products: z.array(z.strictObject({ name: word, lot: word.optional() })).max(20),
  })
  .partial()
export const procedureForm = z.strictObject({
  code: word.default('microneedling'),
  endedAt: instantForm,
  endedAtEstimated: z.boolean().optional(),
  device: word.optional(),
  needleDepthMm: z.number().optional(),
  bodySites: z.array(word).max(20).optional(),
  adjuncts: z.array(word).max(20).optional(),
  setting: word.optional(),
  indications: z.array(word).max(20).optional(),
  sessionNumber: z.int().optional(),
  product: productForm.optional(),
})
export const factsForm = z
  .strictObject({
    fitzpatrickSkinType: word,
    medicines: z.array(word).max(100),
    history: z.array(word).max(100),
  })
  .partial()
