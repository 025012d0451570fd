import type { Disposition, TriageAnswer } from '@afterglow/engine'
import { TRIAGE } from '../copy.ts'
import { bullet, page, paint, paragraph, section, type Tone } from '../layout.ts'
import { signName } from '../texts.ts'
import { clockText } from '../time-text.ts'
import { sourceText } from './source-lines.ts'
import { reasonText } from './triage-text.ts'
import type { View } from './view.ts'

const TONE: Readonly<Record<Disposition, Tone>> = {
  emergency: 'alarm',
  urgent: 'alarm',
  'contact-clinic': 'care',
  'self-care': 'go',
  expected: 'go',
}

/** Who to contact and how fast, first; then why, and what to keep in mind. */
export function triagePage(view: View, answer: TriageAnswer): string {
  const { look, texts } = view
  const title = texts.text(`disposition.${answer.disposition}`)
  return page([
    paint(look, TONE[answer.disposition], title),
    TRIAGE.at(clockText(view.at, view)),
    ...section(look, TRIAGE.why, whyLines(view, answer)),
    ...section(
      look,
      TRIAGE.net,
      answer.safetyNet.flatMap((id) => bullet(look, texts.text(`safety-net.${id}`))),
    ),
    ...(view.sources ? section(look, TRIAGE.sources, basisLines(view, answer)) : []),
  ])
}

function whyLines(view: View, { reasons }: TriageAnswer): readonly string[] {
  if (reasons.length === 0) return paragraph(view.look, TRIAGE.nothing)
  const alarming = new Set(
    reasons.filter(({ code }) => code === 'red-flag').map(({ sign }) => sign),
  )
  // An alarm says more about its sign than that no usual course is known for it.
  const telling = reasons.filter(({ code, sign }) => code !== 'no-course' || !alarming.has(sign))
  const texts = telling.map((reason) => {
    const text = reasonText(reason, view.texts)
    return reason.code === 'red-flag' && reason.sign !== null
      ? `${signName(view.texts, reason.sign)}: ${text}`
      : text
  })
  return [...new Set(texts)].flatMap((text) => bullet(view.look, text))
}

/** The sources of the red flags and of the figures that were counted. */
function basisLines(view: View, { reasons }: TriageAnswer): readonly string[] {
  const basis = new Set(reasons.flatMap((reason) => reason.basis))
  const lines = view.protocols.flatMap((protocol) =>
    [...protocol.triage.redFlags, ...protocol.course.expectations]
      .filter((one) => basis.has(one.id))
      .flatMap((one) => protocol.sources[one.source] ?? [])
      .map(sourceText),
  )
  return [...new Set(lines)].flatMap((text) => bullet(view.look, text))
}
