import { assess } from '@afterglow/engine'
import type { LabelAnswer, LabelFinding, LabelLimit } from '@afterglow/language'
import { PLAN } from '../copy.ts'
import { LABEL } from '../copy-label.ts'
import { bullet, joinedNames, page, paint, paragraph, section, type Tone } from '../layout.ts'
import { clockText, countdown } from '../time-text.ts'
import { estimatedLines, toldLines } from './told-lines.ts'
import { shortAnswer } from './verdict-text.ts'
import type { View } from './view.ts'

const TONE: Readonly<Record<LabelAnswer['verdict'], Tone>> = {
  avoid: 'stop',
  'ask-clinic': 'ask',
  'cannot-clear': 'ask',
  caution: 'care',
  ok: 'go',
}

/** The answer on a label for people: the short one first, then what is in it, why, and what we do not know. */
export function labelPage(view: View, answer: LabelAnswer): string {
  const { look } = view
  const recommended = answer.recommended.length === 0 ? [] : [joinedNames(answer.recommended)]
  return page([
    ...paragraph(look, answerText(view, answer), 0).map((line) =>
      paint(look, TONE[answer.verdict], line),
    ),
    ...estimatedLines(view),
    ...toldLines(view),
    ...section(look, LABEL.limits, limitLines(view, answer)),
    ...section(look, LABEL.findings, findingLines(view, answer)),
    ...section(look, LABEL.why, whyLines(view, answer)),
    ...section(
      look,
      LABEL.recommended,
      recommended.flatMap((names) => bullet(look, names)),
    ),
    '',
    ...paragraph(look, PLAN.safety, 0),
  ])
}

/** `Not yet. Linalool decides. All of it opens, with care, Mon 30 Nov, 15:00 (in 12 days).` */
function answerText(view: View, { verdict, deciding, opensAt }: LabelAnswer): string {
  const decides = deciding === null ? [] : [LABEL.decides(nameOf(deciding))]
  const isWaiting = opensAt !== null && opensAt > view.at
  const opens = isWaiting ? [opensText(view, deciding, opensAt)] : []
  return [LABEL.verdict[verdict], ...decides, ...opens].join(' ')
}

function opensText(view: View, deciding: LabelFinding | null, opensAt: number): string {
  const isCare =
    deciding !== null && assess(view.plan, deciding.subject, opensAt).status === 'caution'
  const when = [clockText(opensAt, view), countdown(opensAt, view.at)] as const
  return isCare ? LABEL.opensCare(...when) : LABEL.opens(...when)
}

/** One line a subject, with the names that belong to it; what is recommended has its own list. */
function findingLines(view: View, { findings, named }: LabelAnswer): readonly string[] {
  const bySubject = Map.groupBy(
    [...named, ...findings].filter(({ status }) => status !== 'recommended'),
    ({ subject }) => subject,
  )
  return [...bySubject].flatMap(([subject, found]) => {
    const names = joinedNames(
      found.map((one) => (one.trace ? LABEL.trace(nameOf(one)) : nameOf(one))),
    )
    const answer = shortAnswer(view, assess(view.plan, subject, view.at))
    return bullet(view.look, LABEL.finding(names, answer))
  })
}

function nameOf({ ingredient, from, asWritten }: LabelFinding): string {
  if (from === 'list') return ingredient
  return asWritten === '' ? LABEL.base : LABEL.named(asWritten)
}

/** The reason that a source gives for what decides, and that nobody stops a medicine on their own. */
function whyLines(view: View, { deciding }: LabelAnswer): readonly string[] {
  if (!deciding) return []
  const { governing } = assess(view.plan, deciding.subject, view.at)
  const why = governing?.why === undefined ? [] : [view.texts.text(`why.${governing.why}`)]
  const medicine = view.plan.subjects[deciding.subject]?.medicine ? [PLAN.alone] : []
  return [...why, ...medicine].flatMap((text) => bullet(view.look, text))
}

function limitLines(view: View, answer: LabelAnswer): readonly string[] {
  return answer.limits.flatMap((limit) =>
    bullet(view.look, LABEL.limit[limit](joinedNames(namesFor(limit, answer)))),
  )
}

function namesFor(limit: LabelLimit, { unrecognised, unsourced }: LabelAnswer): readonly string[] {
  return limit === 'unsourced' ? unsourced : unrecognised
}
