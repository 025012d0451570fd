import { assess, formatInstant, sealPlan, urgencyOf } from '@afterglow/engine'
import { ask, label, ownSubjectsIn } from '@afterglow/language'
import { answerText } from '@afterglow/language/answer-text'
import { subjectCode } from '@afterglow/ledger'
import { z } from '@hono/zod-openapi'
import { unplanned } from '../care/hear-message.ts'
import { zoneOf } from '../care/patient-care.ts'
import { done, problem } from '../http/reply.ts'
import { defineRoute, type Route, STAFF } from '../http/route.ts'
import { planForm, verdictForm } from './answer-forms.ts'
import { anyForm, instantForm } from './forms.ts'
import {
  askedCareOf,
  careJson,
  NO_PROCEDURE,
  plannedCareOf,
  type PlannedCare,
} from './care-of-call.ts'
import { askWords } from './ask-words.ts'

const WHO = [...STAFF, 'patient', 'caregiver'] as const
const at = instantForm.optional()

const plan = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/plan',
    summary: 'The plan: every window, task and milestone on the clock, with its hash',
    tag: 'Plan',
    access: WHO,
    action: 'plan.read',
    query: z.object({ at }),
    replies: { 200: planForm },
  },
  async (call) => {
    const found = await plannedCareOf(call, call.query.at)
    if (!found.ok) return found.reply
    const { planned } = found
    return done(careJson(planned, sealPlan(planned.care.plan)))
  },
)

/** What is asked stands in the body of a POST: addresses are written to logs, and this is about somebody's health. */
const verdict = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/verdict',
    summary: 'May I? One subject at one instant, with its reasons and sources',
    tag: 'Plan',
    access: WHO,
    action: 'verdict.ask',
    asks: true,
    body: z.strictObject({ subject: z.string().trim().min(1).max(200), at }),
    replies: { 200: verdictForm },
  },
  async (call) => {
    const found = await plannedCareOf(call, call.body.at)
    if (!found.ok) return found.reply
    const { planned } = found
    const subject = subjectCode(call.body.subject, planned.library.vocabulary)
    return done(careJson(planned, assess(planned.care.plan, subject, planned.askedAt)))
  },
)

const askRoute = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/ask',
    summary: 'A question in a person’s own words',
    tag: 'Plan',
    access: WHO,
    action: 'question.ask',
    asks: true,
    body: z.strictObject({ q: z.string().trim().min(1).max(2_000), at }),
    replies: { 200: anyForm },
  },
  async (call) => {
    const asked = await askedCareOf(call, call.body.at)
    if (!asked.ok) return asked.reply
    const { read, askedAt } = asked
    const care = read.care ?? unplanned(read, askedAt)
    const planned = { ...read, care, askedAt, zone: zoneOf(read, askedAt) }
    const context = askContext(planned)
    const heard = ask(context, call.body.q)
    // Before there is a plan nothing is said of any subject; an alarm is heard all the same.
    const answer = read.care === null ? withoutPlan(heard) : heard
    if (read.care === null && !isAlarm(heard)) return problem(409, 'conflict', NO_PROCEDURE)
    const said = { ...answer, text: answerText(context, answer) }
    return done({ ...careJson(planned, said), at: formatInstant(askedAt, planned.zone) })
  },
)

function isAlarm({ disposition }: Answer): boolean {
  return disposition !== null && urgencyOf(disposition) >= urgencyOf('urgent')
}

type Answer = ReturnType<typeof ask>

/** The session that it was heard with is none of theirs. */
function withoutPlan(heard: Answer): Answer {
  const understood = { ...heard.understood, day: null }
  return { ...heard, kind: 'triage', status: null, parts: [], understood }
}

function askContext(planned: PlannedCare): Parameters<typeof answerText>[0] {
  const { library, care, askedAt, zone, record } = planned
  return {
    planner: library.planner,
    plan: care.plan,
    session: care.session,
    at: askedAt,
    zone,
    vocabulary: library.asking,
    words: askWords(library.protocols, record.locale, zone),
  }
}

const labelRoute = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/label',
    summary: 'May this product go on the skin, and which ingredient decides?',
    tag: 'Plan',
    access: WHO,
    action: 'label.ask',
    asks: true,
    body: z
      .strictObject({
        ingredients: z.string().max(20_000).default(''),
        product: z.string().max(500).default(''),
        at,
      })
      .refine(({ ingredients, product }) => `${ingredients}${product}`.trim() !== '', {
        error: 'give the list of ingredients, the name of the product, or both',
        path: ['ingredients'],
      }),
    replies: { 200: anyForm },
  },
  async (call) => {
    const found = await plannedCareOf(call, call.body.at)
    if (!found.ok) return found.reply
    const { planned } = found
    const { ingredients, product } = call.body
    const { care, askedAt, library } = planned
    const own = (text: string) => ownSubjectsIn(library.asking, text)
    const answer = label(care.plan, { ingredients, product, at: askedAt, own })
    return done(careJson(planned, answer))
  },
)

export const PLAN_ROUTES: readonly Route[] = [plan, verdict, askRoute, labelRoute]
