import type { Reason, Verdict } from '@afterglow/engine'
import { ASSESS, PLAN, STANCE, UNKNOWN } from '../copy.ts'
import { bullet, page, paint, paragraph, section, type Tone } from '../layout.ts'
import { subjectName } from '../texts.ts'
import { nearestSubject } from '../vocabulary.ts'
import { reasonSource } from './source-lines.ts'
import { changesText, shortAnswer } from './verdict-text.ts'
import type { View } from './view.ts'
import { windowText } from './window-text.ts'

const TONE: Readonly<Record<Verdict['status'], Tone>> = {
  avoid: 'stop',
  'ask-clinic': 'ask',
  unknown: 'ask',
  caution: 'care',
  allowed: 'go',
  recommended: 'go',
}

/** One answer for people: the short one first, then why, the narrower ones, and what would change it. */
export function verdictPage(view: View, verdict: Verdict): string {
  const { look } = view
  return page([
    ...answerLines(view, verdict),
    ...section(look, ASSESS.each, eachLines(view, verdict)),
    ...section(look, ASSESS.why, whyLines(view, verdict)),
    ...section(look, ASSESS.unknown, unknownLines(view, verdict)),
    ...section(
      look,
      ASSESS.changes,
      changesText(verdict).flatMap((text) => bullet(look, text)),
    ),
    ...(view.sources ? section(look, ASSESS.all, allLines(view, verdict)) : []),
    '',
    ...paragraph(look, PLAN.safety, 0),
    ...(view.sources || verdict.reasons.length === 0
      ? []
      : paragraph(look, ASSESS.more(verdict.subject), 0)),
  ])
}

export function answerLines(view: View, verdict: Verdict): readonly string[] {
  const text = shortAnswer(view, verdict)
  const near = Object.hasOwn(view.plan.subjects, verdict.subject)
    ? undefined
    : nearestSubject(verdict.subject, view.plan)
  const [first = '', ...rest] = paragraph(view.look, text, 0)
  const tone = TONE[verdict.status]
  return [
    paint(view.look, tone, first),
    ...rest.map((line) => paint(view.look, tone, line)),
    ...(near === undefined
      ? []
      : paragraph(view.look, ASSESS.didYouMean(subjectName(view.texts, near), near), 0)),
  ]
}

function eachLines(view: View, { narrower = [] }: Verdict): readonly string[] {
  return narrower.flatMap((one) => bullet(view.look, shortAnswer(view, one)))
}

/** What decides, with the reason a source gives; a group has its narrower answers instead. */
function whyLines(view: View, verdict: Verdict): readonly string[] {
  const { governing } = verdict
  if (!governing || verdict.narrower) return []
  const why = governing.why === undefined ? [] : [view.texts.text(`why.${governing.why}`)]
  const medicine = view.plan.subjects[verdict.subject]?.medicine ? [PLAN.alone] : []
  return [reasonText(view, governing), ...why, ...medicine].flatMap((text) =>
    bullet(view.look, text),
  )
}

/** `Sabina Gordon, Skincare shop blog: leave it, for 24 to 74 hours` */
function reasonText(view: View, reason: Reason): string {
  const condition =
    reason.condition === undefined ? '' : ` ${view.texts.text(`condition.${reason.condition}`)}`
  const said = `${STANCE[reason.stance]}, ${windowText(reason.window, view)}.`
  return `${reasonSource(view, reason)}: ${said}${condition}`
}

function unknownLines(view: View, { reasons }: Verdict): readonly string[] {
  const keys = new Set(reasons.flatMap((reason) => reason.unconfirmed ?? []))
  return [...keys].flatMap((key) => bullet(view.look, UNKNOWN[key] ?? key))
}

function allLines(view: View, { reasons }: Verdict): readonly string[] {
  return reasons.flatMap((reason) => bullet(view.look, reasonText(view, reason)))
}
