import { explain, toWire } from '@afterglow/engine'
import { done, type Outcome, subjectCode, toldJson } from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { readCare, type Request } from '../care.ts'
import { explainPage } from '../render/explain-page.ts'
import { viewOf } from '../render/view.ts'
import { oneSubject } from './assess.ts'

/** `afterglow explain SUBJECT`: the plan's answer beside what each source says, and which one decides. */
export async function explainOne(request: Request): Promise<Outcome<Answer>> {
  const word = oneSubject(request)
  if (!word.ok) return word
  const read = await readCare(request)
  if (!read.ok) return read
  const care = read.value
  const subject = subjectCode(word.value, care.vocabulary)
  const explanation = explain(care.planner, care.plan, { subject, at: care.at })
  return done({
    text: (look) => explainPage(viewOf(care, look, request), explanation),
    json: () => toWire({ subject, at: care.at, ...explanation, ...toldJson(care) }, care.zone),
  })
}
