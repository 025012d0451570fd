import { type Alarm, type AlarmSign, careCardsOf } from '@afterglow/formats'
import { type Care, listed, lowerFirst, signName, signWord, type Texts } from '@afterglow/ledger'
import { CARE_CARD, HEADING } from '../copy.ts'
import { bullet, paint, paragraph, section, type Tone } from '../layout.ts'
import type { View } from './view.ts'

const TONES = {
  emergency: 'alarm',
  urgent: 'stop',
  contact: 'care',
} as const satisfies Readonly<Record<string, Tone>>

/** When to get help and how fast: the ledger's alarms, each once, under the most urgent card that has it. */
export function careCardLines(view: View): readonly string[] {
  const lines = careCardsOf(view).flatMap(({ level, alarms }) => {
    if (alarms.length === 0) return []
    const title = paragraph(view.look, view.texts.text(`care-card.${level}`))
    const painted = title.map((line) => paint(view.look, TONES[level], line))
    const bullets = alarms.flatMap((one) => bullet(view.look, alarmText(one, view.texts)))
    return [...painted, ...bullets]
  })
  return section(view.look, HEADING.call, lines)
}

/** What the emergency card lists. */
export function emergencySigns(care: Care): readonly string[] {
  return careCardsOf(care)
    .filter(({ level }) => level === 'emergency')
    .flatMap(({ alarms }) => alarms.map((one) => alarmText(one, care.texts)))
}

function alarmText({ any, others }: Alarm, texts: Texts): string {
  const [first = '', ...rest] = any.map((one) => strengthText(one, texts))
  const signs = listed([first, ...rest.map(lowerFirst)], 'or')
  if (others.length === 0) return signs
  const beside = others.map((sign) => signWord(texts, sign))
  return CARE_CARD.together(signs, listed(beside, 'or'))
}

function strengthText({ sign, strength, celsius }: AlarmSign, texts: Texts): string {
  switch (strength) {
    case null:
      return CARE_CARD.fever(celsius ?? Number.NaN)
    case 'severe':
      return CARE_CARD.severe(signWord(texts, sign))
    case 'moderate':
      return CARE_CARD.moderate(signWord(texts, sign))
    case 'any':
      return signName(texts, sign)
    default:
      return strength
  }
}
