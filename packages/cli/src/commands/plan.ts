import { datePlan, sealPlan, toWire } from '@afterglow/engine'
import type { Answer } from '../answer.ts'
import { type Care, readCare, type Request } from '../care.ts'
import { done, type Outcome } from '../outcome.ts'
import { entriesAt } from '../render/entries.ts'
import { signsNow } from '../render/now.ts'
import { planPage } from '../render/plan-page.ts'
import { viewOf } from '../render/view.ts'

/** `afterglow plan`: everything, today first. */
export async function plan(request: Request): Promise<Outcome<Answer>> {
  const care = await readCare(request)
  return care.ok ? done(planAnswer(care.value, request)) : care
}

export function planAnswer(care: Care, request: Pick<Request, 'flags'>): Answer {
  return {
    text: (look) => planPage(viewOf(care, look, request)),
    json: () => toWire({ ...sealPlan(care.plan), at: care.at, today: todayOf(care) }, care.zone),
  }
}

/** What a person sees of the plan at `at`: the answers, a broader subject standing for those that say the same. */
function todayOf(care: Care): unknown {
  return {
    signs: signsNow(datePlan(care.plan), care.at),
    answers: entriesAt(care.plan, care.at, care.texts).map(({ verdict, next }) => ({
      subject: verdict.subject,
      status: verdict.status,
      since: verdict.since,
      opensAt: verdict.opensAt,
      nextChangeAt: verdict.nextChangeAt,
      then: next,
      governing: verdict.governing?.id ?? null,
    })),
  }
}
