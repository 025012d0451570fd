import { z } from 'zod'
import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  DISPOSITIONS,
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  SETTINGS,
  SIGNS,
  SOURCE_KINDS,
  STANCES,
} from './codes.ts'
import { parseDuration } from './duration.ts'
import { isOnScale } from './sign-history.ts'

/** The ledger's form. One file of the folder is one key here; `parseProtocol` adds what a form cannot say. */

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const fact = z.string().regex(/^[A-Z][A-Z0-9]*-\d+$/, 'a fact id such as S1-28')
const facts = z.union([fact.transform((id) => [id]), z.array(fact).min(1)])
const duration = z.string().refine((text) => parseDuration(text) !== undefined, {
  error: 'one ISO 8601 unit of at most a hundred years: PT48H, P7D, P2W, P6M or P1Y',
})
const reading = z.strictObject({ reading: code })
const length = z.union([duration, reading])
const range = z.strictObject({ atLeast: length, atMost: length })
const end = z.union([length, range])
const list = <T extends string>(codes: readonly T[]) => z.array(z.enum(codes)).min(1)
const cited = {
  id: code,
  source: code,
  locator: z.string().min(1).optional(),
  fact: facts.optional(),
  note: z.string().min(1).optional(),
}

const tests = {
  device: list(DEVICES).optional(),
  bodySites: list(BODY_SITES).optional(),
  adjuncts: list(ADJUNCTS).optional(),
  setting: list(SETTINGS).optional(),
  indications: list(INDICATIONS).optional(),
  needleDepthMm: z
    .strictObject({
      atLeast: z.number().positive().optional(),
      below: z.number().positive().optional(),
    })
    .refine(
      ({ atLeast, below }) => atLeast === undefined || below === undefined || atLeast < below,
      {
        error: 'a range with "atLeast" less than "below"',
      },
    )
    .optional(),
  fitzpatrickSkinType: list(FITZPATRICK_SKIN_TYPES).optional(),
  medicines: list(MEDICINES).optional(),
  history: list(HISTORY).optional(),
}
/** Every key must hold; within a key any value does; `anyOf` holds when one of its groups does. */
const applicability = z.strictObject({
  ...tests,
  anyOf: z.array(z.strictObject(tests)).min(2).optional(),
})

const window = z.strictObject({
  from: length.optional(),
  until: z.union([end, z.literal('cleared')]).optional(),
  and: z
    .union([
      z.enum(['settled', 'cleared']).transform((one) => [one]),
      z.array(z.enum(['settled', 'cleared'])).min(1),
    ])
    .optional(),
  signs: z.union([z.literal('all'), list(SIGNS)]).optional(),
  maybe: length.optional(),
})

const position = z.strictObject({
  ...cited,
  stance: z.enum(STANCES),
  window: window.optional(),
  when: applicability.optional(),
  condition: code.optional(),
  except: z.array(code).min(1).optional(),
  why: code.optional(),
})

const subject = z.strictObject({
  subject: code,
  broader: code.optional(),
  group: z.literal(true).optional(),
  medicine: z.literal(true).optional(),
  ifDone: z
    .strictObject({ source: code, fact: facts.optional(), watchFor: list(SIGNS) })
    .optional(),
  positions: z.array(position),
})

const expectation = z.strictObject({
  ...cited,
  signs: z.array(z.enum(SIGNS)),
  from: length.optional(),
  until: end.optional(),
  stage: z.literal(true).optional(),
  when: applicability.optional(),
})
const milestone = z.strictObject({
  ...cited,
  kind: z.enum(['recovery', 'result']),
  from: length.optional(),
  until: length.optional(),
  when: applicability.optional(),
})
const statement = z.strictObject({
  source: code,
  locator: z.string().optional(),
  fact: facts.optional(),
  from: length.optional(),
  until: end.optional(),
  note: z.string().optional(),
})
const task = z.strictObject({
  id: code,
  phase: z.enum(['before', 'after']),
  subject: code.optional(),
  times: z
    .array(z.enum(['morning', 'midday', 'evening', 'bedtime']))
    .min(1)
    .optional(),
  everyDays: z.int().positive().optional(),
  lead: length.optional(),
  when: applicability.optional(),
  statements: z.array(statement).min(1),
})

const count = z.strictObject({
  ...cited,
  atLeast: z.int().positive().optional(),
  atMost: z.int().positive().optional(),
  when: applicability.optional(),
})
const spacing = z.strictObject({
  ...cited,
  atLeast: duration,
  atMost: duration,
  when: applicability.optional(),
})
const hold = z.strictObject({
  ...cited,
  signs: list(SIGNS).optional(),
  when: applicability.optional(),
  uncovered: z.literal(true).optional(),
  until: z.enum(['settled', 'cleared']),
})
const seriesEvent = z.strictObject({
  id: code,
  subjects: z.array(code),
  source: code,
  fact: facts.optional(),
  note: z.string().optional(),
})
const series = z.strictObject({
  sessions: z.array(count).min(1),
  spacing: z.array(spacing).min(1),
  maintenance: z.array(spacing).min(1),
  effect: z.strictObject({ ...cited, until: length }),
  holds: z.array(hold),
  events: z.array(seriesEvent).min(1),
})

const suitability = z.strictObject({
  ...cited,
  action: z.enum(['tell-clinic', 'postpone', 'ask-prescriber', 'information']),
  when: applicability.optional(),
})
const preparation = z.strictObject({
  ...cited,
  subject: code.optional(),
  lead: length.optional(),
  when: applicability.optional(),
})
const redFlag = z
  .strictObject({
    ...cited,
    sign: z.enum(SIGNS),
    atLeast: z.number().optional(),
    with: list(SIGNS).optional(),
    from: length.optional(),
    when: applicability.optional(),
    disposition: z.enum(DISPOSITIONS),
  })
  .refine(({ sign, atLeast }) => atLeast === undefined || isOnScale(sign, atLeast), {
    path: ['atLeast'],
    error: 'a severity from 0 to 10, or of fever from 30 to 45 degrees C',
  })
const triage = z.strictObject({
  redFlags: z.array(redFlag).min(1),
  safetyNet: z.array(z.strictObject({ id: code, source: code, fact: facts.optional() })).min(1),
  severe: z.strictObject({
    source: code,
    fact: facts.optional(),
    until: z.partialRecord(z.enum(SIGNS), length),
  }),
})
const information = z.strictObject({ ...cited, topic: code })
const leftOut = z.strictObject({
  fact,
  because: z.enum(['duplicate', 'promotion', 'unreadable']),
  of: fact.optional(),
  note: z.string().optional(),
})

const source = z.strictObject({
  author: z.string().optional(),
  publisher: z.string(),
  title: z.string(),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  kind: z.enum(SOURCE_KINDS),
  certainty: z.enum(['not-graded', 'high', 'moderate', 'low', 'very-low']),
  url: z.string().optional(),
  facts: z
    .strictObject({ prefix: z.string().regex(/^[A-Z][A-Z0-9]*$/), count: z.int().positive() })
    .optional(),
  note: z.string().optional(),
})

const recoveryEnd = z.strictObject({
  until: duration,
  source: code,
  fact: facts.optional(),
  note: z.string().optional(),
})
const readings = z.strictObject({
  typicalRecoveryEnd: recoveryEnd,
  outerRecoveryEnd: recoveryEnd,
  words: z.record(code, z.strictObject({ phrase: z.string(), is: duration, note: z.string() })),
})

export const protocolSchema = z.strictObject({
  code,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.0.0'),
  title: z.string(),
  covers: z.array(z.strictObject({ code, device: list(DEVICES) })).min(1),
  routine: z.strictObject({
    morning: clockTime(),
    midday: clockTime(),
    evening: clockTime(),
    bedtime: clockTime(),
  }),
  sources: z.record(code, source),
  readings,
  subjects: z.array(subject).min(1),
  course: z.strictObject({
    expectations: z.array(expectation).min(1),
    milestones: z.array(milestone),
  }),
  tasks: z.array(task),
  series,
  suitability: z.array(suitability),
  preparation: z.array(preparation),
  triage,
  information: z.array(information),
  leftOut: z.array(leftOut),
  texts: z.record(z.string().regex(/^[a-z]{2}$/), z.record(z.string(), z.string().min(1))),
})

function clockTime() {
  return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a clock time such as 08:00')
}

export type Protocol = z.infer<typeof protocolSchema>
export type ProtocolSource = Protocol['sources'][string]
export type Subject = Protocol['subjects'][number]
export type Position = Subject['positions'][number]
export type Window = NonNullable<Position['window']>
export type Applicability = NonNullable<Position['when']>
