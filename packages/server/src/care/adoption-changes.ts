import { z } from '@hono/zod-openapi'
import { isLength } from './adoption-length.ts'

/** What a clinic may change of a published protocol, and nothing else: triage and what holds a series are not in it. */

const code = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case words joined by hyphens' })
const ownCode = z
  .string()
  .max(80)
  .regex(/^clinic(-[a-z0-9]+)+$/, {
    error: 'must start with clinic-, in lower-case words joined by hyphens',
  })
const until = z.string().refine(isLength, {
  error: 'must be a length of one unit, such as PT48H, P7D, P2W or P6M',
})
const line = z.string().trim().min(1, { error: 'must not be empty' }).max(200)
const text = z.string().trim().min(1, { error: 'must not be empty' }).max(2_000)
const source = ownCode.optional()

/** Words in one language at least; a language without words of its own gets the English ones, else the first given. */
const words = z
  .strictObject({ en: text, es: text, ar: text, ur: text })
  .partial()
  .refine((given) => Object.values(given).some((one) => one !== undefined), {
    error: 'must be given in at least one of en, es, ar, ur',
  })

const lengthening = z.strictObject({ subject: code, until, note: text.optional(), source })
const shortening = z.strictObject({ subject: code, until, reason: line.min(3) })
const position = z.strictObject({
  stance: z.enum(['avoid', 'limit', 'ask', 'use', 'allow']),
  until: until.optional(),
  text: words.optional(),
  source,
})
const ownSubject = z.strictObject({
  subject: ownCode,
  broader: code.optional(),
  names: words,
  positions: z.array(position).max(10),
})
const ownText = z.strictObject({ id: ownCode, topic: code, text: words, source })
const ownSource = z.strictObject({
  code: ownCode,
  label: line,
  url: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
})

const list = <T extends z.ZodType>(form: T) => z.array(form).max(200).default([])

export const changesForm = z
  .strictObject({
    lengthen: list(lengthening),
    shorten: list(shortening),
    subjects: list(ownSubject),
    texts: list(ownText),
    sources: list(ownSource),
  })
  .openapi('AdoptionChanges')

export type AdoptionChanges = z.output<typeof changesForm>
export type OwnSubject = AdoptionChanges['subjects'][number]
export type OwnPosition = OwnSubject['positions'][number]
export type Words = OwnSubject['names']

/** Whether anything of it stands in the protocol itself; what is shortened is said beside it, to each plan. */
export function changesProtocol({ lengthen, subjects, texts }: AdoptionChanges): boolean {
  return lengthen.length + subjects.length + texts.length > 0
}
