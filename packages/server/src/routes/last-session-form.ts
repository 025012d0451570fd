import { z } from '@hono/zod-openapi'
import { instantForm } from './forms.ts'

export const lastSessionForm = z
  .object({
    code: z.string(),
    device: z.string().nullable(),
    needleDepthMm: z.number().nullable(),
    bodySites: z.array(z.string()),
    endedAt: instantForm,
    toConfirm: z
      .boolean()
      .describe('It was planned, its time has passed, and nobody has said that it took place'),
  })
  .describe('The session that had ended last, as performed or as planned')
