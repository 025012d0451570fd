import { z } from '@hono/zod-openapi'
import { instantForm } from './forms.ts'

export const lastSessionForm = z
  .object({
    code: z.string(),
    device: z.string().nullable(),
    needleDepthMm: z.number().nullable(),
    bodySites: z.array(z.string()),
    endedAt: instantForm,
  })
  .describe('The session that had ended last, as performed')
