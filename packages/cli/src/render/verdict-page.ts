import { assess, type Reason, type Verdict } from '@afterglow/engine'
import { likelySubjects } from '@afterglow/ledger'
import { ASSESS, PLAN, STANCE, UNKNOWN } from '../copy.ts'
import { bullet, page, paint, paragraph, section, type Tone } from '../layout.ts'
import { reasonSource } from './source-lines.ts'
import { estimatedLines, toldLines } from './told-lines.ts'
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
    ...estimatedLines(view),
    ...toldLines(view),
    ...section(look, ASSESS.each, eachLines(view, verdict)),
    ...section(look, ASSESS.why, whyLines(view, verdict)),
    ...section(look, ASSESS.unknown, unknownLines(view, verdict)),
    ...section(
      look,
      ASSESS.changes,
      changesText(view, verdict).flatMap((text) => bullet(look, text)),
    ),
    ...(view.sources ? section(look, ASSESS.all, allLines(view, verdict)) : []),
    '',
    ...paragraph(look, PLAN.safety, 0),
    ...(view.sources || verdict.reasons.length === 0
      ? []
      : paragraph(look, ASSESS.more(verdict.subject), 0)),
  ])
}

/** The short answer, in its tone; of a word that is no subject, also the answers on those that it may mean. */
export function answerLines(view: View, verdict: Verdict): readonly string[] {
  const text = shortAnswer(view, verdict)
  const painted = paragraph(view.look, text, 0).map((line) =>
    paint(view.look, TONE[verdict.status], line),
  )
  const isKnown = Object.hasOwn(view.plan.subjects, verdict.subject)
  return isKnown ? painted : [...painted, ...likelyLines(view, verdict)]
}

function likelyLines(view: View, { subject, at }: Verdict): readonly string[] {
  const { look, plan, vocabulary } = view
  const likely = likelySubjects(subject, vocabulary)
  if (likely.length === 0) return paragraph(look, ASSESS.list, 0)
  return [
    ...paragraph(look, ASSESS.didYouMean, 0),
    ...likely.flatMap((code) =>
      bullet(look, ASSESS.likely(code, shortAnswer(view, assess(plan, code, at)))),
    ),
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
