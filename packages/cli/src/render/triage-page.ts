import {
  type Disposition,
  type TriageAnswer,
  type TriageReason,
  urgencyOf,
} from '@afterglow/engine'
import { type CheckedIn, isSign, nearestSign, signName, signWord } from '@afterglow/ledger'
import { TRIAGE } from '../copy.ts'
import { bullet, page, paint, paragraph, section, type Tone } from '../layout.ts'
import { clockText } from '../time-text.ts'
import { emergencySigns } from './care-cards.ts'
import { sourceText } from './source-lines.ts'
import { estimatedLines, remarkLines } from './told-lines.ts'
import { reasonText } from './triage-text.ts'
import type { View } from './view.ts'

const TONE: Readonly<Record<Disposition, Tone>> = {
  emergency: 'alarm',
  urgent: 'alarm',
  'contact-clinic': 'care',
  'self-care': 'go',
  expected: 'go',
}

interface Triaged extends CheckedIn {
  readonly answer: TriageAnswer
}

/** Who to contact and how fast, first; then why, and what to keep in mind. */
export function triagePage(view: View, triaged: Triaged): string {
  const { look, texts } = view
  const { answer } = triaged
  const title = texts.text(`disposition.${answer.disposition}`)
  return page([
    paint(look, TONE[answer.disposition], title),
    TRIAGE.at(clockText(view.at, view)),
    ...estimatedLines(view),
    ...unreadNotesLines(view, answer),
    ...section(look, TRIAGE.why, whyLines(view, answer)),
    ...section(look, TRIAGE.words, wordLines(view, triaged)),
    ...remarkLines(view),
    ...section(
      look,
      TRIAGE.net,
      answer.safetyNet.flatMap((id) => bullet(look, texts.text(`safety-net.${id}`))),
    ),
    ...(view.sources ? section(look, TRIAGE.sources, basisLines(view, answer)) : []),
  ])
}

/** Nobody has read the notes: what would be an emergency among them stands first. */
function unreadNotesLines(view: View, { disposition, reasons }: TriageAnswer): readonly string[] {
  const isUnread = reasons.some(({ code }) => code === 'unread-notes')
  if (!isUnread || disposition === 'emergency') return []
  return section(view.look, TRIAGE.unread, [
    ...paragraph(view.look, view.texts.text('care-card.emergency')),
    ...emergencySigns(view).flatMap((text) => bullet(view.look, text)),
  ])
}

/** Words that are no sign's own name: how each was read, or that it was not. */
function wordLines(view: View, { checkIn, readAs }: Triaged): readonly string[] {
  const { look, texts } = view
  const read = readAs.map(({ word, code }) => TRIAGE.readAs(word, signWord(texts, code)))
  const unknown = checkIn.signs.filter(({ code }) => !isSign(code))
  const unread = unknown.map(({ code }) => {
    const near = nearestSign(code, texts)
    return near === undefined ? TRIAGE.unreadWord(code) : TRIAGE.nearWord(code, near)
  })
  return [...new Set([...read, ...unread])].flatMap((text) => bullet(look, text))
}

function whyLines(view: View, { reasons }: TriageAnswer): readonly string[] {
  if (reasons.length === 0) return paragraph(view.look, TRIAGE.nothing)
  const texts = reasons.flatMap((reason) => whyTexts(view, reason, reasons))
  return [...new Set(texts)].flatMap((text) => bullet(view.look, text))
}

/** Beside an alarm about a sign, what asks less because of that same sign would only make people doubt it. */
function whyTexts(
  { texts }: View,
  reason: TriageReason,
  reasons: readonly TriageReason[],
): readonly string[] {
  const name = reason.sign === null ? '' : signName(texts, reason.sign)
  if (isOutdone(reason, reasons)) return reason.code === 'off-scale' ? [TRIAGE.strongest(name)] : []
  const text = reasonText(reason, texts)
  return [reason.code === 'red-flag' && name !== '' ? `${name}: ${text}` : text]
}

function isOutdone(reason: TriageReason, reasons: readonly TriageReason[]): boolean {
  return reasons.some(
    (other) =>
      other.code === 'red-flag' &&
      other.sign === reason.sign &&
      urgencyOf(other.disposition) > urgencyOf(reason.disposition),
  )
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
